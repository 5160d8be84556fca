// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PayloadView.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

#include "ui/common/JsonHighlighter.h"
#include "ui/common/JsonTree.h"
#include "ui/common/TightLayout.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

const QString& arrow()
{
    static const QString text = QStringLiteral("   ← ");
    return text;
}

class AnnotatedText
{
public:
    AnnotatedText(const JsonDocument& document, const std::vector<SchemaHint>& hints, bool isMasked)
        : m_document(document), m_hints(hints), m_isMasked(isMasked)
    {
    }

    QString write()
    {
        if (!m_document.items.empty())
            write(0, 0, {}, {});
        return m_lines.join(u'\n');
    }

private:
    void write(int index, int depth, const QString& name, const QString& comma)
    {
        const JsonItem& item = m_document.items[std::size_t(index)];
        const QString indent(2 * depth, u' ');
        const QString start = indent + (name.isEmpty() ? QString() : jsonQuoted(name) + QStringLiteral(": "));
        if (item.isMissing)
            return add(indent + jsonQuoted(name), index);
        const bool isObject = item.kind == event::JsonKind::Object;
        if (!isObject && item.kind != event::JsonKind::Array)
            return add(start + toJsonText(m_document, index, m_isMasked) + comma, index);
        add(start + (isObject ? u'{' : u'['), index);
        for (std::size_t i = 0; i < item.children.size(); ++i) {
            const JsonItem& child = m_document.items[std::size_t(item.children[i])];
            const bool isLast = i + 1 == item.children.size() || m_document.items[std::size_t(item.children[i + 1])].isMissing; // ghosts come last
            write(item.children[i], depth + 1, isObject ? child.name : QString(), isLast ? QString() : QStringLiteral(","));
        }
        m_lines << indent + (isObject ? u'}' : u']') + comma;
    }

    void add(const QString& line, int item)
    {
        const QString hint = std::size_t(item) < m_hints.size() ? schemaHintText(m_hints[std::size_t(item)]) : QString();
        m_lines << (hint.isEmpty() ? line : line + arrow() + hint);
    }

    const JsonDocument& m_document;
    const std::vector<SchemaHint>& m_hints;
    bool m_isMasked;
    QStringList m_lines;
};

/// Hints are muted, whatever they look like as JSON.
class HintHighlighter : public JsonHighlighter
{
public:
    using JsonHighlighter::JsonHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        JsonHighlighter::highlightBlock(text);
        const qsizetype at = text.lastIndexOf(arrow());
        if (at >= 0)
            setFormat(int(at), int(text.size() - at), Theme::current().palette().muted);
    }
};

QToolButton* segment()
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("segment"));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    return button;
}

} // namespace

QString annotatedText(const JsonDocument& document, const std::vector<SchemaHint>& hints, bool isMasked)
{
    return AnnotatedText(document, hints, isMasked).write();
}

PayloadView::PayloadView(QWidget* parent)
    : QWidget(parent), m_asTree(segment()), m_asText(segment()), m_counts(new QLabel), m_tree(new JsonTree), m_text(new QPlainTextEdit),
      m_stack(new QStackedWidget)
{
    m_text->setObjectName(QStringLiteral("document"));
    m_text->setProperty("mono", true);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    new HintHighlighter(m_text->document());
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    m_counts->setObjectName(QStringLiteral("small"));
    auto* bar = tightRow();
    bar->setContentsMargins(8, 4, 12, 4);
    bar->addWidget(m_asTree);
    bar->addWidget(m_asText);
    bar->addStretch(1);
    bar->addWidget(m_counts);
    auto* column = tightColumn(this);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    m_asTree->setChecked(true);
    connect(m_tree, &JsonTree::columnWanted, this, &PayloadView::columnWanted);
    connect(m_asTree, &QToolButton::clicked, this, [this] { choose(m_tree); });
    connect(m_asText, &QToolButton::clicked, this, [this] { choose(m_text); });
    retranslate();
}

void PayloadView::setDocument(JsonDocument document, std::vector<SchemaHint> hints)
{
    m_tree->setDocument(std::move(document), std::move(hints));
    showText();
}

void PayloadView::setMasked(bool isMasked)
{
    m_tree->setMasked(isMasked);
    showText();
}

bool PayloadView::hasSecrets() const
{
    return m_tree->hasSecrets();
}

void PayloadView::setColumnsOffered(bool areOffered)
{
    m_tree->setColumnsOffered(areOffered);
}

void PayloadView::choose(QWidget* page)
{
    m_stack->setCurrentWidget(page);
    showText();
}

void PayloadView::showText()
{
    const JsonModel& model = m_tree->jsonModel();
    const auto troubles = std::count_if(model.hints().begin(), model.hints().end(), [](const SchemaHint& hint) { return hint.isTrouble(); });
    m_counts->setVisible(!model.hints().empty());
    m_counts->setText(troubles == 0 ? tr("fits its schema") : tr("%Ln place(s) do not fit the schema", nullptr, int(troubles)));
    if (m_stack->currentWidget() == m_text) // a large text is made only to be seen
        m_text->setPlainText(annotatedText(model.document(), model.hints(), model.isMasked()));
}

void PayloadView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadView::retranslate()
{
    m_asTree->setText(tr("Tree"));
    m_asText->setText(tr("Text"));
    m_text->setAccessibleName(tr("Payload as text"));
    showText();
}

} // namespace sagascope::ui
