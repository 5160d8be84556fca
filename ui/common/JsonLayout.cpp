// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/JsonLayout.h"

#include <algorithm>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

using compose::Json;

QString quoted(const std::string& name)
{
    return toQString(compose::toJsonText(Json(name)));
}

QString onOneLine(const Json& value)
{
    if (!value.is_structured())
        return toQString(compose::toJsonText(value));
    QStringList parts;
    for (auto item = value.begin(); item != value.end(); ++item)
        parts << (value.is_object() ? quoted(item.key()) + QStringLiteral(": ") : QString()) + onOneLine(*item);
    const QString inside = parts.join(QStringLiteral(", "));
    return value.is_object() ? u'{' + inside + u'}' : u'[' + inside + u']';
}

class Writer
{
public:
    explicit Writer(qsizetype width) : m_width(width) {}

    /// `used` is how much of the line is taken already.
    void write(const Json& value, qsizetype used, int depth)
    {
        const QString line = onOneLine(value);
        const bool isWhole = depth == 0 && value.is_object();
        if (!value.is_structured() || value.empty() || (!isWhole && used + line.size() <= m_width)) {
            m_out += line;
            return;
        }
        const bool isFilled = value.is_array() && std::none_of(value.begin(), value.end(), [](const Json& item) { return item.is_structured(); });
        m_out += value.is_object() ? u'{' : u'[';
        if (isFilled)
            fill(value, 2 * (depth + 1));
        else
            list(value, depth + 1);
        m_out += u'\n' + QString(2 * depth, u' ') + (value.is_object() ? u'}' : u']');
    }

    [[nodiscard]] QString take() { return std::move(m_out); }

private:
    void list(const Json& value, int depth)
    {
        const QString indent(2 * depth, u' ');
        for (auto item = value.begin(); item != value.end(); ++item) {
            m_out += (item == value.begin() ? QStringLiteral("\n") : QStringLiteral(",\n")) + indent;
            const QString name = value.is_object() ? quoted(item.key()) + QStringLiteral(": ") : QString();
            m_out += name;
            write(*item, indent.size() + name.size() + 1, depth); // the comma that may follow
        }
    }

    void fill(const Json& value, qsizetype indent)
    {
        qsizetype used = m_width; // so that the first one begins a line
        for (std::size_t i = 0; i < value.size(); ++i) {
            const QString item = onOneLine(value[i]) + (i + 1 < value.size() ? QStringLiteral(",") : QString());
            if (used + 1 + item.size() > m_width) {
                m_out += u'\n' + QString(indent, u' ');
                used = indent;
            } else {
                m_out += u' ';
                ++used;
            }
            m_out += item;
            used += item.size();
        }
    }

    qsizetype m_width;
    QString m_out;
};

} // namespace

QString layOutJson(const Json& value, qsizetype width)
{
    Writer writer(width);
    writer.write(value, 0, 0);
    return writer.take() + u'\n';
}

} // namespace sagascope::ui
