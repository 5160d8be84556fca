// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/RecordView.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/common/Panel.h"
#include "ui/common/Separator.h"
#include "ui/common/TightLayout.h"
#include "ui/compose/ComposeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMargin = 8;

/// Names step back, so that the values are what is read.
class NameHighlighter : public QSyntaxHighlighter
{
public:
    NameHighlighter(QTextDocument* document, const QString& pattern) : QSyntaxHighlighter(document), m_pattern(pattern)
    {
        connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
    }

protected:
    void highlightBlock(const QString& text) override
    {
        for (auto match = m_pattern.globalMatch(text); match.hasNext();) {
            const auto found = match.next();
            setFormat(int(found.capturedStart()), int(found.capturedLength()), Theme::current().palette().muted);
        }
    }

private:
    QRegularExpression m_pattern;
};

QPlainTextEdit* makeText(const QString& namePattern)
{
    auto* text = new QPlainTextEdit;
    text->setObjectName(QStringLiteral("smallDocument"));
    text->setProperty("mono", true);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->document()->setDocumentMargin(kMargin);
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    new NameHighlighter(text->document(), namePattern);
    return text;
}

QLabel* makeTitle()
{
    auto* title = new QLabel;
    title->setObjectName(QStringLiteral("panelTitle"));
    title->setContentsMargins(12, 8, 12, 2);
    return title;
}

// The size of a plain text document is counted in lines, those that wrap included.
void fitHeight(QPlainTextEdit* list)
{
    list->setFixedHeight(list->fontMetrics().lineSpacing() * int(list->document()->size().height()) + 2 * kMargin);
}

void replaceText(QPlainTextEdit* edit, const QString& text)
{
    if (edit->toPlainText() == text)
        return;
    const int at = edit->verticalScrollBar()->value();
    edit->setPlainText(text);
    edit->verticalScrollBar()->setValue(at);
}

} // namespace

RecordView::RecordView(QWidget* parent)
    : QWidget(parent), m_panel(new Panel), m_body(makeText(QStringLiteral(R"(^\s*"(?:[^"\\]|\\.)*":)"))),
      m_routing(makeText(QStringLiteral(R"(^\S+)"))), m_headers(makeText(QStringLiteral(R"(^\S+)"))),
      m_routingTitle(makeTitle()), m_headersTitle(makeTitle()), m_bytes(new QToolButton), m_copy(new QToolButton)
{
    for (QPlainTextEdit* list : {m_routing, m_headers}) {
        list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        list->installEventFilter(this);
    }
    m_body->setLineWrapMode(QPlainTextEdit::NoWrap); // keeps the shape of the document
    m_bytes->setCheckable(true);
    m_panel->addAction(m_bytes);
    m_panel->addAction(m_copy);
    connect(m_bytes, &QToolButton::toggled, this, &RecordView::setBytesShown);
    connect(m_copy, &QToolButton::clicked, this, &RecordView::copyJson);
    setupLayout();
    retranslate();
}

void RecordView::setupLayout()
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addWidget(m_body, 1);
    column->addWidget(new Separator);
    column->addWidget(m_routingTitle);
    column->addWidget(m_routing);
    column->addWidget(new Separator);
    column->addWidget(m_headersTitle);
    column->addWidget(m_headers);
    m_panel->setBody(body);
    auto* whole = tightColumn(this);
    whole->addWidget(m_panel);
    setMinimumWidth(240);
}

void RecordView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool RecordView::eventFilter(QObject* watched, QEvent* event)
{
    const bool isResized = event->type() == QEvent::Resize && static_cast<QResizeEvent*>(event)->oldSize().width() !=
                                                                  static_cast<QResizeEvent*>(event)->size().width();
    if (isResized || event->type() == QEvent::FontChange)
        QTimer::singleShot(0, watched, [list = static_cast<QPlainTextEdit*>(watched)] { fitHeight(list); });
    return QWidget::eventFilter(watched, event);
}

void RecordView::retranslate()
{
    m_panel->setTitle(tr("Record"));
    m_bytes->setText(tr("Bytes"));
    m_bytes->setToolTip(tr("Show the value exactly as it is sent"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the value as JSON"));
    m_copy->setAccessibleName(tr("Copy the value as JSON"));
    m_routingTitle->setText(tr("Where it goes"));
    m_headersTitle->setText(tr("Headers"));
    m_body->setAccessibleName(tr("Value of the record"));
    m_routing->setAccessibleName(tr("Where it goes"));
    m_headers->setAccessibleName(tr("Headers"));
    show();
}

void RecordView::setPreview(const compose::RecordPreview& preview, int partitions)
{
    m_preview = preview;
    m_partitions = partitions;
    show();
}

void RecordView::setBytesShown(bool isExact)
{
    m_bytes->setChecked(isExact);
    m_body->setLineWrapMode(isExact ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    show();
}

void RecordView::show()
{
    m_panel->setSubtitle(tr("as it will be sent · %1").arg(sizeText(m_preview.size)));
    const auto json = compose::fromJsonText(m_preview.body);
    replaceText(m_body, m_bytes->isChecked() || !json ? toQString(m_preview.body) : indentedJson(*json));
    QString partition = m_preview.key ? tr("by the key") : tr("any");
    if (m_preview.partition)
        partition = m_partitions > 0 ? tr("%1 of %2").arg(*m_preview.partition).arg(m_partitions)
                                     : QString::number(*m_preview.partition);
    if (m_preview.isPartitionFixed)
        partition += tr(" (chosen by you)");
    // Padded: in monospace the values stand in one column.
    const auto line = [](const QString& name, const QString& value) { return name.leftJustified(13) + QLatin1Char(' ') + value; };
    fillList(m_routing, {line(QStringLiteral("topic"), toQString(m_preview.topic)),
                         line(QStringLiteral("key"), m_preview.key ? toQString(*m_preview.key) : tr("null")),
                         line(QStringLiteral("partition"), partition)});
    QStringList headers;
    for (const kafka::OutgoingHeader& header : m_preview.headers)
        headers << line(toQString(header.name), header.value ? toQString(*header.value) : tr("null"));
    fillList(m_headers, headers);
}

void RecordView::fillList(QPlainTextEdit* list, const QStringList& lines)
{
    replaceText(list, lines.join(QLatin1Char('\n')));
    fitHeight(list);
}

QString RecordView::bodyText() const
{
    return m_body->toPlainText();
}

QString RecordView::routingText() const
{
    return m_routing->toPlainText();
}

QString RecordView::headersText() const
{
    return m_headers->toPlainText();
}

void RecordView::copyJson() const
{
    QGuiApplication::clipboard()->setText(toQString(m_preview.body));
}

} // namespace sagascope::ui
