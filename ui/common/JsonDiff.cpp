// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonDiff.h"

#include <QHash>

#include <algorithm>

#include "ui/common/SecretMask.h"

namespace sagascope::ui {
namespace {

using event::JsonKind;

bool isContainer(const JsonItem& item)
{
    return item.kind == JsonKind::Object || item.kind == JsonKind::Array;
}

bool isNumber(const JsonItem& item)
{
    return item.kind == JsonKind::Integer || item.kind == JsonKind::Real;
}

bool isEqual(const JsonItem& a, const JsonItem& b)
{
    if (isNumber(a) && isNumber(b))
        return a.text == b.text || a.text.toDouble() == b.text.toDouble();
    return a.kind == b.kind && a.text == b.text && a.cutHash == b.cutHash;
}

class Comparison
{
public:
    Comparison(const JsonDocument& left, const JsonDocument& right) : m_left(left), m_right(right) {}

    std::vector<JsonChange> run()
    {
        if (m_left.items.empty() || m_right.items.empty()) {
            if (!m_left.items.empty())
                report(0, -1);
            if (!m_right.items.empty())
                report(-1, 0);
        } else {
            compare(0, 0);
        }
        return std::move(m_changes);
    }

private:
    const JsonItem& left(int item) const { return m_left.items[std::size_t(item)]; }
    const JsonItem& right(int item) const { return m_right.items[std::size_t(item)]; }

    void compare(int a, int b)
    {
        if (isContainer(left(a)) && left(a).kind == right(b).kind)
            compareChildren(a, b);
        else if (isContainer(left(a)) || isContainer(right(b)) || !isEqual(left(a), right(b)))
            report(a, b);
    }

    void compareChildren(int a, int b)
    {
        QHash<QString, int> partners; // of duplicate members the last one counts
        for (const int child : right(b).children)
            partners.insert(right(child).name, child);
        QHash<QString, int> own;
        for (const int child : left(a).children)
            own.insert(left(child).name, child);
        for (const int child : left(a).children) {
            if (own.value(left(child).name) != child)
                continue;
            const auto partner = partners.constFind(left(child).name);
            if (partner == partners.constEnd())
                report(child, -1);
            else
                compare(child, *partner);
        }
        for (const int child : right(b).children)
            if (partners.value(right(child).name) == child && !own.contains(right(child).name))
                report(-1, child);
    }

    /// Where to begin with long texts, so that what differs is among what is shown; a little of what is equal stays.
    static qsizetype whereTheyPart(const JsonItem& a, const JsonItem& b)
    {
        constexpr qsizetype kContext = 40;
        const bool isLong = std::max(a.text.size(), b.text.size()) > JsonChange::kMaxText;
        if (isContainer(a) || isContainer(b) || !isLong)
            return 0;
        const auto parted = std::mismatch(a.text.begin(), a.text.end(), b.text.begin(), b.text.end());
        return std::max<qsizetype>(0, (parted.first - a.text.begin()) - kContext);
    }

    static QString text(const JsonDocument& document, int item, qsizetype from)
    {
        const JsonItem& value = document.items[std::size_t(item)];
        QString whole = isContainer(value) ? toJsonText(document, item, true).simplified() : value.shown(true);
        if (from > 0)
            whole = u'…' + whole.mid(from);
        return whole.size() <= JsonChange::kMaxText ? whole : whole.left(JsonChange::kMaxText) + u'…';
    }

    void report(int a, int b)
    {
        JsonChange change;
        change.kind = a < 0 ? JsonChange::Kind::Added : b < 0 ? JsonChange::Kind::Removed : JsonChange::Kind::Changed;
        change.pointer = a >= 0 ? pointerOf(m_left, a) : pointerOf(m_right, b);
        change.isSecret = (a >= 0 && left(a).isSecret) || (b >= 0 && right(b).isSecret);
        // One side may not know that the member is secret: its value is masked all the same.
        const qsizetype from = a >= 0 && b >= 0 && !change.isSecret ? whereTheyPart(left(a), right(b)) : 0;
        if (a >= 0)
            change.left = change.isSecret && !isContainer(left(a)) ? maskedValue() : text(m_left, a, from);
        if (b >= 0)
            change.right = change.isSecret && !isContainer(right(b)) ? maskedValue() : text(m_right, b, from);
        m_changes.push_back(std::move(change));
    }

    const JsonDocument& m_left;
    const JsonDocument& m_right;
    std::vector<JsonChange> m_changes;
};

} // namespace

std::vector<JsonChange> differences(const JsonDocument& left, const JsonDocument& right)
{
    return Comparison(left, right).run();
}

} // namespace sagascope::ui
