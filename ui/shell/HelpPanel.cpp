// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/HelpPanel.h"

#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QLocale>
#include <QTextBrowser>
#include <QToolButton>

namespace sagascope::ui {
namespace {

constexpr int kLeastWidth = 240; ///< leaves every room its own in a window of 1,280
constexpr int kWidth = 300;

} // namespace

HelpPanel::HelpPanel(QWidget* parent) : Panel({}, parent), m_text(new QTextBrowser), m_close(new QToolButton)
{
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(12);
    m_close->setText(QStringLiteral("✕"));
    m_close->setObjectName(QStringLiteral("flat"));
    addAction(m_close);
    setBody(m_text);
    setMinimumWidth(kLeastWidth);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
}

QSize HelpPanel::sizeHint() const
{
    return {kWidth, Panel::sizeHint().height()};
}

void HelpPanel::setRoom(const QString& roomName)
{
    m_room = roomName;
    if (isVisible())
        reload();
}

void HelpPanel::standLast()
{
    QWidget* last = window()->previousInFocusChain();
    while (last->focusPolicy() == Qt::NoFocus && last != window()) // Qt puts nothing behind what takes no focus
        last = last->previousInFocusChain();
    if (isAncestorOf(last))
        return;
    setTabOrder(last, m_close);
    setTabOrder(m_close, m_text);
}

QString HelpPanel::page(const QString& roomName, const QString& language)
{
    for (const QString& folder : {language, QStringLiteral("en")}) {
        QFile file(QStringLiteral(":/help/%1/%2.md").arg(folder, roomName));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

void HelpPanel::reload()
{
    setTitle(tr("Help"));
    m_close->setToolTip(tr("Close help (F1)"));
    m_close->setAccessibleName(tr("Close help (F1)"));
    m_text->setAccessibleName(tr("Help"));
    m_text->setMarkdown(page(m_room, QLocale().name().left(2)));
}

void HelpPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isVisible())
        reload();
}

void HelpPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    reload();
}

void HelpPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        Panel::keyPressEvent(event);
}

} // namespace sagascope::ui
