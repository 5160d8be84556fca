// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/CheckWords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

using kafka::CheckFault;
using kafka::CheckStage;
using kafka::CheckStep;
using State = CheckRow::State;

constexpr int kMostFaults = 8; ///< of one stage

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Check)
};

constexpr std::array kStages{CheckStage::Resolve,  CheckStage::Connect,  CheckStage::Encrypt,   CheckStage::Login,
                             CheckStage::Metadata, CheckStage::Listener, CheckStage::Permission};

QString waitingText(CheckStage stage)
{
    switch (stage) {
    case CheckStage::Resolve: return Words::tr("Names of the bootstrap servers");
    case CheckStage::Connect: return Words::tr("Connections to the bootstrap servers");
    case CheckStage::Encrypt: return Words::tr("Encryption");
    case CheckStage::Login: return Words::tr("Login");
    case CheckStage::Metadata: return Words::tr("List of the brokers");
    case CheckStage::Listener: return Words::tr("Addresses that the brokers advertise");
    case CheckStage::Permission: return Words::tr("Right to read the topics");
    }
    return {};
}

QString passedText(CheckStage stage, int count, const CheckStep& first)
{
    switch (stage) {
    case CheckStage::Resolve: return Words::tr("%n name(s) found", nullptr, count);
    case CheckStage::Connect: return Words::tr("%n bootstrap server(s) accept the connection", nullptr, count);
    case CheckStage::Encrypt: return Words::tr("Encryption as asked for");
    case CheckStage::Login: return Words::tr("Login as asked for");
    case CheckStage::Metadata: return Words::tr("%n broker(s) known", nullptr, toQString(first.detail).toInt());
    case CheckStage::Listener: return Words::tr("%n advertised address(es) accept the connection", nullptr, count);
    case CheckStage::Permission: return Words::tr("%n topic(s) can be read", nullptr, count);
    }
    return {};
}

QString reachSentence(const CheckStep& step, const QString& subject)
{
    if (step.stage == CheckStage::Permission)
        return Words::tr("Nothing came back about the topic %1. Check the broker that leads it, and test again.").arg(subject);
    const bool isListener = step.stage == CheckStage::Listener;
    switch (step.fault) {
    case CheckFault::UnknownName:
        return isListener ? Words::tr("The brokers advertise %1, a name that leads nowhere from here. Map it to a reachable address in the host map.").arg(subject)
                          : Words::tr("The name of %1 leads nowhere. Correct it, or map it in the host map.").arg(subject);
    case CheckFault::PortClosed:
        return isListener ? Words::tr("The brokers advertise %1, which refuses the connection. Map it to a reachable address in the host map.").arg(subject)
                          : Words::tr("%1 refuses the connection. Check the port, and that the broker runs.").arg(subject);
    default:
        break;
    }
    if (isListener)
        return Words::tr("The brokers advertise %1, which does not answer. Map it to a reachable address in the host map, or open the firewall.").arg(subject);
    return step.stage == CheckStage::Metadata ? Words::tr("%1 takes the connection, and then does not answer as Kafka does. Check the port.").arg(subject)
                                              : Words::tr("%1 does not answer. Check the address and the firewall.").arg(subject);
}

QString encryptSentence(CheckFault fault, const QString& subject, const QString& detail)
{
    switch (fault) {
    case CheckFault::ServerSpeaksPlaintext: return Words::tr("%1 does not speak TLS. Untick TLS, or use the port that does.").arg(subject);
    case CheckFault::ServerSpeaksTls: return Words::tr("%1 hangs up on plain text, as a TLS port does. Tick TLS.").arg(subject);
    case CheckFault::UntrustedCertificate: return Words::tr("The certificate of %1 is signed by nobody whom this profile trusts. Choose the file of its CA.").arg(subject);
    case CheckFault::WrongName: return Words::tr("The certificate of %1 is made for another name. Use that name, mapped in the host map where it leads nowhere, or untick the check of names.").arg(subject);
    case CheckFault::ExpiredCertificate: return Words::tr("The certificate of %1 has expired, or is not valid yet. Have it renewed, and check the clock here.").arg(subject);
    case CheckFault::ClientRefused: return Words::tr("%1 asks for a client certificate, or does not take this one. Choose one that it knows.").arg(subject);
    default: break;
    }
    return Words::tr("A file of certificates or keys cannot be used (%1). Check the files, and the password of the key.").arg(detail);
}

} // namespace

QString checkFaultSentence(const CheckStep& step)
{
    const QString subject = toQString(step.subject);
    const QString detail = toQString(step.detail);
    switch (step.fault) {
    case CheckFault::None: return {};
    case CheckFault::UnknownName:
    case CheckFault::PortClosed:
    case CheckFault::NoAnswer: return reachSentence(step, subject);
    case CheckFault::ServerSpeaksPlaintext:
    case CheckFault::ServerSpeaksTls:
    case CheckFault::UntrustedCertificate:
    case CheckFault::WrongName:
    case CheckFault::ExpiredCertificate:
    case CheckFault::ClientRefused:
    case CheckFault::BadTlsFile: return encryptSentence(step.fault, subject, detail);
    case CheckFault::WrongPassword: return Words::tr("%1 refuses the login. Check the user and the password, or the token.").arg(subject);
    case CheckFault::ScramRefused: return Words::tr("%1 refuses the login. Check user and password; Kafka 4 also refuses SCRAM from a librdkafka before 2.6.1, whatever the password: use PLAIN over TLS then.").arg(subject);
    case CheckFault::WrongMechanism: return Words::tr("%1 does not offer this kind of login. Choose another one.").arg(subject);
    case CheckFault::TopicHidden: return Words::tr("The topic %1 is not shown to this user. Ask for the right to describe it.").arg(subject);
    case CheckFault::TopicUnreadable: return Words::tr("The topic %1 is shown to this user, who may not read it. Ask for the right to read it.").arg(subject);
    case CheckFault::TopicMissing: return Words::tr("There is no topic %1. Correct its name.").arg(subject);
    case CheckFault::NoTopics: return Words::tr("No topic that this user may see matches %1. Correct the pattern, or ask for the right to describe topics.").arg(subject);
    case CheckFault::Other: break;
    }
    return Words::tr("%1 failed (%2). Check the settings of this step.").arg(subject, detail);
}

std::vector<CheckRow> checkRows(const std::vector<CheckStep>& steps, bool isRunning)
{
    std::vector<CheckRow> rows;
    const CheckStage last = steps.empty() ? CheckStage::Resolve : steps.back().stage;
    bool isNext = isRunning;
    for (const CheckStage stage : kStages) {
        int faults = 0;
        int passed = 0;
        const CheckStep* first = nullptr;
        for (const CheckStep& step : steps) {
            if (step.stage != stage)
                continue;
            if (step.isPassed()) {
                first = first != nullptr ? first : &step;
                ++passed;
            } else if (++faults <= kMostFaults) {
                rows.push_back({State::Failed, checkFaultSentence(step), toQString(step.detail)});
            }
        }
        if (faults > kMostFaults)
            rows.push_back({State::Failed, Words::tr("%n more like these", nullptr, faults - kMostFaults)});
        if (passed > 0)
            rows.push_back({State::Passed, passedText(stage, passed, *first)});
        if (passed + faults == 0 && (steps.empty() || stage > last))
            rows.push_back({std::exchange(isNext, false) ? State::Running : State::Waiting, waitingText(stage)});
    }
    return rows;
}

} // namespace sagascope::ui
