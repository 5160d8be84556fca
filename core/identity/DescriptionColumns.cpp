// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/DescriptionColumns.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "core/store/ColumnCodec.h"

namespace sagascope::identity {
namespace {

using Numbers = std::vector<std::int64_t>;

constexpr std::int64_t kNone = -1; ///< in place of a number that is absent
constexpr double kSmallest = 100;  ///< parts of an amount: most are whole cents

template <typename Id> std::int64_t number(Id id)
{
    return id.isValid() ? std::int64_t(id.value) : kNone;
}

template <typename Id> Id id(std::int64_t value)
{
    return value < 0 ? Id() : Id(static_cast<typename Id::rep>(value));
}

/// Amounts in whole cents where that is exact, and the bits of the others apart.
struct Amounts
{
    static constexpr std::int64_t kAbsent = std::numeric_limits<std::int64_t>::min();
    static constexpr std::int64_t kOdd = kAbsent + 1;

    void add(double amount)
    {
        constexpr double kLargest = 1e12;
        const double cents = amount * kSmallest;
        if (std::isnan(amount)) {
            code.push_back(kAbsent);
        } else if (std::abs(cents) < kLargest && static_cast<double>(std::llround(cents)) / kSmallest == amount && !std::signbit(amount)) {
            code.push_back(std::llround(cents));
        } else {
            code.push_back(kOdd);
            odd.push_back(std::bit_cast<std::uint64_t>(amount));
        }
    }
    [[nodiscard]] bool isSound() const { return std::size_t(std::count(code.begin(), code.end(), kOdd)) == odd.size(); }
    double next(std::int64_t coded)
    {
        if (coded == kAbsent)
            return std::numeric_limits<double>::quiet_NaN();
        return coded == kOdd ? std::bit_cast<double>(odd[m_next++]) : static_cast<double>(coded) / kSmallest;
    }

    Numbers code;
    std::vector<std::uint64_t> odd;

private:
    std::size_t m_next = 0;
};

/// Whether a number may have come more than once; numbers of one remainder are taken for one.
class Recurrence
{
public:
    explicit Recurrence(std::size_t size) : m_seen(size), m_again(size) {}

    void note(std::size_t number)
    {
        const std::size_t at = number % m_seen.size();
        m_again[at] = m_again[at] || m_seen[at];
        m_seen[at] = true;
    }
    [[nodiscard]] bool mayRecur(std::size_t number) const { return m_again[number % m_again.size()]; }

private:
    std::vector<bool> m_seen;
    std::vector<bool> m_again;
};

/// What a step's fact hash is written as.
enum FactMark : std::int64_t { kNoFact, kLoneFact, kFact };

/// Differs for all events of a capture, and is hardly ever the hash of another one's facts.
std::uint32_t loneFact(std::size_t event)
{
    return static_cast<std::uint32_t>(event) + 1;
}

/// All columns of the events, in the order in which they are written.
struct Columns
{
    Numbers ids, causes, hasContent, contents, factMarks, facts, users, linkCounts, currencies, hasExtra, steps, types, links, kinds;
    Amounts amounts;

    template <typename Visit> void forEach(Visit visit)
    {
        for (Numbers* column : {&causes, &hasContent, &contents, &factMarks, &facts, &users, &linkCounts, &currencies, &hasExtra,
                                &steps, &types, &kinds, &amounts.code})
            visit(*column);
    }

    void add(const EventFacts& event, const EventExtras& extras, std::span<const Link> ties, bool isContentCompared, bool isFactCompared)
    {
        ids.push_back(number(event.id));
        causes.push_back(number(event.cause));
        hasContent.push_back(isContentCompared ? 1 : 0);
        if (isContentCompared)
            contents.push_back(static_cast<std::int32_t>(event.contentHash));
        factMarks.push_back(!event.isStep() ? kNoFact : isFactCompared ? kFact : kLoneFact);
        if (factMarks.back() == kFact)
            facts.push_back(static_cast<std::int32_t>(event.factHash));
        users.push_back(number(event.user));
        linkCounts.push_back(event.linkCount);
        currencies.push_back(event.currency);
        amounts.add(event.amount);
        hasExtra.push_back(event.hasExtras);
        if (event.hasExtras == 1) {
            steps.push_back(number(extras.sagaStep));
            types.push_back(number(extras.originalType));
        }
        for (const Link& tie : ties) {
            links.push_back(tie.id().value);
            kinds.push_back(std::int64_t(tie.kind()));
        }
    }

    [[nodiscard]] bool isSound(std::size_t identifierCount, std::size_t textCount, std::size_t eventCount) const
    {
        const std::size_t size = ids.size();
        for (const Numbers* column : {&causes, &hasContent, &factMarks, &users, &linkCounts, &currencies, &hasExtra, &amounts.code}) {
            if (column->size() != size)
                return false;
        }
        std::uint64_t ties = 0;
        for (const std::int64_t count : linkCounts) {
            if (count < 0 || count > std::int64_t(EventFacts::kMostLinks))
                return false;
            ties += std::uint64_t(count);
        }
        // Every event brings two new numbers at most: its own, and that of its cause.
        const auto isEventId = [&](std::int64_t event) { return event < 2 * std::int64_t(eventCount); };
        const auto isText = [&](std::int64_t text) { return text < std::int64_t(textCount); };
        const auto isIdentifier = [&](std::int64_t tie) { return tie >= 0 && tie < std::int64_t(identifierCount); };
        const auto isKind = [](std::int64_t kind) { return kind >= 0 && kind < std::int64_t(kIdentifierKindCount); };
        const auto count = [](const Numbers& column, std::int64_t value) { return std::size_t(std::count(column.begin(), column.end(), value)); };
        const std::size_t extras = count(hasExtra, 1);
        return count(hasContent, 1) == contents.size() && count(factMarks, kFact) == facts.size() && ties == links.size() && ties == kinds.size() && extras == steps.size() && extras == types.size() && amounts.isSound()
            && std::all_of(ids.begin(), ids.end(), isEventId) && std::all_of(causes.begin(), causes.end(), isEventId)
            && std::all_of(users.begin(), users.end(), isText) && std::all_of(steps.begin(), steps.end(), isText)
            && std::all_of(types.begin(), types.end(), isText) && std::all_of(links.begin(), links.end(), isIdentifier)
            && std::all_of(kinds.begin(), kinds.end(), isKind);
    }
};

} // namespace

/// What will be compared once the events are restored: the content of those of one id, the facts of those that may state the
/// same. Said for a few more than necessary.
struct DescriptionColumns::Compared
{
    /// Every event brings two ids at most, its own and that of its cause; of hashes one in eight meets another by chance.
    explicit Compared(const Descriptions::View& described) : ids(2 * described.size() + 1), facts(8 * described.size() + 1)
    {
        for (std::size_t i = 0; i < described.size(); ++i) {
            const EventFacts& event = described.facts(base::EventIndex(static_cast<base::EventIndex::rep>(i)));
            if (event.id.isValid())
                ids.note(event.id.value);
            facts.note(event.factHash);
        }
    }

    Recurrence ids;
    Recurrence facts;
};

std::string DescriptionColumns::encode(const Descriptions::View& described, std::size_t end)
{
    if (!m_compared)
        m_compared = std::make_shared<const Compared>(described);
    std::vector<std::string_view> texts;
    for (; m_texts < described.textCount(); ++m_texts)
        texts.push_back(described.text(base::TextId(static_cast<base::TextId::rep>(m_texts))));
    Columns columns;
    std::uint32_t newest = 0; // one more than the highest identifier of these events
    for (; m_events < end; ++m_events) {
        const base::EventIndex event(static_cast<base::EventIndex::rep>(m_events));
        const std::span<const Link> ties = described.linksOf(event);
        const EventFacts& facts = described.facts(event);
        columns.add(facts, described.extras(event), ties, facts.id.isValid() && m_compared->ids.mayRecur(facts.id.value),
                    m_compared->facts.mayRecur(facts.factHash));
        for (const Link& tie : ties)
            newest = std::max(newest, tie.id().value + 1);
    }
    Numbers families;
    std::vector<std::string_view> values;
    for (; m_identifiers < newest; ++m_identifiers) {
        const base::IdentifierId identifier(static_cast<base::IdentifierId::rep>(m_identifiers));
        families.push_back(std::int64_t(described.familyOf(identifier)));
        values.push_back(described.value(identifier));
    }
    store::ColumnWriter out;
    out.texts(texts);
    out.numbers(families);
    out.texts(values);
    out.differences(columns.ids);
    out.differences(columns.links);
    columns.forEach([&](const Numbers& column) { out.numbers(column); });
    out.words(columns.amounts.odd);
    return out.finish();
}

bool RestoredDescriptions::append(std::string_view bytes)
{
    auto in = store::ColumnReader::open(bytes);
    if (!in)
        return false;
    const std::vector<std::string_view> texts = in->texts();
    const Numbers families = in->numbers();
    const std::vector<std::string_view> values = in->texts();
    Columns columns;
    columns.ids = in->differences();
    columns.links = in->differences();
    columns.forEach([&](Numbers& column) { column = in->numbers(); });
    columns.amounts.odd = in->words();
    const auto isFamily = [](std::int64_t family) { return family >= 0 && family < std::int64_t(kIdentifierKindCount); };
    if (in->hasFailed() || !in->isAtEnd() || families.size() != values.size() || !std::all_of(families.begin(), families.end(), isFamily)
        || !columns.isSound(m_infos.size() + values.size(), m_texts.size() + texts.size(), m_facts.size() + columns.ids.size()))
        return false;
    for (const std::string_view text : texts)
        m_texts.append(text);
    for (std::size_t i = 0; i < values.size(); ++i)
        m_infos.append({m_texts, static_cast<IdentifierKind>(families[i]), values[i]});
    std::size_t tie = 0;
    std::size_t extra = 0;
    std::size_t content = 0;
    std::size_t fact = 0;
    std::vector<Link> ties;
    for (std::size_t i = 0; i < columns.ids.size(); ++i) {
        EventFacts facts;
        facts.id = id<EventIdNumber>(columns.ids[i]);
        facts.cause = id<EventIdNumber>(columns.causes[i]);
        if (columns.hasContent[i] == 1)
            facts.contentHash = static_cast<std::uint32_t>(columns.contents[content++]);
        if (columns.factMarks[i] == kFact)
            facts.factHash = static_cast<std::uint32_t>(columns.facts[fact++]);
        else if (columns.factMarks[i] == kLoneFact)
            facts.factHash = loneFact(m_facts.size());
        facts.user = id<base::TextId>(columns.users[i]);
        facts.currency = static_cast<CurrencyCode>(columns.currencies[i]);
        facts.amount = columns.amounts.next(columns.amounts.code[i]);
        facts.linkCount = static_cast<std::uint16_t>(columns.linkCounts[i]) & 0x7FFFU;
        ties.clear();
        for (const std::size_t end = tie + facts.linkCount; tie < end; ++tie)
            ties.emplace_back(id<base::IdentifierId>(columns.links[tie]), static_cast<IdentifierKind>(columns.kinds[tie]));
        facts.firstLink = std::uint32_t(m_links.appendRun(ties));
        if (columns.hasExtra[i] == 1) {
            facts.hasExtras = 1;
            const base::EventIndex event(static_cast<base::EventIndex::rep>(m_facts.size()));
            m_extras.append({event, id<base::TextId>(columns.steps[extra]), id<base::TextId>(columns.types[extra])});
            ++extra;
        }
        m_facts.append(facts);
    }
    return true;
}

Descriptions::View RestoredDescriptions::view() const
{
    Descriptions::View view;
    view.m_facts = m_facts.view();
    view.m_extras = m_extras.view();
    view.m_links = m_links.view();
    view.m_infos = m_infos.view();
    view.m_texts = m_texts.view();
    return view;
}

} // namespace sagascope::identity
