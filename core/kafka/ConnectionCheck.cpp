// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ConnectionCheck.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <regex>
#include <sstream>
#include <string_view>

#include "core/kafka/CheckFaults.h"
#include "core/kafka/HostProbe.h"
#include "core/kafka/RdConfig.h"
#include "core/kafka/RdLookup.h"
#include "core/kafka/TopicCheck.h"

namespace sagascope::kafka {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kDefaultPort = 9092;
constexpr auto kSlice = std::chrono::milliseconds(300);

std::vector<HostPort> bootstrapHosts(const std::string& bootstrap)
{
    std::vector<HostPort> hosts;
    std::istringstream entries(bootstrap);
    for (std::string entry; std::getline(entries, entry, ',');) {
        if (auto host = HostPort::parse(entry))
            hosts.push_back({host->host, host->port.value_or(kDefaultPort)});
    }
    return hosts;
}

/// The address in librdkafka's words about one broker: `ssl://host:port/id: …`.
std::optional<std::string> brokerIn(std::string_view words)
{
    constexpr std::string_view kAfterProtocol = "://";
    if (const auto protocol = words.find(kAfterProtocol); protocol < words.find(' '))
        words.remove_prefix(protocol + kAfterProtocol.size());
    const auto end = words.find('/');
    return end < words.find(' ') ? std::optional(std::string(words.substr(0, end))) : std::nullopt;
}

/// What a client heard of its brokers on librdkafka's own threads. Any thread.
class Hearing
{
public:
    explicit Hearing(const Profile& profile) : m_isOutdatedScram(isScramOutdated() && usesScram(profile)) {}

    /// OpenSSL's verdict, which comes before the error that tells of the handshake.
    void takeCertificate(int verdict) { m_certificateError = verdict; }

    void take(rd_kafka_resp_err_t code, const char* reason)
    {
        const std::lock_guard lock(m_mutex);
        if (m_fault || code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
            return;
        m_detail = reason;
        m_fault = faultOf({code, reason, m_certificateError, m_isOutdatedScram});
        if (m_fault && m_fault->fault == CheckFault::ScramRefused)
            m_detail += std::string(" (librdkafka ") + rd_kafka_version_str() + ')';
    }

    [[nodiscard]] bool hasFault() const
    {
        const std::lock_guard lock(m_mutex);
        return m_fault.has_value();
    }

    /// The first thing that went wrong, in whose words.
    [[nodiscard]] std::pair<StageFault, std::string> verdict() const
    {
        const std::lock_guard lock(m_mutex);
        return {m_fault.value_or(StageFault{CheckStage::Metadata, CheckFault::NoAnswer}), m_detail};
    }

private:
    static bool usesScram(const Profile& profile)
    {
        return std::any_of(profile.security.begin(), profile.security.end(), [](const auto& property) {
            return property.first.starts_with("sasl.mechanism") && property.second.starts_with("SCRAM");
        });
    }

    const bool m_isOutdatedScram;
    mutable std::mutex m_mutex;
    std::optional<StageFault> m_fault;
    std::string m_detail;
    std::atomic<int> m_certificateError = 0;
};

/// A client for one check.
class Attempt
{
public:
    explicit Attempt(const Profile& profile) : m_profile(profile), m_hearing(profile) {}

    base::Result<void> open()
    {
        RdConfig config(m_profile, "sagascope-check");
        config.set("allow.auto.create.topics", false).set("enable.auto.commit", false).set("enable.partition.eof", true);
        // A TLS port that is spoken to in plaintext just hangs up: that is told only where closed connections are.
        config.set("log.connection.close", true);
        config.setOwner(&m_hearing);
        rd_kafka_conf_set_error_cb(config.raw(), [](rd_kafka_t*, int code, const char* reason, void* opaque) {
            ownerOf<Hearing>(opaque).take(static_cast<rd_kafka_resp_err_t>(code), reason);
        });
        rd_kafka_conf_set_ssl_cert_verify_cb(config.raw(), &judgeCertificate);
        auto created = config.create(RD_KAFKA_CONSUMER);
        if (!created)
            return created.error();
        m_client = std::move(created).value();
        return {};
    }

    /// Asks who the brokers are until somebody answers, or something tells why nobody will.
    std::optional<ClusterInfo> describe(const CheckOptions& options)
    {
        const auto deadline = Clock::now() + options.timeout;
        // Where several are named, the others get a chance after the first trouble.
        const auto chances = bootstrapHosts(m_profile.bootstrap).size() * 2 - 1;
        for (std::size_t troubles = 0; troubles < chances && Clock::now() < deadline; troubles += m_hearing.hasFault()) {
            if (options.isStopped && options.isStopped())
                break;
            if (auto info = describeCluster(m_client.get(), m_profile.bootstrap, kSlice))
                return std::move(info).value();
            rd_kafka_poll(m_client.get(), 0);
        }
        return std::nullopt;
    }

    /// Hears what was said meanwhile.
    void listen() const
    {
        while (rd_kafka_poll(m_client.get(), 0) > 0) {
        }
    }

    [[nodiscard]] const Hearing& hearing() const { return m_hearing; }
    [[nodiscard]] rd_kafka_t* client() const { return m_client.get(); }

private:
    static int judgeCertificate(rd_kafka_t*, const char*, std::int32_t, int* verdict, int, const char*, std::size_t, char*,
                                std::size_t, void* opaque)
    {
        if (*verdict != 0)
            ownerOf<Hearing>(opaque).takeCertificate(*verdict);
        return *verdict == 0 ? 1 : 0;
    }

    const Profile& m_profile;
    Hearing m_hearing;
    RdClient m_client; ///< last, so that it goes first: its callbacks use the others
};

/// One walk; collects the steps.
class Walk
{
public:
    Walk(const Profile& profile, const CheckOptions& options) : m_profile(profile), m_options(options) {}

    std::vector<CheckStep> run()
    {
        if (const auto checked = m_profile.check(); !checked)
            add({CheckStage::Resolve, checked.error().subject, CheckFault::Other, checked.error().detail});
        else if (probeAll(CheckStage::Connect, bootstrapHosts(m_profile.bootstrap)))
            enter();
        return std::move(m_steps);
    }

private:
    void add(CheckStep step)
    {
        if (m_options.onStep)
            m_options.onStep(step);
        m_steps.push_back(std::move(step));
    }

    [[nodiscard]] bool isStopped() const { return m_options.isStopped && m_options.isStopped(); }

    /// True when one of them accepts. As listeners they are told under that stage, whatever failed.
    bool probeAll(CheckStage stage, const std::vector<HostPort>& hosts)
    {
        bool isAnyThere = false;
        for (const HostPort& host : hosts) {
            if (isStopped())
                return false;
            const HostPort place = m_profile.hosts.resolve(host.host, *host.port);
            const ProbeResult result = probe(place, m_options.timeout);
            std::string detail = place == host ? result.detail : place.text() + ": " + result.detail;
            const bool hasName = result.stage != CheckStage::Resolve;
            if (stage == CheckStage::Connect && hasName)
                add({CheckStage::Resolve, host.text()});
            add({stage == CheckStage::Listener ? stage : result.stage, host.text(), result.fault, std::move(detail)});
            isAnyThere |= result.fault == CheckFault::None;
        }
        return isAnyThere;
    }

    void enter()
    {
        Attempt attempt(m_profile);
        if (const auto opened = attempt.open(); !opened) {
            const StageFault fault = faultOfSettings(opened.error().detail);
            return add({fault.stage, opened.error().subject, fault.fault, opened.error().detail});
        }
        const auto info = attempt.describe(m_options);
        if (!info)
            return tellFailure(attempt.hearing());
        add({CheckStage::Encrypt, m_profile.bootstrap});
        add({CheckStage::Login, m_profile.bootstrap});
        add({CheckStage::Metadata, m_profile.bootstrap, CheckFault::None, std::to_string(info->brokers.size())});
        if (probeAll(CheckStage::Listener, advertised(*info)))
            checkPermissions(attempt, *info);
    }

    void tellFailure(const Hearing& hearing)
    {
        auto [fault, detail] = hearing.verdict();
        if (fault.stage > CheckStage::Encrypt)
            add({CheckStage::Encrypt, m_profile.bootstrap});
        if (fault.stage > CheckStage::Login)
            add({CheckStage::Login, m_profile.bootstrap});
        add({fault.stage, m_profile.bootstrap, fault.fault, std::move(detail)});
    }

    static std::vector<HostPort> advertised(const ClusterInfo& info)
    {
        std::vector<HostPort> hosts;
        for (const BrokerInfo& broker : info.brokers) {
            if (auto host = HostPort::parse(broker.address); host && host->port)
                hosts.push_back(*std::move(host));
        }
        return hosts;
    }

    void checkPermissions(const Attempt& attempt, const ClusterInfo& info)
    {
        std::vector<std::string> topics = m_options.topics;
        const std::regex pattern(m_profile.topicPattern, std::regex::ECMAScript);
        for (const TopicInfo& topic : info.topics) {
            if (std::regex_search(topic.name, pattern))
                topics.push_back(topic.name);
        }
        std::sort(topics.begin(), topics.end());
        topics.erase(std::unique(topics.begin(), topics.end()), topics.end());
        if (topics.empty())
            return add({CheckStage::Permission, m_profile.topicPattern, CheckFault::NoTopics});
        std::vector<CheckStep> steps = checkTopics(attempt.client(), topics, m_options.timeout, m_options.isStopped);
        attempt.listen();
        tellListenerFault(attempt.hearing(), steps);
        for (CheckStep& step : steps)
            add(std::move(step));
    }

    /// A listener that takes the connection may refuse what comes after: its certificate is for another name than the
    /// advertised one. Then that is what the topics' silence means.
    void tellListenerFault(const Hearing& hearing, std::vector<CheckStep>& steps)
    {
        const auto isMute = [](const CheckStep& step) { return step.fault == CheckFault::NoAnswer || step.fault == CheckFault::Other; };
        if (!hearing.hasFault() || std::none_of(steps.begin(), steps.end(), isMute))
            return;
        std::erase_if(steps, isMute);
        auto [fault, detail] = hearing.verdict();
        add({CheckStage::Listener, brokerIn(detail).value_or(m_profile.bootstrap), fault.fault, std::move(detail)});
    }

    const Profile& m_profile;
    const CheckOptions& m_options;
    std::vector<CheckStep> m_steps;
};

} // namespace

std::vector<CheckStep> checkConnection(const Profile& profile, const CheckOptions& options)
{
    return Walk(profile, options).run();
}

} // namespace sagascope::kafka
