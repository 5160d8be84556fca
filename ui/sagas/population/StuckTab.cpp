// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/StuckTab.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

#include "ui/common/CodeText.h"
#include "ui/sagas/population/FactTable.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostShown = 500;

QString servicesText(const saga::StuckSaga& stuck)
{
    QStringList services;
    for (const saga::AwaitedStep& awaited : stuck.awaited) {
        if (const QString service = toQString(awaited.service); !service.isEmpty() && !services.contains(service))
            services << service;
    }
    return services.isEmpty() ? QStringLiteral("–") : services.join(QStringLiteral(", "));
}

} // namespace

StuckTab::StuckTab(QWidget* parent)
    : QWidget(parent), m_stuck(std::make_shared<std::vector<saga::StuckSaga>>()), m_sentence(new QLabel),
      m_copy(new QToolButton), m_table(new FactTable)
{
    layOutFacts(this, m_sentence, m_copy, m_table);
    m_table->setNumbers(1, 3);
    m_table->setKeysFirst(true);
    m_table->setWidths({84, 76, 210, 130, 130});
    connect(m_copy, &QToolButton::clicked, m_table, &FactTable::copyAll);
    connect(m_table, &FactTable::opened, this, &StuckTab::opened);
    retranslate();
}

void StuckTab::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StuckTab::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the list, cells apart by tabs"));
    m_table->setAccessibleName(tr("Stuck sagas"));
    m_table->setTitles({tr("Saga"), tr("Waits"), tr("p99"), tr("Awaits"), tr("Should come from"), tr("Last producer")});
    showStuck();
}

void StuckTab::setStuck(const CountedSagas& counted, Stuck stuck)
{
    m_counted = counted;
    m_stuck = std::move(stuck);
    showStuck();
}

FactRow StuckTab::rowOf(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition) const
{
    FactRow row;
    const QString key = toQString(m_counted.snapshot->sagas.saga(stuck.saga).key);
    row.key = QString::number(stuck.saga.value);
    row.saga = stuck.saga;
    row.cells = {shortId(key),
                 durationText(stuck.elapsed),
                 durationText(stuck.limit),
                 awaitedText(stuck, definition),
                 servicesText(stuck),
                 stuck.lastProducer.empty() ? QStringLiteral("–") : toQString(stuck.lastProducer)};
    row.toolTip = key + QLatin1Char('\n') + stuckSentence(stuck, definition);
    return row;
}

void StuckTab::showStuck()
{
    std::vector<FactRow> rows;
    m_count = 0;
    const saga::DefinitionPopulation* definition = m_counted.whole ? m_counted.whole->find(m_counted.name.toStdString()) : nullptr;
    for (const saga::StuckSaga& stuck : *m_stuck) {
        if (!definition || m_counted.whole->populationOf(stuck.saga) != definition)
            continue;
        if (++m_count <= kMostShown)
            rows.push_back(rowOf(stuck, *definition));
    }
    if (m_count == 0)
        m_sentence->setText(tr("No saga waits longer than 99 % of the others did at its step. Steps that fewer than %1 sagas have passed are not judged.")
                                .arg(saga::kEnoughSamples));
    else
        m_sentence->setText(tr("%1 wait longer than 99 % of the others did at their step, the worst first. This changes no state.").arg(countText(m_count)));
    m_copy->setEnabled(m_count > 0);
    m_table->setRows(std::move(rows));
}

} // namespace sagascope::ui
