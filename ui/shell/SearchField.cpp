// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchField.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QSettings>
#include <QShortcut>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/common/CodeText.h"
#include "ui/shell/QueryWords.h"
#include "ui/shell/SearchPopup.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPauseMs = 150;
constexpr int kLongPauseMs = 600; ///< while a word may become a field's name: "sta" is hardly what is searched
constexpr int kKeyWidth = 52;
constexpr qsizetype kMostRecent = 10;

QString recentKey()
{
    return QStringLiteral("search/recent");
}

std::size_t byteAt(const QString& text, qsizetype letter)
{
    return std::size_t(text.left(letter).toUtf8().size());
}

bool mayBecomeField(const QString& text)
{
    const std::string word = session::toLowerAscii(text.mid(text.lastIndexOf(QLatin1Char(' ')) + 1).toStdString());
    const auto fields = session::queryFields();
    return !word.empty() &&
           std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.name.starts_with(word); });
}

} // namespace

SearchField::SearchField(ViewState& state, QWidget* parent)
    : QueryEdit(parent), m_state(state), m_finder([this](const ExactMatch& match) {
          if (!match.isFound())
              Q_EMIT nothingFound(text().trimmed());
          if (match.saga.isValid())
              m_state.selectSaga(match.saga);
          if (match.event.isValid())
              m_state.selectEvent(match.event);
          if (match.isFound())
              Q_EMIT m_state.roomRequested(match.saga.isValid() ? QStringLiteral("sagas") : QStringLiteral("events"));
      }),
      m_completer([this](const Completed& completed) { takeCompletion(completed); })
{
    setObjectName(QStringLiteral("search"));
    setClearButtonEnabled(true);
    setupTyping();
    setupShortcuts();
    setupSaved();
    retranslate();
}

SearchField::~SearchField()
{
    delete m_popup;
}

void SearchField::setupTyping()
{
    // Room for the key's name, which an empty field shows at its right end.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        setTextMargins(0, 0, text.isEmpty() ? kKeyWidth : 0, 0);
        m_pause.start(mayBecomeField(text) ? kLongPauseMs : kPauseMs);
    });
    setTextMargins(0, 0, kKeyWidth, 0);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::send);
    connect(this, &QLineEdit::textEdited, this, &SearchField::offer);
    connect(this, &QLineEdit::returnPressed, this, &SearchField::accept);
    connect(&m_state, &ViewState::searchTextChanged, this, [this] {
        if (m_state.searchText() != text().trimmed())
            setText(m_state.searchText());
    });
}

void SearchField::setupShortcuts()
{
    for (const QKeySequence& keys : {QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(QKeySequence::Find)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, this, [this] {
            setFocus(Qt::ShortcutFocusReason);
            selectAll();
        });
    }
}

void SearchField::setupSaved()
{
    m_savedMenu = new SavedSearchMenu(this);
    m_saved = addAction(QIcon(), QLineEdit::LeadingPosition);
    connect(m_saved, &QAction::triggered, this, &SearchField::openSaved);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this);
    shortcut->setContext(Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, &SearchField::openSaved);
    connect(m_savedMenu, &SavedSearchMenu::chosen, this, [this](const QString& query) {
        setText(query);
        setFocus();
        accept();
    });
    connect(&Theme::current(), &Theme::changed, this, &SearchField::drawSaved);
    drawSaved();
}

/// A star, as an icon of the theme's colour.
void SearchField::drawSaved()
{
    constexpr int kSize = 16;
    constexpr int kPoints = 10;
    QPixmap picture(QSize(kSize, kSize) * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPolygonF star;
    for (int i = 0; i < kPoints; ++i) {
        const double angle = (double(i) / kPoints - 0.25) * 2 * std::numbers::pi;
        const double radius = i % 2 == 0 ? 6.5 : 2.8;
        star << QPointF(kSize / 2.0 + radius * std::cos(angle), kSize / 2.0 + radius * std::sin(angle));
    }
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().palette().muted, 1.2));
    painter.drawPolygon(star);
    painter.end();
    m_saved->setIcon(QIcon(picture));
}

void SearchField::openSaved()
{
    hidePopup();
    m_savedMenu->setCurrent(error() || isHelpWanted() ? QString() : text().trimmed());
    m_savedMenu->popup(mapToGlobal(QPoint(0, height())));
}

SearchPopup& SearchField::popup()
{
    if (!m_popup) {
        m_popup = new SearchPopup(window());
        connect(m_popup, &SearchPopup::chosen, this, &SearchField::choose);
    }
    return *m_popup;
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search…  %1").arg(QStringLiteral("booking:BK-7741 state:compensated")));
    setAccessibleName(tr("Search"));
    m_saved->setText(tr("Saved searches"));
    m_saved->setToolTip(tr("Saved searches (Ctrl+Shift+F)"));
    setToolTip(tr("Ids, event types, state:compensated, duration:>5s, … Type ? for the language. "
                  "Enter jumps to an exact id."));
}

/// Mistakes are found at once; the rooms wait for a pause.
void SearchField::send()
{
    if (!error() && !isHelpWanted())
        m_state.setSearchText(text().trimmed());
}

void SearchField::offer()
{
    if (isHelpWanted())
        return offerHelp();
    if (text().trimmed().isEmpty())
        return offerRecent();
    complete();
}

void SearchField::offerHelp()
{
    std::vector<SearchPopup::Entry> entries;
    for (const QueryExample& example : queryExamples())
        entries.push_back({example.query, example.meaning});
    m_completer.cancel();
    m_replacesAll = true;
    popup().setProblem({});
    popup().setEntries(tr("The search language. Choose a line to try it; F1 tells more."), std::move(entries));
    popup().showBelow(*this);
}

void SearchField::offerRecent()
{
    std::vector<SearchPopup::Entry> entries;
    for (const SavedSearches::Search& saved : SavedSearches::all())
        entries.push_back({saved.query, saved.name});
    for (const QString& query : QSettings().value(recentKey()).toStringList().mid(0, kMostRecent))
        entries.push_back({query, {}});
    m_completer.cancel();
    m_replacesAll = true;
    popup().setProblem({});
    popup().setEntries(tr("Saved and recent searches. Type ? for the language."), std::move(entries));
    popup().showBelow(*this);
}

void SearchField::complete()
{
    m_completer.start([snapshot = m_state.snapshot(), text = text(), cursor = cursorPosition()](StopToken) {
        return Completed{text, cursor, session::completeQuery(*snapshot, text.toStdString(), byteAt(text, cursor))};
    });
}

void SearchField::takeCompletion(const Completed& completed)
{
    if (!hasFocus() || completed.text != text() || completed.cursor != cursorPosition())
        return;
    std::vector<SearchPopup::Entry> entries;
    const QString typed = toQString(std::string_view(completed.text.toStdString())
                                        .substr(completed.completion.span.position, completed.completion.span.length));
    for (const session::QuerySuggestion& suggestion : completed.completion.suggestions)
        if (toQString(suggestion.text) != typed)
            entries.push_back({toQString(suggestion.text), querySuggestionText(suggestion)});
    m_completed = completed.completion.span;
    m_replacesAll = false;
    popup().setProblem(error() ? queryErrorText(*error()) : QString());
    popup().setEntries({}, std::move(entries));
    popup().showBelow(*this);
    if (error()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        setAccessibleDescription(queryErrorText(*error()));
        QAccessible::updateAccessibility(&changed);
    }
}

void SearchField::choose(int entry)
{
    if (entry < 0 || entry >= int(popup().entries().size()))
        return;
    const QString chosen = popup().entries()[std::size_t(entry)].text;
    if (m_replacesAll) {
        setText(chosen);
        hidePopup();
        return accept();
    }
    const qsizetype from = letterAt(text(), m_completed.position);
    const qsizetype length = letterAt(text(), m_completed.position + m_completed.length) - from;
    // A value is done, and a blank says so; a field waits for its value.
    const bool isDone = !chosen.endsWith(QLatin1Char(':')) && !chosen.endsWith(QLatin1Char('.')) && !chosen.endsWith(QLatin1Char('('));
    const bool isAtEnd = from + length == text().size();
    const QString put = isDone && isAtEnd ? chosen + QLatin1Char(' ') : chosen;
    setText(text().replace(from, length, put));
    setCursorPosition(int(from + put.size()));
    setFocus();
    isDone ? hidePopup() : complete();
}

bool SearchField::handlePopupKey(const QKeyEvent& event)
{
    const bool isShown = m_popup && m_popup->isVisible();
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (isShown)
            m_popup->moveSelection(event.key() == Qt::Key_Down ? 1 : -1);
        else
            offer();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isShown || m_popup->selected() < 0)
            return false;
        choose(m_popup->selected());
        return true;
    case Qt::Key_Escape:
        if (!isShown)
            return false;
        hidePopup();
        return true;
    default: return false;
    }
}

bool SearchField::event(QEvent* event)
{
    // Tab takes the first completion; it would otherwise leave before keyPressEvent() saw it.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        const bool canTake = m_popup && m_popup->isVisible() && !m_popup->entries().empty() && !m_replacesAll;
        if (canTake) {
            choose(std::max(0, m_popup->selected()));
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (handlePopupKey(*event))
        return;
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

bool SearchField::isOneId() const
{
    const session::ParsedQuery parsed = session::parseQuery(text().toStdString());
    if (!parsed || parsed.query.root.kind != session::QueryNode::Kind::Term)
        return false;
    const session::QueryTerm& term = parsed.query.root.term;
    const bool isId = term.field == session::QueryField::Anything || term.field == session::QueryField::Key ||
                      term.field == session::QueryField::Identifier;
    const auto mode = term.text.mode();
    return isId && mode != session::TextPattern::Mode::Wildcard && mode != session::TextPattern::Mode::Expression;
}

void SearchField::accept()
{
    m_pause.stop();
    if (error()) {
        popup().setProblem(queryErrorText(*error()));
        popup().showBelow(*this);
        return;
    }
    if (isHelpWanted())
        return;
    hidePopup();
    send();
    remember();
    if (isOneId())
        jump();
    else if (!text().trimmed().isEmpty())
        Q_EMIT accepted();
}

void SearchField::jump()
{
    const session::ParsedQuery parsed = session::parseQuery(text().toStdString());
    m_finder.start([snapshot = m_state.snapshot(), wanted = parsed.query.root.term.value](StopToken) {
        return findExact(*snapshot, wanted);
    });
}

void SearchField::hidePopup()
{
    m_completer.cancel();
    if (m_popup)
        m_popup->hide();
}

void SearchField::remember()
{
    const QString query = text().trimmed();
    if (query.isEmpty() || error() || isHelpWanted())
        return;
    QSettings settings;
    QStringList recent = settings.value(recentKey()).toStringList();
    recent.removeAll(query);
    recent.prepend(query);
    settings.setValue(recentKey(), QStringList(recent.mid(0, kMostRecent)));
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ShortcutFocusReason && text().isEmpty())
        offerRecent();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    hidePopup();
}

void SearchField::mousePressEvent(QMouseEvent* event)
{
    QLineEdit::mousePressEvent(event);
    if (text().isEmpty())
        offerRecent();
}

void SearchField::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QueryEdit::paintEvent(event);
    if (!text().isEmpty())
        return;
    QPainter painter(this);
    painter.setFont(Theme::current().monospace());
    painter.setPen(Theme::current().palette().muted);
    painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("Ctrl K"));
}

} // namespace sagascope::ui
