// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/VariantsPanel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <set>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/population/FactTable.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostVariants = 500;
constexpr std::size_t kMostMembers = 1000;

/// Names of definitions with how many sagas follow them: most first, those that nobody follows by name.
std::vector<std::pair<QString, std::size_t>> definitionsOf(const CountedSagas& counted)
{
    std::vector<std::pair<QString, std::size_t>> names;
    std::set<QString> known;
    for (const saga::DefinitionPopulation& population : counted.population->definitions()) {
        const QString name = population.definition ? toQString(population.definition->name) : QString();
        known.insert(name);
        names.emplace_back(name, population.sagas);
    }
    if (counted.snapshot->catalog) {
        for (const catalog::SagaDefinition& definition : counted.snapshot->catalog->definitions()) {
            if (known.insert(toQString(definition.name)).second)
                names.emplace_back(toQString(definition.name), 0);
        }
    }
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return names;
}

} // namespace

VariantsPanel::VariantsPanel(ViewState& state, QWidget* parent)
    : Panel({}, parent), m_state(state), m_definitions(new QComboBox), m_variants(new FactTable), m_membersTitle(new QLabel),
      m_propose(new QToolButton), m_members(new FactTable)
{
    m_definitions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addAction(m_definitions);
    setupTables();
    setFocusProxy(m_variants);
    connect(m_definitions, &QComboBox::activated, this, &VariantsPanel::definitionChosen);
    connect(m_variants, &FactTable::chosen, this, &VariantsPanel::showMembers);
    connect(m_members, &FactTable::opened, this, &VariantsPanel::opened);
    connect(m_propose, &QToolButton::clicked, this, &VariantsPanel::propose);
    connect(&m_state, &ViewState::timeFormatChanged, this, &VariantsPanel::showMembers);
    retranslate();
}

void VariantsPanel::setupTables()
{
    for (FactTable* table : {m_variants, m_members}) {
        table->setStateColumn(1);
        table->setNumbers(2);
    }
    m_variants->setWidths({124, 60, 66, 84, 76});
    m_members->setWidths({118, 84, 116});
    m_members->setKeysFirst(true);
    auto* below = new QWidget;
    auto* column = tightColumn(below);
    m_membersTitle->setObjectName(QStringLiteral("muted"));
    m_membersTitle->setContentsMargins(8, 6, 8, 4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(m_membersTitle, 1);
    head->addWidget(m_propose);
    column->addLayout(head);
    column->addWidget(m_members, 1);
    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("population.variants"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_variants);
    split->addWidget(below);
    split->setStretchFactor(0, 55);
    split->setStretchFactor(1, 45);
    setBody(split);
}

void VariantsPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VariantsPanel::retranslate()
{
    setTitle(tr("Variants"));
    m_definitions->setAccessibleName(tr("Definition"));
    m_definitions->setToolTip(tr("The definition whose sagas are counted"));
    m_variants->setAccessibleName(tr("Variants"));
    m_variants->setTitles({tr("Steps"), tr("Outcome"), tr("Share"), tr("Sagas"), tr("Median"), tr("p95")});
    m_propose->setObjectName(QStringLiteral("link"));
    m_propose->setText(tr("Propose a definition"));
    m_propose->setToolTip(tr("Make a definition from the sagas of this variant"));
    m_members->setAccessibleName(tr("Sagas of the variant"));
    m_members->setTitles({tr("Saga"), tr("State"), tr("Duration"), tr("Started")});
    if (m_counted.population) {
        offer(m_counted);
        showVariants();
    }
}

QString VariantsPanel::definition() const
{
    return m_definitions->currentData().toString();
}

void VariantsPanel::offer(const CountedSagas& counted)
{
    if (m_definitions->view()->isVisible()) // somebody is choosing
        return;
    const bool isChosen = m_definitions->currentIndex() >= 0;
    const QString before = definition();
    m_definitions->clear();
    for (const auto& [name, sagas] : definitionsOf(counted))
        m_definitions->addItem(QStringLiteral("%1 · %2").arg(definitionText(name), countText(sagas)), name);
    const int place = isChosen ? m_definitions->findData(before) : 0;
    m_definitions->setCurrentIndex(std::max(0, place));
}

void VariantsPanel::setCounted(const CountedSagas& counted)
{
    const bool isSame = m_counted.name == counted.name;
    m_counted = counted;
    if (!isSame)
        m_variants->setRows({});
    showVariants();
}

FactRow VariantsPanel::rowOf(const saga::Variant& variant, const saga::DefinitionPopulation& definition) const
{
    FactRow row;
    const QString name = toQString(definition.nameOf(variant));
    const double share = double(variant.members.size()) / double(std::max<std::size_t>(1, definition.sagas));
    row.key = name.isEmpty() ? QStringLiteral("-") : name;
    row.pills = pillsOf(variant, definition);
    row.state = mainState(variant.byState);
    row.share = share;
    const auto states = std::count_if(variant.byState.begin(), variant.byState.end(), [](std::size_t n) { return n > 0; });
    const QString outcome = stateLabel(*row.state) + (states > 1 ? QStringLiteral(" +%1").arg(states - 1) : QString());
    row.cells = {name.isEmpty() ? tr("no step of the definition") : name,
                 outcome,
                 percentText(share),
                 countText(variant.members.size()),
                 quantileText(variant.durations, 0.50),
                 quantileText(variant.durations, 0.95)};
    row.toolTip = tr("%1\n%2\nDurations of the %3 that ended, first event to end").arg(name, statesText(variant.byState), countText(variant.durations.count()));
    return row;
}

void VariantsPanel::showVariants()
{
    std::vector<FactRow> rows;
    const saga::DefinitionPopulation* definition = m_counted.definition();
    std::size_t sagas = 0;
    if (definition) {
        sagas = definition->sagas;
        for (std::size_t i = 0; i < std::min(kMostVariants, definition->variants.size()); ++i)
            rows.push_back(rowOf(definition->variants[i], *definition));
        if (definition->variants.size() > kMostVariants) {
            FactRow rest;
            rest.tone = FactRow::Tone::Heading;
            rest.cells << tr("and %1 rarer ones").arg(countText(definition->variants.size() - kMostVariants));
            rows.push_back(std::move(rest));
        }
    }
    const std::size_t variants = definition ? definition->variants.size() : 0;
    const QString window = m_state.timeWindow() ? tr(" · started in the time window") : QString();
    setSubtitle(tr("%1 sagas · %2 variants").arg(countText(sagas), countText(variants)) + window);
    m_variants->setRows(std::move(rows));
    if (m_variants->chosenKey().isEmpty() && definition && !definition->variants.empty())
        m_variants->choose(m_variants->facts().row(0).key);
    showMembers();
}

FactRow VariantsPanel::memberRow(base::SagaId id) const
{
    const saga::SagaSummary& saga = m_counted.snapshot->sagas.saga(id);
    FactRow row;
    row.key = QString::number(id.value);
    row.saga = id;
    row.state = saga.state;
    const bool isEnded = saga.endedAt != base::kNoTime && saga.startedAt != base::kNoTime;
    row.cells = {toQString(saga.key), stateLabel(saga.state),
                 isEnded ? durationText(saga.endedAt - saga.startedAt) : QStringLiteral("–"),
                 m_state.formatTime(saga.startedAt)};
    row.toolTip = tr("%1\nEnter or a double click shows it in the list").arg(toQString(saga.key));
    return row;
}

const saga::Variant* VariantsPanel::chosenVariant() const
{
    const saga::DefinitionPopulation* definition = m_counted.definition();
    const QModelIndex chosen = m_variants->currentIndex();
    const bool hasOne = definition && chosen.isValid() && std::size_t(chosen.row()) < definition->variants.size();
    return hasOne ? &definition->variants[std::size_t(chosen.row())] : nullptr;
}

void VariantsPanel::propose()
{
    if (const saga::Variant* variant = chosenVariant())
        Q_EMIT proposalWanted(m_counted.snapshot, variant->members);
}

void VariantsPanel::showMembers()
{
    const saga::Variant* variant = chosenVariant();
    std::vector<FactRow> rows;
    std::size_t all = 0;
    m_propose->setEnabled(variant != nullptr);
    if (variant != nullptr) {
        const std::vector<base::SagaId>& members = variant->members;
        all = members.size();
        for (auto member = members.rbegin(); member != members.rend() && rows.size() < kMostMembers; ++member)
            rows.push_back(memberRow(*member));
    }
    m_membersTitle->setText(all > kMostMembers
                                ? tr("Sagas of this variant: %1, the newest %2 shown").arg(countText(all), countText(kMostMembers))
                                : tr("Sagas of this variant: %1").arg(countText(all)));
    m_members->setRows(std::move(rows));
}

} // namespace sagascope::ui
