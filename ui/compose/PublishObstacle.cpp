// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/PublishObstacle.h"

#include <QCoreApplication>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PublishObstacle)
};

QString targetObstacle(const PublishTarget& target)
{
    if (target.profile.isReadOnly && target.profile.environment == kafka::Environment::Production)
        return Words::tr("%1 is a production cluster and read-only. To publish all the same, untick “Read-only” in its settings and connect again.")
            .arg(clusterName(target.profile));
    if (target.profile.isReadOnly)
        return Words::tr("%1 is connected read-only. Connect without “read-only” to publish.").arg(clusterName(target.profile));
    if (target.publisher.expired())
        return Words::tr("%1 accepts nothing now. Connect to it again to publish.").arg(clusterName(target.profile));
    return {};
}

QString recordObstacle(bool isReadable, const compose::RecordPreview& record)
{
    if (!isReadable)
        return Words::tr("A field holds text that is no JSON. Correct it to publish.");
    if (!record.isValid() && !record.isOverridden)
        return Words::tr("The event breaks its schema. Correct the fields in red, or tick “Publish although it breaks the schema”.");
    const auto outgoing = record.outgoing();
    return outgoing ? QString() : errorSentence(outgoing.error());
}

} // namespace

QString clusterName(const kafka::Profile& profile)
{
    return toQString(profile.name.empty() ? profile.bootstrap : profile.name);
}

QString publishObstacle(const std::optional<PublishTarget>& target, NoTarget reason, bool isReadable,
                        const compose::RecordPreview& record)
{
    if (!target && reason == NoTarget::File)
        return Words::tr("This session reads a file, so there is no cluster to publish to. Connect to Kafka or start the demo.");
    if (!target)
        return Words::tr("There is no cluster to publish to. Connect to Kafka or start the demo.");
    const QString obstacle = targetObstacle(*target);
    return obstacle.isEmpty() ? recordObstacle(isReadable, record) : obstacle;
}

} // namespace sagascope::ui
