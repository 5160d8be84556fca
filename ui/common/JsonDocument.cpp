// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonDocument.h"

#include "core/event/JsonDocument.h"
#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"

namespace sagascope::ui {
namespace {

QString scalarOf(const event::JsonNode& node)
{
    return node.kind() == event::JsonKind::Null ? QStringLiteral("null") : toQString(node.scalarText().value_or(std::string()));
}

void maskItem(JsonItem& item, bool isHidden)
{
    if (item.kind == event::JsonKind::Null)
        return;
    QString masked = isHidden ? maskedValue() : maskedText(item.text);
    item.isSecret = masked != item.text;
    if (item.isSecret)
        item.masked = std::move(masked);
}

void cutText(JsonItem& item)
{
    if (item.text.size() <= JsonDocument::kMaxText)
        return;
    item.cutHash = qHash(item.text);
    item.text = item.text.left(JsonDocument::kMaxText) + u'…';
}

/// `isHidden`: it lies within the value of a secret name.
int append(JsonDocument& document, JsonItem item, bool isHidden)
{
    const int index = int(document.items.size());
    cutText(item);
    maskItem(item, isHidden);
    if (item.parent >= 0) {
        auto& siblings = document.items[std::size_t(item.parent)].children;
        item.row = int(siblings.size());
        siblings.push_back(index);
    }
    document.items.push_back(std::move(item));
    return index;
}

JsonItem itemOf(const QString& name, event::JsonKind kind, int parent, const QString& text = {})
{
    return {.name = name, .text = text, .kind = kind, .parent = parent, .row = 0, .children = {}, .masked = {}};
}

void addItem(JsonDocument& document, const QString& name, const event::JsonNode& node, int parent, bool isHidden)
{
    if (document.items.size() >= JsonDocument::kMaxItems)
        return;
    isHidden = isHidden || isSecretName(name);
    const bool isContainer = node.kind() == event::JsonKind::Object || node.kind() == event::JsonKind::Array;
    if (!isContainer) {
        append(document, itemOf(name, node.kind(), parent, scalarOf(node)), isHidden);
        return;
    }
    const int index = append(document, itemOf(name, node.kind(), parent), false);
    if (node.kind() == event::JsonKind::Object)
        node.forEachMember([&](std::string_view member, event::JsonNode value) {
            addItem(document, toQString(member), value, index, isHidden);
        });
    int position = 0;
    node.forEachElement([&](event::JsonNode value) { addItem(document, QString::number(position++), value, index, isHidden); });
}

void write(const JsonDocument& document, int index, bool isMasked, int depth, QString& out)
{
    const JsonItem& item = document.items[std::size_t(index)];
    const bool isObject = item.kind == event::JsonKind::Object;
    if (!isObject && item.kind != event::JsonKind::Array) {
        const QString& text = item.shown(isMasked);
        const bool isText = item.kind == event::JsonKind::Text || (isMasked && item.isSecret);
        out += isText ? jsonQuoted(text) : text;
        return;
    }
    out += isObject ? u'{' : u'[';
    const QString indent(2 * (depth + 1), u' ');
    bool isFirst = true;
    for (std::size_t i = 0; i < item.children.size(); ++i) {
        if (document.items[std::size_t(item.children[i])].isMissing)
            continue;
        out += (std::exchange(isFirst, false) ? QStringLiteral("\n") : QStringLiteral(",\n")) + indent;
        if (isObject)
            out += jsonQuoted(document.items[std::size_t(item.children[i])].name) + QStringLiteral(": ");
        write(document, item.children[i], isMasked, depth + 1, out);
    }
    if (!isFirst)
        out += u'\n' + QString(2 * depth, u' ');
    out += isObject ? u'}' : u']';
}

} // namespace

JsonDocument documentOf(event::JsonNode root, std::string_view leftOut)
{
    JsonDocument document;
    if (!root.isValid())
        return document;
    if (leftOut.empty() || !root.isObject()) {
        addItem(document, {}, root, -1, false);
        return document;
    }
    append(document, itemOf({}, event::JsonKind::Object, -1), false);
    root.forEachMember([&](std::string_view name, event::JsonNode value) {
        if (name != leftOut)
            addItem(document, toQString(name), value, 0, false);
    });
    return document;
}

JsonDocument documentOf(const NamedTexts& members)
{
    JsonDocument document;
    append(document, itemOf({}, event::JsonKind::Object, -1), false);
    for (const auto& [name, text] : members) {
        const auto kind = text ? event::JsonKind::Text : event::JsonKind::Null;
        append(document, itemOf(name, kind, 0, text.value_or(QStringLiteral("null"))), isSecretName(name));
    }
    return document;
}

JsonDocument documentOf(const QString& text)
{
    JsonDocument document;
    append(document, itemOf({}, event::JsonKind::Text, -1, text), false);
    return document;
}

void addMissing(JsonDocument& document, int parent, const QString& name)
{
    JsonItem ghost = itemOf(name, event::JsonKind::None, parent);
    ghost.isMissing = true;
    append(document, std::move(ghost), false);
}

QString jsonQuoted(const QString& text)
{
    QString result(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\';
        if (c == u'\n')
            result += QStringLiteral("\\n");
        else if (c.unicode() < 0x20)
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result + u'"';
}

QString toJsonText(const JsonDocument& document, int item, bool isMasked)
{
    QString text;
    if (item >= 0 && std::size_t(item) < document.items.size())
        write(document, item, isMasked, 0, text);
    return text;
}

QString pointerOf(const JsonDocument& document, int item)
{
    QString pointer;
    for (int at = item; at > 0; at = document.items[std::size_t(at)].parent) {
        QString token = document.items[std::size_t(at)].name;
        token.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
        pointer.prepend(u'/' + token);
    }
    return pointer;
}

} // namespace sagascope::ui
