// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeText.h"

#include <QCoreApplication>
#include <QLocale>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

QString word(const char* text)
{
    return QCoreApplication::translate("ComposeText", text);
}

QString kindText(const compose::FormField& field)
{
    using compose::FieldKind;
    switch (field.kind) {
    case FieldKind::Number: return word(QT_TRANSLATE_NOOP("ComposeText", "number"));
    case FieldKind::Integer: return word(QT_TRANSLATE_NOOP("ComposeText", "whole number"));
    case FieldKind::Boolean: return word(QT_TRANSLATE_NOOP("ComposeText", "true or false"));
    case FieldKind::Choice: return word(QT_TRANSLATE_NOOP("ComposeText", "choice"));
    case FieldKind::DateTime: return QStringLiteral("date-time");
    case FieldKind::Date: return QStringLiteral("date");
    case FieldKind::Object: return word(QT_TRANSLATE_NOOP("ComposeText", "object"));
    case FieldKind::List: return word(QT_TRANSLATE_NOOP("ComposeText", "list"));
    case FieldKind::Raw: return QStringLiteral("JSON");
    case FieldKind::Text: break;
    }
    return toQString(field.format.empty() ? field.pattern : field.format);
}

QString rangeText(const compose::FormField& field)
{
    const auto show = [](double limit) { return QString::number(limit, 'g', 12); };
    if (field.minimum && field.maximum)
        return QStringLiteral(" %1–%2").arg(show(*field.minimum), show(*field.maximum));
    if (field.minimum)
        return QStringLiteral(" ≥ ") + show(*field.minimum);
    return field.maximum ? QStringLiteral(" ≤ ") + show(*field.maximum) : QString();
}

} // namespace

QString fieldHint(const compose::FormField& field)
{
    return kindText(field) + rangeText(field);
}

QString problemText(const catalog::SchemaViolation& violation)
{
    using catalog::SchemaProblem;
    const QString argument = toQString(violation.argument);
    switch (violation.problem) {
    case SchemaProblem::Unreadable: return word(QT_TRANSLATE_NOOP("ComposeText", "is no JSON"));
    case SchemaProblem::Missing: return word(QT_TRANSLATE_NOOP("ComposeText", "is required"));
    case SchemaProblem::Type: return word(QT_TRANSLATE_NOOP("ComposeText", "must be of type %1")).arg(argument);
    case SchemaProblem::Enumeration: return word(QT_TRANSLATE_NOOP("ComposeText", "must be one of %1")).arg(argument);
    case SchemaProblem::Minimum: return word(QT_TRANSLATE_NOOP("ComposeText", "must be at least %1")).arg(argument);
    case SchemaProblem::Maximum: return word(QT_TRANSLATE_NOOP("ComposeText", "must be at most %1")).arg(argument);
    case SchemaProblem::Length: return word(QT_TRANSLATE_NOOP("ComposeText", "has the wrong length (limit %1)")).arg(argument);
    case SchemaProblem::Pattern: return word(QT_TRANSLATE_NOOP("ComposeText", "must match %1")).arg(argument);
    case SchemaProblem::Format: return word(QT_TRANSLATE_NOOP("ComposeText", "is no valid %1")).arg(argument);
    case SchemaProblem::Other: break;
    }
    return argument;
}

QString topicStatusText(catalog::TopicStatus status)
{
    using catalog::TopicStatus;
    switch (status) {
    case TopicStatus::Live: return {};
    case TopicStatus::LiveWithForeignEventType: return word(QT_TRANSLATE_NOOP("ComposeText", "published under another type"));
    case TopicStatus::CallSiteUnreachable: return word(QT_TRANSLATE_NOOP("ComposeText", "publishing code never runs"));
    case TopicStatus::CommentedOut: return word(QT_TRANSLATE_NOOP("ComposeText", "publishing code switched off"));
    case TopicStatus::DefinedNeverPublished: return word(QT_TRANSLATE_NOOP("ComposeText", "defined, never published"));
    case TopicStatus::DocsOnly: return word(QT_TRANSLATE_NOOP("ComposeText", "in documents only"));
    case TopicStatus::SpecOnly: return word(QT_TRANSLATE_NOOP("ComposeText", "in the specification only"));
    case TopicStatus::HandlerWithoutSubscription: return word(QT_TRANSLATE_NOOP("ComposeText", "handled by nobody who listens"));
    }
    return {};
}

QString publishFailureSentence(const base::Error& error, const QString& cluster)
{
    using Code = base::ErrorCode;
    const QString subject = toQString(error.subject);
    switch (error.code) {
    case Code::NotFound:
        return word(QT_TRANSLATE_NOOP("ComposeText", "%1 has no topic %2. Choose another topic, or have this one created, and publish again."))
            .arg(cluster, subject);
    case Code::TooLarge:
        return word(QT_TRANSLATE_NOOP("ComposeText", "%1 takes no record of this size. Shorten the payload and publish again."))
            .arg(cluster);
    case Code::Cancelled:
        return word(QT_TRANSLATE_NOOP("ComposeText", "Publishing was cancelled. A record that was under way may still have been written; look for it among the events."));
    case Code::TimedOut:
    case Code::Unreachable:
        return word(QT_TRANSLATE_NOOP("ComposeText", "%1 did not acknowledge the record. Check that the cluster runs, then publish again."))
            .arg(cluster);
    default: return errorSentence(error);
    }
}

QString indentedJson(const compose::Json& value)
{
    // Bytes that are no UTF-8 are shown as U+FFFD, as they are sent.
    return toQString(value.dump(2, ' ', false, compose::Json::error_handler_t::replace));
}

} // namespace sagascope::ui
