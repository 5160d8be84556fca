// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventFilterBar.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStringListModel>
#include <QToolButton>

#include "ui/common/Chip.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using SearchState = EventTableModel::SearchState;

constexpr int kTypingPauseMilliseconds = 150;

QCompleter* completer(QStringListModel* model, QLineEdit* field)
{
    auto* completer = new QCompleter(model, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    field->setCompleter(completer);
    return completer;
}

} // namespace

EventFilterBar::EventFilterBar(QWidget* parent)
    : QWidget(parent),
      m_topic(new QLineEdit),
      m_type(new QLineEdit),
      m_id(new QLineEdit),
      m_findings(new Chip({}, [] { return Theme::current().severityColor(base::Severity::Warning); })),
      m_undecodable(new Chip({}, [] { return Theme::current().severityColor(base::Severity::Error); })),
      m_follow(new Chip({})),
      m_clear(new QToolButton),
      m_stop(new QToolButton),
      m_counts(new QLabel),
      m_topics(new QStringListModel(this)),
      m_types(new QStringListModel(this))
{
    setupFields();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(6);
    row->addWidget(m_topic, 3);
    row->addWidget(m_type, 2);
    row->addWidget(m_id, 2);
    row->addWidget(m_findings);
    row->addWidget(m_undecodable);
    row->addWidget(m_clear);
    row->addStretch(0);
    row->addWidget(m_counts);
    row->addWidget(m_stop);
    row->addWidget(m_follow);
    retranslate();
}

void EventFilterBar::setupFields()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &EventFilterBar::filterChanged);
    for (QLineEdit* field : {m_topic, m_type, m_id}) {
        field->setProperty("mono", true);
        field->setClearButtonEnabled(true);
        field->setMinimumWidth(96);
        connect(field, &QLineEdit::textChanged, this, [this] {
            updateClear();
            m_pause.start();
        });
    }
    completer(m_topics, m_topic);
    completer(m_types, m_type);
    for (Chip* chip : {m_findings, m_undecodable})
        connect(chip, &Chip::toggled, this, [this] {
            updateClear();
            Q_EMIT filterChanged();
        });
    connect(m_follow, &Chip::clicked, this, &EventFilterBar::followingToggled);
    m_follow->setChecked(true);
    m_clear->setObjectName(QStringLiteral("link"));
    connect(m_clear, &QToolButton::clicked, this, &EventFilterBar::clear);
    m_stop->setObjectName(QStringLiteral("link"));
    m_stop->hide();
    connect(m_stop, &QToolButton::clicked, this, [this] {
        m_known.state == SearchState::Stopped ? Q_EMIT searchResumed() : Q_EMIT searchStopped();
    });
    m_counts->setObjectName(QStringLiteral("small"));
    updateClear();
}

EventFilter EventFilterBar::filter() const
{
    EventFilter filter;
    filter.topicPattern = m_topic->text().trimmed().toStdString();
    filter.type = m_type->text().trimmed().toStdString();
    filter.id = m_id->text().trimmed().toStdString();
    filter.onlyFindings = m_findings->isChecked();
    filter.onlyUndecodable = m_undecodable->isChecked();
    return filter;
}

void EventFilterBar::clear()
{
    for (QLineEdit* field : {m_topic, m_type, m_id})
        field->clear();
    m_findings->setChecked(false);
    m_undecodable->setChecked(false);
    m_pause.stop();
    Q_EMIT filterChanged();
}

void EventFilterBar::setCompletions(const QStringList& topics, const QStringList& types)
{
    if (topics != m_topics->stringList())
        m_topics->setStringList(topics);
    if (types != m_types->stringList())
        m_types->setStringList(types);
}

void EventFilterBar::setCounts(const Counts& counts)
{
    m_known = counts;
    const bool isStopped = counts.state == SearchState::Stopped;
    m_counts->setText(countsText());
    m_stop->setVisible(isStopped || counts.state == SearchState::Searching);
    m_stop->setText(isStopped ? tr("Go on") : tr("Stop"));
    m_stop->setToolTip(isStopped ? tr("Search the rest, too") : tr("Stop searching; what was found stays"));
}

QString EventFilterBar::countsText() const
{
    if (m_known.unread == 0)
        return foundText();
    return tr("%1 · %2 could not be read").arg(foundText(), QLocale().toString(qulonglong(m_known.unread)));
}

QString EventFilterBar::foundText() const
{
    const QLocale locale;
    const QString shown = locale.toString(qulonglong(m_known.shown));
    const QString searched = locale.toString(qulonglong(m_known.searched));
    const QString total = locale.toString(qulonglong(m_known.total));
    switch (m_known.state) {
    case SearchState::Filtering: return tr("filtering…");
    case SearchState::Searching: return tr("%1 found, %2 of %3 searched").arg(shown, searched, total);
    case SearchState::Stopped: return tr("stopped: %1 found, %2 of %3 searched").arg(shown, searched, total);
    case SearchState::Idle: break;
    }
    return m_known.shown == m_known.total ? tr("%Ln event(s)", nullptr, int(m_known.total))
                                          : tr("showing %1 of %2").arg(shown, total);
}

void EventFilterBar::setFollowing(bool isFollowing)
{
    m_follow->setChecked(isFollowing);
}

void EventFilterBar::updateClear()
{
    m_clear->setVisible(!filter().isEmpty());
}

void EventFilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventFilterBar::retranslate()
{
    m_topic->setPlaceholderText(tr("Topic, e.g. dreamscape.payment.*"));
    m_topic->setToolTip(tr("* is one segment of the name, ** any number; dots are dots"));
    m_topic->setAccessibleName(tr("Topic pattern"));
    m_type->setPlaceholderText(tr("Event type"));
    m_type->setAccessibleName(tr("Event type"));
    m_id->setPlaceholderText(tr("Any id"));
    m_id->setToolTip(tr("A whole event, correlation or causation id, or part of any identifier"));
    m_id->setAccessibleName(tr("Any id"));
    m_findings->setText(tr("with findings"));
    m_undecodable->setText(tr("undecodable"));
    m_follow->setText(tr("follow"));
    m_follow->setToolTip(tr("Keep the newest events in view (End)"));
    for (Chip* chip : {m_findings, m_undecodable, m_follow}) {
        chip->setAccessibleName(chip->text());
        chip->updateGeometry();
    }
    m_clear->setText(tr("Clear filters"));
    setCounts(m_known);
}

} // namespace sagascope::ui
