// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventTexts.h"

#include "core/session/EventAddress.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

QString quotedForShell(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

} // namespace

QString shortId(std::string_view id)
{
    constexpr qsizetype kHead = 6;
    constexpr qsizetype kTail = 4;
    // Ids are mostly hex; a huge or binary one must not cost more than what is shown of it.
    if (id.size() > 256)
        return toQString(id.substr(0, 16)) + QChar(0x2026);
    const QString text = toQString(id);
    if (text.size() <= kHead + kTail + 8)
        return text;
    return text.left(kHead) + QChar(0x2026) + text.right(kTail);
}

QString coordinatesText(const store::EventStore::View& events, base::EventIndex event)
{
    return toQString(session::coordinatesText(session::addressOf(events, event)));
}

QString linkText(const store::EventStore::View& events, base::EventIndex event)
{
    return toQString(session::linkText(session::addressOf(events, event)));
}

QString kcatCommand(const store::EventStore::View& events, base::EventIndex event)
{
    const store::EventRow& row = events.row(event);
    return QStringLiteral("kcat -C -b \"$KAFKA_BROKERS\" -t %1 -p %2 -o %3 -c 1 -e -J")
        .arg(quotedForShell(toQString(events.topicName(row.topic))))
        .arg(row.partition)
        .arg(row.offset);
}

} // namespace sagascope::ui
