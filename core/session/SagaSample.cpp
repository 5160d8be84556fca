// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SagaSample.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "core/base/Hash.h"
#include "core/identity/Identifier.h"

namespace sagascope::session {
namespace {

/// Empty, which is a placeholder, where the event has none.
std::string sharedValue(const event::Event& event, std::string_view pointer)
{
    const event::JsonNode node = event.at(pointer);
    if (const auto text = node.text())
        return std::string(*text);
    return node.scalarText().value_or(std::string());
}

} // namespace

SagaSample::SagaSample(const std::shared_ptr<const catalog::Catalog>& catalog, SampleOptions options)
    : m_options(std::move(options)), m_rules(catalog)
{
    m_counts.oneIn = m_options.oneIn;
}

bool SagaSample::isChosen(std::string_view value, std::uint32_t oneIn)
{
    return oneIn <= 1 || base::hash64(value) % oneIn == 0;
}

event::RecordBatch SagaSample::choose(const event::RecordBatch& batch)
{
    event::RecordBatch kept;
    for (const event::RawRecord& record : batch.records()) {
        m_ids.clear();
        switch (judge(record)) {
        case Verdict::Keep:
            kept.append(record);
            ++m_counts.kept;
            release(m_ids, kept);
            break;
        case Verdict::LeaveOut:
            ++m_counts.leftOut;
            break;
        case Verdict::Hold:
            hold(record);
            break;
        case Verdict::Remnant:
            ++m_counts.remnants;
            break;
        }
    }
    m_counts.held = m_held.size();
    return kept;
}

SagaSample::Verdict SagaSample::judge(const event::RawRecord& record)
{
    const event::Decoded& decoded = m_decoder.decode(record);
    const auto* event = std::get_if<event::Event>(&decoded);
    if (event == nullptr)
        return Verdict::Remnant;
    readIds(*event);
    const std::string shared = sharedValue(*event, m_options.pointer);
    if (identity::isPlaceholder(shared))
        return judgeByIds();
    if (isChosen(shared, m_options.oneIn))
        return Verdict::Keep;
    m_leftOut.insert(m_ids.begin(), m_ids.end());
    return Verdict::LeaveOut;
}

/// Being left out needs every id to say so: one of them may be a value that half the traffic shares.
SagaSample::Verdict SagaSample::judgeByIds() const
{
    if (m_ids.empty())
        return Verdict::Remnant;
    if (std::any_of(m_ids.begin(), m_ids.end(), [&](IdHash id) { return m_chosen.contains(id); }))
        return Verdict::Keep;
    const bool isForeign = std::all_of(m_ids.begin(), m_ids.end(), [&](IdHash id) { return m_leftOut.contains(id); });
    return isForeign ? Verdict::LeaveOut : Verdict::Hold;
}

void SagaSample::readIds(const event::Event& event)
{
    m_rules.read(event, m_statement);
    for (const identity::StatedIdentifier& stated : m_statement.identifiers)
        m_ids.push_back(base::hash64(stated.value) ^ (0x9E3779B97F4A7C15ULL * (1 + std::uint64_t(familyOf(stated.kind)))));
}

void SagaSample::hold(const event::RawRecord& record)
{
    const HeldNumber number = m_nextNumber++;
    Held& held = m_held[number];
    held.record.append(record);
    held.ids = m_ids;
    held.bytes = record.size() + sizeof(Held);
    m_heldBytes += held.bytes;
    for (const IdHash id : m_ids)
        m_waiting[id].push_back(number);
    while (m_heldBytes > m_options.mostHeldBytes) {
        ++m_counts.remnants;
        letGo(m_held.begin()->first);
    }
}

void SagaSample::release(std::vector<IdHash> ids, event::RecordBatch& kept)
{
    while (!ids.empty()) {
        const IdHash id = ids.back();
        ids.pop_back();
        m_chosen.insert(id);
        while (true) {
            const auto waiting = m_waiting.find(id);
            if (waiting == m_waiting.end())
                break;
            const HeldNumber number = waiting->second.front();
            const Held& held = m_held.at(number);
            kept.append(held.record.records().front());
            ++m_counts.kept;
            ids.insert(ids.end(), held.ids.begin(), held.ids.end());
            letGo(number);
        }
    }
}

void SagaSample::letGo(HeldNumber number)
{
    const auto held = m_held.find(number);
    for (const IdHash id : held->second.ids) {
        const auto waiting = m_waiting.find(id);
        std::erase(waiting->second, number);
        if (waiting->second.empty())
            m_waiting.erase(waiting);
    }
    m_heldBytes -= held->second.bytes;
    m_held.erase(held);
}

void SagaSample::finish()
{
    m_counts.remnants += m_held.size();
    m_held.clear();
    m_waiting.clear();
    m_heldBytes = 0;
    m_counts.held = 0;
}

} // namespace sagascope::session
