// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/CodeText.h"

#include <QCoreApplication>
#include <QLocale>

namespace sagascope::ui {
namespace {

QString words(const char* context, const char* text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace

QString evidenceLabel(identity::Evidence evidence)
{
    switch (evidence) {
    case identity::Evidence::Declared: return words("Evidence", QT_TRANSLATE_NOOP("Evidence", "declared"));
    case identity::Evidence::Aliased: return words("Evidence", QT_TRANSLATE_NOOP("Evidence", "aliased"));
    case identity::Evidence::Inferred: return words("Evidence", QT_TRANSLATE_NOOP("Evidence", "inferred"));
    }
    return {};
}

QString repeatLabel(identity::Repeat repeat)
{
    switch (repeat) {
    case identity::Repeat::None: return {};
    case identity::Repeat::Redelivery: return words("Repeat", QT_TRANSLATE_NOOP("Repeat", "redelivery"));
    case identity::Repeat::SameFact: return words("Repeat", QT_TRANSLATE_NOOP("Repeat", "same fact again"));
    case identity::Repeat::IdCollision: return words("Repeat", QT_TRANSLATE_NOOP("Repeat", "same id, other content"));
    case identity::Repeat::Attempt: return words("Repeat", QT_TRANSLATE_NOOP("Repeat", "attempt"));
    }
    return {};
}

QString identifierLabel(identity::IdentifierKind kind)
{
    using Kind = identity::IdentifierKind;
    constexpr const char* kContext = "Identifier";
    switch (kind) {
    case Kind::Correlation: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "correlation id"));
    case Kind::Saga: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "saga id"));
    case Kind::Trace: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "trace id"));
    case Kind::Booking: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "booking"));
    case Kind::BookingReference: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "booking reference"));
    case Kind::Payment: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "payment"));
    case Kind::Refund: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "refund"));
    case Kind::User: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "user"));
    case Kind::Search: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "search"));
    case Kind::Recommendation: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "recommendation"));
    case Kind::Request: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "request"));
    case Kind::Notification: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "notification"));
    case Kind::Entity: return words(kContext, QT_TRANSLATE_NOOP("Identifier", "entity"));
    }
    return {};
}

QString stepStatusLabel(saga::StepStatus status)
{
    switch (status) {
    case saga::StepStatus::Done: return words("StepStatus", QT_TRANSLATE_NOOP("StepStatus", "done"));
    case saga::StepStatus::Missing: return words("StepStatus", QT_TRANSLATE_NOOP("StepStatus", "missing"));
    case saga::StepStatus::Failed: return words("StepStatus", QT_TRANSLATE_NOOP("StepStatus", "failed"));
    case saga::StepStatus::Compensated: return words("StepStatus", QT_TRANSLATE_NOOP("StepStatus", "undone"));
    case saga::StepStatus::NotNeeded: return words("StepStatus", QT_TRANSLATE_NOOP("StepStatus", "not needed"));
    }
    return {};
}

QString styleLabel(saga::SagaStyle style)
{
    switch (style) {
    case saga::SagaStyle::Choreographed: return words("SagaStyle", QT_TRANSLATE_NOOP("SagaStyle", "choreographed"));
    case saga::SagaStyle::Orchestrated: return words("SagaStyle", QT_TRANSLATE_NOOP("SagaStyle", "orchestrated"));
    case saga::SagaStyle::Unknown: break;
    }
    return words("SagaStyle", QT_TRANSLATE_NOOP("SagaStyle", "no definition"));
}

QString severityLabel(base::Severity severity)
{
    switch (severity) {
    case base::Severity::Error: return words("Severity", QT_TRANSLATE_NOOP("Severity", "error"));
    case base::Severity::Warning: return words("Severity", QT_TRANSLATE_NOOP("Severity", "warning"));
    case base::Severity::Info: break;
    }
    return words("Severity", QT_TRANSLATE_NOOP("Severity", "info"));
}

QString originLabel(event::Origin origin)
{
    switch (origin) {
    case event::Origin::Metadata: return words("Origin", QT_TRANSLATE_NOOP("Origin", "from metadata"));
    case event::Origin::Header: return words("Origin", QT_TRANSLATE_NOOP("Origin", "from header"));
    case event::Origin::Topic: return words("Origin", QT_TRANSLATE_NOOP("Origin", "from topic"));
    case event::Origin::Envelope:
    case event::Origin::None: break;
    }
    return {};
}

QString connectionLabel(session::ConnectionState state)
{
    using State = session::ConnectionState;
    constexpr const char* kContext = "Connection";
    switch (state) {
    case State::Idle: return words(kContext, QT_TRANSLATE_NOOP("Connection", "not connected"));
    case State::Connecting: return words(kContext, QT_TRANSLATE_NOOP("Connection", "connecting"));
    case State::Connected: return words(kContext, QT_TRANSLATE_NOOP("Connection", "connected"));
    case State::Degraded: return words(kContext, QT_TRANSLATE_NOOP("Connection", "in part unreachable"));
    case State::Lost: return words(kContext, QT_TRANSLATE_NOOP("Connection", "connection lost"));
    case State::Finished: return words(kContext, QT_TRANSLATE_NOOP("Connection", "read to the end"));
    }
    return {};
}

QString embeddedLimitSentence(kafka::EmbeddedLimit limit)
{
    using Limit = kafka::EmbeddedLimit;
    constexpr const char* kContext = "EmbeddedLimit";
    switch (limit) {
    case Limit::GroupAdministration:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit",
                                                 "Consumer groups cannot be listed; the ones shown are named in advance."));
    case Limit::Retention:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit",
                                                 "Each partition keeps its newest 5 MiB; older records are gone."));
    case Limit::TimeLookup:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit",
                                                 "Offsets cannot be looked up by time; reading starts at the beginning."));
    case Limit::Transactions:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit",
                                                 "Aborted transactions are delivered like committed ones."));
    case Limit::TopicProtection:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit", "A topic that anybody asks for comes into being."));
    case Limit::GroupJoinDelay:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit", "A group's first join takes three seconds."));
    case Limit::Durability:
        return words(kContext, QT_TRANSLATE_NOOP("EmbeddedLimit", "Everything is in memory and goes with the program."));
    }
    return {};
}

QString faultSentence(const session::RecordingFault& fault, const QString& recording)
{
    using Kind = session::RecordingFault::Kind;
    constexpr const char* kContext = "RecordingFault";
    const QString lost = QLocale().toString(qulonglong(fault.lost));
    switch (fault.kind) {
    case Kind::Damaged:
        if (fault.lost == 0)
            return words(kContext, QT_TRANSLATE_NOOP("RecordingFault", "%1 is damaged: some records are passed over, the others are here.")).arg(recording);
        return words(kContext, QT_TRANSLATE_NOOP("RecordingFault", "%1 is damaged: %2 of %3 records are passed over, the others are here."))
            .arg(recording, lost, QLocale().toString(qulonglong(fault.held)));
    case Kind::Missed:
        return words(kContext, QT_TRANSLATE_NOOP("RecordingFault", "%1 is not complete: the storage failed while it was written, and records are missing (%2)."))
            .arg(recording, lost);
    case Kind::NotClosed:
        return words(kContext, QT_TRANSLATE_NOOP("RecordingFault", "%1 was not closed: whoever wrote it was cut short. What was written until then is here.")).arg(recording);
    }
    return {};
}

namespace {

const char* errorPattern(base::ErrorCode code)
{
    using Code = base::ErrorCode;
    switch (code) {
    case Code::InvalidArgument: return QT_TRANSLATE_NOOP("Error", "%1 is not usable as given. Correct it and try again.");
    case Code::NotFound: return QT_TRANSLATE_NOOP("Error", "%1 was not found. Check the name.");
    case Code::Unreadable: return QT_TRANSLATE_NOOP("Error", "%1 cannot be read. Check that it exists and that you may read it.");
    case Code::Malformed: return QT_TRANSLATE_NOOP("Error", "%1 is not in the expected form. Check where it comes from.");
    case Code::Unreachable: return QT_TRANSLATE_NOOP("Error", "%1 does not answer. Check the address, the network and that Kafka runs.");
    case Code::AuthenticationFailed: return QT_TRANSLATE_NOOP("Error", "%1 refuses the credentials. Check user name and password.");
    case Code::NotAuthorised: return QT_TRANSLATE_NOOP("Error", "%1 does not allow this to you. Ask for the permission.");
    case Code::Refused: return QT_TRANSLATE_NOOP("Error", "%1 refused the request.");
    case Code::TimedOut: return QT_TRANSLATE_NOOP("Error", "%1 did not answer in time. Try again, or check the network.");
    case Code::TooLarge: return QT_TRANSLATE_NOOP("Error", "%1 is too large. Choose a smaller part.");
    case Code::ReadOnly: return QT_TRANSLATE_NOOP("Error", "%1 is read-only, so nothing was published. Connect without “read-only” to publish.");
    case Code::Unsupported: return QT_TRANSLATE_NOOP("Error", "%1 does not support this.");
    case Code::Cancelled: return QT_TRANSLATE_NOOP("Error", "%1 was cancelled.");
    case Code::Internal: break;
    }
    return QT_TRANSLATE_NOOP("Error", "%1 failed unexpectedly.");
}

} // namespace

QString errorSentence(const base::Error& error)
{
    const QString subject = error.subject.empty() ? QCoreApplication::translate("Error", "The request")
                                                  : toQString(error.subject);
    return QCoreApplication::translate("Error", errorPattern(error.code)).arg(subject);
}

QString durationText(base::Duration duration)
{
    using namespace std::chrono;
    const auto ms = duration_cast<milliseconds>(duration).count();
    const QLocale locale;
    if (ms < 0)
        return QStringLiteral("−") + durationText(-duration);
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 100'000)
        return QStringLiteral("%1 s").arg(locale.toString(double(ms) / 1000.0, 'f', ms < 10'000 ? 2 : 1));
    const qint64 seconds = ms / 1000;
    if (seconds < 3600)
        return QStringLiteral("%1 m %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1 h %2 m").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString shortId(const QString& id)
{
    constexpr qsizetype kLongest = 24;
    return id.size() <= kLongest ? id : id.left(10) + QStringLiteral("…") + id.right(10);
}

QString sizeText(std::uint64_t bytes)
{
    const QLocale locale;
    if (bytes < 1000)
        return QStringLiteral("%1 B").arg(bytes);
    if (bytes < 1'000'000)
        return QStringLiteral("%1 kB").arg(locale.toString(double(bytes) / 1000.0, 'f', 1));
    return QStringLiteral("%1 MB").arg(locale.toString(double(bytes) / 1'000'000.0, 'f', 1));
}

} // namespace sagascope::ui
