// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/StuckMark.h"

#include <QEvent>

#include "ui/sagas/population/PopulationFeed.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

StuckMark::StuckMark(PopulationFeed& feed, QWidget* parent) : QLabel(parent), m_feed(feed)
{
    hide();
    connect(&m_feed, &PopulationFeed::populationChanged, this, &StuckMark::judge);
    connect(&Theme::current(), &Theme::changed, this, &StuckMark::judge);
}

void StuckMark::setSaga(base::SagaId saga)
{
    m_saga = saga;
    judge();
}

void StuckMark::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        judge();
}

void StuckMark::judge()
{
    const saga::PopulationPtr& population = m_feed.population();
    const auto stuck = population ? saga::stuckSaga(*population, m_saga, m_feed.snapshot()->takenAt) : std::nullopt;
    setVisible(stuck.has_value());
    if (!stuck)
        return;
    const QString sentence = stuckSentence(*stuck, *population->populationOf(m_saga));
    setText(QStringLiteral("<span style='color:%1'>⏳ %2</span>").arg(Theme::current().palette().warning.name(), tr("stuck")));
    setToolTip(sentence);
    setAccessibleName(tr("stuck: %1").arg(sentence));
}

} // namespace sagascope::ui
