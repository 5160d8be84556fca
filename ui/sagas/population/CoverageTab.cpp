// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/CoverageTab.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/sagas/population/FactTable.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString kindTitle(saga::CoverageKind kind)
{
    switch (kind) {
    case saga::CoverageKind::Step: return CoverageTab::tr("Steps");
    case saga::CoverageKind::Failure: return CoverageTab::tr("Failures");
    case saga::CoverageKind::Compensation: return CoverageTab::tr("Compensations");
    case saga::CoverageKind::Branch: return CoverageTab::tr("Branches: what caused what");
    case saga::CoverageKind::Healing: return CoverageTab::tr("Failures that healed");
    case saga::CoverageKind::Outcome: return CoverageTab::tr("Outcomes");
    }
    return {};
}

/// `effect<-cause` and `failure>healer` read from left to right.
QString itemText(const saga::CoverageItem& item)
{
    const QString name = toQString(item.name);
    const QString arrow = QStringLiteral("%1 → %2");
    if (item.kind == saga::CoverageKind::Branch)
        return arrow.arg(shortType(name.section(QStringLiteral("<-"), 1).toStdString()),
                         shortType(name.section(QStringLiteral("<-"), 0, 0).toStdString()));
    if (item.kind == saga::CoverageKind::Healing)
        return arrow.arg(name.section(QLatin1Char('>'), 0, 0), name.section(QLatin1Char('>'), 1));
    if (item.kind == saga::CoverageKind::Outcome)
        return stateLabel(saga::stateFromName(item.name).value_or(saga::SagaState::Running));
    return name;
}

} // namespace

CoverageTab::CoverageTab(QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel), m_copy(new QToolButton), m_table(new FactTable),
      m_counter([this](std::pair<CountedSagas, saga::Coverage> counted) {
          m_shown = std::move(counted.first);
          m_coverage = std::move(counted.second);
          showCoverage();
      })
{
    layOutFacts(this, m_sentence, m_copy, m_table);
    m_table->setNumbers(1);
    m_table->setWidths({76, 136});
    connect(m_copy, &QToolButton::clicked, this, &CoverageTab::copy);
    connect(m_table, &FactTable::opened, this, &CoverageTab::opened);
    retranslate();
}

CoverageTab::~CoverageTab() = default;

void CoverageTab::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CoverageTab::retranslate()
{
    m_copy->setText(tr("Copy CSV"));
    m_copy->setToolTip(tr("Copy the coverage as comma-separated values, with the keys of examples"));
    m_table->setAccessibleName(tr("Coverage of the definition"));
    m_table->setTitles({tr("What the definition provides for"), tr("Sagas"), tr("Example")});
    showCoverage();
}

void CoverageTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        count();
}

void CoverageTab::setCounted(const CountedSagas& counted)
{
    m_counted = counted;
    m_isStale = true;
    if (isVisible())
        count();
}

void CoverageTab::count()
{
    m_isStale = false;
    m_counter.start(
        [counted = m_counted](StopToken) {
            const auto& catalog = counted.snapshot ? counted.snapshot->catalog : nullptr;
            const auto* definition = catalog ? catalog->definition(counted.name.toStdString()) : nullptr;
            saga::Coverage coverage;
            if (definition && counted.population)
                coverage = saga::coverageOf(*definition, *counted.population);
            return std::pair(counted, std::move(coverage));
        },
        LatestWins<std::pair<CountedSagas, saga::Coverage>>::Running::Keep);
}

void CoverageTab::showCoverage()
{
    std::vector<FactRow> rows;
    std::optional<saga::CoverageKind> kind;
    for (const saga::CoverageItem& item : m_coverage.items) {
        if (kind != item.kind) {
            FactRow heading;
            heading.tone = FactRow::Tone::Heading;
            heading.cells << kindTitle(item.kind);
            rows.push_back(std::move(heading));
            kind = item.kind;
        }
        FactRow row;
        row.key = QStringLiteral("%1/%2").arg(int(item.kind)).arg(toQString(item.name));
        row.tone = item.isExercised() ? FactRow::Tone::Plain : FactRow::Tone::Warning;
        QString example;
        if (!item.examples.empty()) {
            row.saga = item.examples.front();
            example = shortId(toQString(m_shown.snapshot->sagas.saga(row.saga).key));
        }
        row.cells = {itemText(item), item.isExercised() ? countText(item.sagas) : tr("never"), example};
        row.toolTip = toQString(item.note.empty() ? item.name : item.note);
        if (item.isExercised())
            row.toolTip += QLatin1Char('\n') + tr("Enter or a double click shows an example");
        rows.push_back(std::move(row));
    }
    const std::size_t all = m_coverage.items.size();
    m_sentence->setText(all == 0 ? tr("These sagas follow no definition, so there is nothing to cover.")
                                 : tr("%1 of %2 exercised; what never was is marked.").arg(countText(m_coverage.exercised()), countText(all)));
    m_copy->setEnabled(all > 0);
    m_table->setRows(std::move(rows));
}

void CoverageTab::copy() const
{
    if (m_shown.population)
        QApplication::clipboard()->setText(toQString(saga::coverageCsv(m_coverage, *m_shown.population)));
}

} // namespace sagascope::ui
