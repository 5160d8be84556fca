// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/NoteDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/ElidedLabel.h"
#include "ui/notes/NoteActions.h"

namespace sagascope::ui {

NoteDialog::NoteDialog(capture::Note note, QWidget* parent)
    : QDialog(parent), m_note(std::move(note)), m_text(new QPlainTextEdit(toQString(m_note.text))), m_bookmark(new QCheckBox(tr("&Bookmark")))
{
    setWindowTitle(m_note.saga.empty() ? tr("Note about an event") : tr("Note about a saga"));
    auto* subject = new ElidedLabel(subjectText(m_note));
    subject->setObjectName(QStringLiteral("monoMuted"));
    subject->setElideMode(Qt::ElideMiddle);
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("What is worth remembering about it"));
    m_text->setTabChangesFocus(true);
    m_text->moveCursor(QTextCursor::End);
    m_text->setMinimumSize(420, 130);
    m_text->installEventFilter(this);
    m_bookmark->setChecked(m_note.isBookmarked);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Keep"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("primary"));
    buttons->button(QDialogButtonBox::Ok)->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(subject);
    column->addWidget(m_text, 1);
    column->addWidget(m_bookmark);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_text->setFocus();
}

capture::Note NoteDialog::note() const
{
    capture::Note note = m_note;
    note.text = m_text->toPlainText().trimmed().toStdString();
    note.isBookmarked = m_bookmark->isChecked();
    return note;
}

/// Return begins a new line; with Ctrl it is done.
bool NoteDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier))
            return accept(), true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace sagascope::ui
