// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchField.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPauseMs = 150;
constexpr int kKeyWidth = 52;

} // namespace

SearchField::SearchField(ViewState& state, QWidget* parent)
    : QLineEdit(parent), m_state(state), m_finder([this](const ExactMatch& match) {
          if (!match.isFound())
              Q_EMIT nothingFound(text().trimmed());
          if (match.saga.isValid())
              m_state.selectSaga(match.saga);
          if (match.event.isValid())
              m_state.selectEvent(match.event);
          if (match.isFound())
              Q_EMIT m_state.roomRequested(match.saga.isValid() ? QStringLiteral("sagas") : QStringLiteral("events"));
      })
{
    setObjectName(QStringLiteral("search"));
    setClearButtonEnabled(true);
    // Room for the key's name, which an empty field shows at its right end.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        setTextMargins(0, 0, text.isEmpty() ? kKeyWidth : 0, 0);
    });
    setTextMargins(0, 0, kKeyWidth, 0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_state.setSearchText(text().trimmed()); });
    connect(this, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &SearchField::jump);
    connect(&state, &ViewState::searchTextChanged, this, [this] {
        if (m_state.searchText() != text().trimmed())
            setText(m_state.searchText());
    });
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    shortcut->setContext(Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    retranslate();
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search…  %1").arg(QStringLiteral("booking:BK-7741 state:compensated")));
    setAccessibleName(tr("Search"));
    setToolTip(tr("Ids, event types, topic patterns such as dreamscape.payment.*, state:compensated. "
                  "Enter jumps to an exact id."));
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::jump()
{
    m_pause.stop();
    m_state.setSearchText(text().trimmed());
    if (text().trimmed().isEmpty())
        return;
    m_finder.start([snapshot = m_state.snapshot(), wanted = text().trimmed().toStdString()](StopToken) {
        return findExact(*snapshot, wanted);
    });
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(Theme::current().monospace());
    painter.setPen(Theme::current().palette().muted);
    painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("Ctrl K"));
}

} // namespace sagascope::ui
