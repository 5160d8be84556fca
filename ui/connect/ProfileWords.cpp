// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileWords.h"

#include <QCoreApplication>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

} // namespace

QString environmentLabel(kafka::Environment environment)
{
    using Environment = kafka::Environment;
    switch (environment) {
    case Environment::Development: return Words::tr("development");
    case Environment::Test: return Words::tr("test");
    case Environment::Staging: return Words::tr("staging");
    case Environment::Production: return Words::tr("production");
    case Environment::Unstated: break;
    }
    return Words::tr("environment not stated");
}

QString mechanismLabel(profile::SaslMechanism mechanism)
{
    using Mechanism = profile::SaslMechanism;
    switch (mechanism) {
    case Mechanism::Plain: return Words::tr("User and password (PLAIN)");
    case Mechanism::ScramSha256: return Words::tr("User and password (SCRAM-SHA-256)");
    case Mechanism::ScramSha512: return Words::tr("User and password (SCRAM-SHA-512)");
    case Mechanism::OAuthBearer: return Words::tr("Token (OAUTHBEARER)");
    case Mechanism::None: break;
    }
    return Words::tr("None");
}

QColor profileColour(const std::string& colour, kafka::Environment environment)
{
    if (const QColor own(toQString(colour)); !colour.empty() && own.isValid())
        return own;
    const Palette& palette = Theme::current().palette();
    switch (environment) {
    case kafka::Environment::Development: return palette.good;
    case kafka::Environment::Test: return palette.accent;
    case kafka::Environment::Staging: return palette.warning;
    case kafka::Environment::Production: return palette.danger;
    case kafka::Environment::Unstated: break;
    }
    return palette.muted;
}

QString profileProblem(const base::Error& error)
{
    const QString detail = toQString(error.detail);
    if (error.subject == "name")
        return Words::tr("Give the profile a name.");
    if (error.subject == "nameTaken")
        return Words::tr("Another profile is called “%1”, too. Give this one a name of its own.").arg(detail);
    if (error.subject == "bootstrap")
        return Words::tr("Name at least one broker, as host:port.");
    if (error.subject == "topicPattern")
        return Words::tr("The topic pattern is no regular expression (%1). Correct it.").arg(detail);
    if (error.subject == "user")
        return Words::tr("This login needs a user name, or a client id.");
    if (error.subject == "certificateFile")
        return Words::tr("A key is named without its certificate. Name both files.");
    if (error.subject == "hosts")
        return Words::tr("“%1” is no line of the host map. Write kafka:9092=localhost:9095.").arg(detail);
    if (error.subject == "groups")
        return Words::tr("“%1” is no group. Write its name, a colon and its topics.").arg(detail);
    if (error.subject == "offsets" && detail.isEmpty())
        return Words::tr("Name the offsets to start at, as topic[partition]@offset.");
    if (error.subject == "offsets")
        return Words::tr("“%1” is no offset to start at. Write topic[partition]@offset, each partition once.").arg(detail);
    if (error.subject == "sought")
        return Words::tr("Say what to find, several with commas between.");
    if (error.subject == "until")
        return Words::tr("Reading would end before it begins. Choose a later moment to end at.");
    return errorSentence(error);
}

QString importRemarkSentence(const profile::ImportRemark& remark)
{
    using Kind = profile::ImportRemarkKind;
    const QString subject = toQString(remark.subject);
    switch (remark.kind) {
    case Kind::UnknownProperty: return Words::tr("%1 is unknown here and was left out.").arg(subject);
    case Kind::NotNeeded: return Words::tr("%1 is not needed and was left out.").arg(subject);
    case Kind::NotSupported: return Words::tr("%1 is not supported and was left out; the connection may need it.").arg(subject);
    case Kind::BadValue: return Words::tr("%1 has a value that makes no sense. Set it by hand.").arg(subject);
    case Kind::JavaTrustStore:
    case Kind::JavaKeyStore:
        return Words::tr("Only Java reads %1. Convert it with: %2").arg(subject, toQString(remark.advice));
    case Kind::MissingFile: return Words::tr("%1 is not there. Choose the file by hand.").arg(subject);
    }
    return {};
}

} // namespace sagascope::ui
