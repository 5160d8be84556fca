// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/SagaCopies.h"

#include <QIcon>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

#include <utility>

#include "ui/sagas/SagaViews.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

const QKeySequence& textKeys()
{
    static const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    return keys;
}

const QKeySequence& saveKeys()
{
    static const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    return keys;
}

/// The keys stand beside the words where they mean the same; they work by a shortcut of the room, menu or no menu.
QString withKeys(const QString& words, const QKeySequence& keys, const CopySubject& subject)
{
    return subject.view.isEmpty() ? words : words + u'\t' + keys.toString(QKeySequence::NativeText);
}

} // namespace

SagaCopies::SagaCopies(SagaViews& views, MessageBar& messages, QWidget* room)
    : QObject(room), m_views(views), m_copier(new SagaCopier(messages, room)), m_button(new QToolButton),
      m_menu(new QMenu(m_button))
{
    m_button->setObjectName(QStringLiteral("copyMenu"));
    m_button->setPopupMode(QToolButton::InstantPopup);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setMenu(m_menu);
    m_views.addAction(m_button);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        fill(*m_menu, shown());
    });
    connect(&Theme::current(), &Theme::changed, this, &SagaCopies::showIcon);
    const auto addShortcut = [&](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, room);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    addShortcut(textKeys(), [this] { m_copier->toClipboard(CopyKind::Text, shown()); });
    addShortcut(saveKeys(), [this] { m_copier->saveAs(shown()); });
    showIcon();
    retranslate();
}

void SagaCopies::showIcon()
{
    const bool isDark = Theme::current().kind() == ThemeKind::Dark;
    m_button->setIcon(QIcon(isDark ? QStringLiteral(":/icons/dark/copy.svg") : QStringLiteral(":/icons/light/copy.svg")));
}

void SagaCopies::setSaga(ToldSagaPtr told)
{
    m_told = std::move(told);
    m_button->setEnabled(m_told && m_told->saga.isValid());
}

CopySubject SagaCopies::shown() const
{
    if (!m_told || !m_told->saga.isValid())
        return {};
    return {m_told->snapshot, {m_told->saga}, m_views.current()->name(), m_views.current()->picture()};
}

void SagaCopies::fill(QMenu& menu, const session::SnapshotPtr& snapshot, const std::vector<base::SagaId>& sagas)
{
    const bool isShown = m_told && sagas.size() == 1 && sagas.front() == m_told->saga && snapshot->numbering == m_told->snapshot->numbering;
    fill(menu, isShown ? shown() : CopySubject{snapshot, sagas, {}, {}});
}

void SagaCopies::fill(QMenu& menu, const CopySubject& subject)
{
    const auto add = [&](const QString& words, CopyKind kind) {
        QAction* action = menu.addAction(words, this, [this, kind, subject] { m_copier->toClipboard(kind, subject); });
        action->setEnabled(subject.canBe(kind));
    };
    add(withKeys(tr("Copy as text"), textKeys(), subject), CopyKind::Text);
    add(tr("Copy as picture"), CopyKind::Png);
    add(tr("Copy as Mermaid"), CopyKind::Mermaid);
    add(tr("Copy as PlantUML"), CopyKind::PlantUml);
    menu.addSeparator();
    const QString save = subject.sagas.size() > 1 ? tr("Save %n sagas as…", nullptr, int(subject.sagas.size())) : tr("Save as…");
    menu.addAction(withKeys(save, saveKeys(), subject), this, [this, subject] { m_copier->saveAs(subject); })->setEnabled(!subject.sagas.empty());
}

void SagaCopies::retranslate()
{
    m_button->setToolTip(tr("Copy or save this saga: as text for a ticket, as a picture, as a diagram, as JSON. Secrets stay masked."));
    m_button->setAccessibleName(tr("Copy or save this saga"));
}

} // namespace sagascope::ui
