// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KafkaCluster.h"

#include "tests/support/KafkaJars.h"
#include "tests/support/Loopback.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace sagascope::support {

namespace fs = std::filesystem;

namespace {

constexpr auto kStartTimeout = std::chrono::seconds(90);
constexpr int kStartAttempts = 3;
constexpr auto kConfigFile = "server.properties";
constexpr auto kClusterId = "MkU3OEVBNTcwNTJENDM2Qg";

std::vector<std::string> javaCommand(const std::string& heap, const std::string& classPath,
                                     const std::string& mainClass, const std::vector<std::string>& arguments)
{
    std::vector<std::string> command{"java",
                                     "-Xmx" + heap,
                                     "-XX:+UseSerialGC",
                                     "-XX:TieredStopAtLevel=1",
                                     "-Djava.net.preferIPv4Stack=true",
                                     "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                     "-cp",
                                     classPath,
                                     mainClass};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
}

fs::path newServerFolder()
{
    auto pattern = (fs::temp_directory_path() / "sagascope-kafka-XXXXXX").string();
    return mkdtemp(pattern.data()) ? fs::path(pattern) : fs::path();
}

void writeProperties(const fs::path& path, const std::map<std::string, std::string>& properties)
{
    std::ofstream file(path);
    for (const auto& [name, value] : properties)
        file << name << '=' << value << '\n';
}

/// As Kafka's storage tool takes them: they are part of the cluster's first metadata.
std::vector<std::string> scramLogins(const KafkaSpec& spec)
{
    std::vector<std::string> logins;
    for (const KafkaUser& user : spec.users) {
        for (const char* mechanism : {"SCRAM-SHA-256", "SCRAM-SHA-512"})
            logins.push_back(std::string(mechanism) + "=[name=" + user.name + ",password=" + user.password + ']');
    }
    return logins;
}

std::vector<KafkaPorts> choosePorts(const KafkaSpec& spec)
{
    const auto doors = doorsOf(spec);
    const auto free = freePorts(spec.brokers * int(doors.size() + 1));
    auto next = free.begin();
    std::vector<KafkaPorts> chosen(std::size_t(spec.brokers));
    for (auto& ports : chosen) {
        ports.controller = *next++;
        for (const auto door : doors)
            ports.doors[door] = *next++;
    }
    return chosen;
}

} // namespace

KafkaStart KafkaCluster::start(const KafkaSpec& spec)
{
    auto jars = fetchKafkaJars();
    if (jars.classPath.empty())
        return {nullptr, jars.reason, true};
    if (spec.isSecured && !findExecutable("openssl"))
        return {nullptr, "openssl is not installed: it makes the certificates of a secured test cluster", true};

    std::string reason;
    // Between finding a free port and Kafka binding it somebody else may take it: then once more.
    for (int attempt = 0; attempt < kStartAttempts; ++attempt) {
        std::unique_ptr<KafkaCluster> server(new KafkaCluster);
        server->m_classPath = jars.classPath;
        server->m_spec = spec;
        reason = server->launch();
        if (reason.empty())
            return {std::move(server), {}, false};
    }
    return {nullptr, "Kafka did not come up: " + reason, false};
}

std::string KafkaCluster::launch()
{
    const auto ports = choosePorts(m_spec);
    for (std::size_t i = 0; i < ports.size(); ++i) {
        if (auto reason = launchBroker(ports, i); !reason.empty())
            return reason;
    }
    const bool isUp = std::all_of(m_brokers.begin(), m_brokers.end(), [this](const Broker& broker) { return awaitReady(broker); });
    return isUp && awaitMembers() ? std::string() : logTail();
}

std::string KafkaCluster::launchBroker(const std::vector<KafkaPorts>& ports, std::size_t index)
{
    const auto folder = newServerFolder();
    if (m_spec.isSecured && index == 0) {
        m_certificates = makeKafkaCertificates(folder);
        if (!m_certificates.reason.empty())
            return m_certificates.reason;
    }
    const auto config = folder / kConfigFile;
    writeProperties(config, propertiesOf(ports, index, folder));
    std::vector<std::string> format{"format", "-t", kClusterId, "-c", config.string()};
    for (const std::string& login : m_spec.isSecured ? scramLogins(m_spec) : std::vector<std::string>())
        format.insert(format.end(), {"--add-scram", login});
    const auto formatted = runTool("kafka.tools.StorageTool", format);
    const auto command = javaCommand("256m", m_classPath, "kafka.Kafka", {config.string()});
    m_brokers.push_back({ports[index], std::make_unique<GuardedServer>(command, folder)});
    return formatted.hasSucceeded() ? std::string() : formatted.output + formatted.errors;
}

std::map<std::string, std::string> KafkaCluster::propertiesOf(const std::vector<KafkaPorts>& ports, std::size_t index,
                                                              const fs::path& folder) const
{
    const auto& certificate = m_spec.hasExpired ? m_certificates.expired : m_certificates.broker;
    return brokerProperties(m_spec, ports, index, folder / "data", certificate, m_certificates.ca);
}

void KafkaCluster::reconfigure(const KafkaSpec& spec)
{
    m_spec = spec;
    std::vector<KafkaPorts> ports;
    for (const Broker& broker : m_brokers)
        ports.push_back(broker.ports);
    for (std::size_t i = 0; i < m_brokers.size(); ++i) {
        const auto& folder = m_brokers[i].process->folder();
        writeProperties(folder / kConfigFile, propertiesOf(ports, i, folder));
    }
}

bool KafkaCluster::awaitReady(const Broker& broker) const
{
    const auto deadline = std::chrono::steady_clock::now() + kStartTimeout;
    while (broker.process->isRunning() && std::chrono::steady_clock::now() < deadline) {
        if (speaksKafka(broker.ports.doors.at(KafkaDoor::Plain)))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

/// A broker answers before the controllers let it in.
bool KafkaCluster::awaitMembers() const
{
    const auto deadline = std::chrono::steady_clock::now() + kStartTimeout;
    while (m_brokers.size() > 1 && std::chrono::steady_clock::now() < deadline) {
        const auto listed = kcat({"-L", "-m", "5"}).output;
        if (listed.find(' ' + std::to_string(m_brokers.size()) + " brokers:") != std::string::npos)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return m_brokers.size() == 1;
}

bool KafkaCluster::restart(const std::vector<int>& brokers)
{
    for (const int broker : brokers)
        m_brokers[std::size_t(broker)].process->restart();
    return std::all_of(brokers.begin(), brokers.end(),
                       [this](int broker) { return awaitReady(m_brokers[std::size_t(broker)]); });
}

std::string KafkaCluster::bootstrap(KafkaDoor door) const
{
    std::string text;
    for (const auto& broker : m_brokers)
        text += (text.empty() ? "127.0.0.1:" : ",127.0.0.1:") + std::to_string(broker.ports.doors.at(door));
    return text;
}

int KafkaCluster::port(int broker, KafkaDoor door) const
{
    return m_brokers[std::size_t(broker)].ports.doors.at(door);
}

std::string KafkaCluster::logTail() const
{
    std::string text;
    for (const auto& broker : m_brokers)
        text += broker.process->logTail();
    return text;
}

bool KafkaCluster::allow(const std::string& principal, const std::vector<std::string>& what)
{
    std::vector<std::string> arguments{"--bootstrap-server", bootstrap(), "--add", "--force", "--allow-principal", principal};
    arguments.insert(arguments.end(), what.begin(), what.end());
    return runTool("org.apache.kafka.tools.AclCommand", arguments).hasSucceeded();
}

CommandResult KafkaCluster::runTool(const std::string& mainClass, const std::vector<std::string>& arguments,
                                   std::string_view input) const
{
    return runCommand(javaCommand("128m", m_classPath, mainClass, arguments), input);
}

CommandResult KafkaCluster::kcat(const std::vector<std::string>& arguments, std::string_view input) const
{
    std::vector<std::string> command{"kcat", "-b", bootstrap()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return runCommand(command, input);
}

bool KafkaCluster::createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs)
{
    std::vector<std::string> arguments{
        "--bootstrap-server", bootstrap(), "--create", "--topic", topic, "--partitions", std::to_string(partitions)};
    for (const auto& config : configs)
        arguments.insert(arguments.end(), {"--config", config});
    return runTool("org.apache.kafka.tools.TopicCommand", arguments).hasSucceeded();
}

bool KafkaCluster::growTopic(const std::string& topic, int partitions)
{
    return runTool("org.apache.kafka.tools.TopicCommand", {"--bootstrap-server", bootstrap(), "--alter", "--topic",
                                                           topic, "--partitions", std::to_string(partitions)})
        .hasSucceeded();
}

bool KafkaCluster::deleteTopic(const std::string& topic)
{
    return runTool("org.apache.kafka.tools.TopicCommand", {"--bootstrap-server", bootstrap(), "--delete", "--topic", topic})
        .hasSucceeded();
}

std::vector<std::string> KafkaCluster::namesFrom(const CommandResult& result) const
{
    std::vector<std::string> names;
    std::istringstream lines(result.output);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && !line.starts_with("__"))
            names.push_back(line);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> KafkaCluster::topics() const
{
    return namesFrom(runTool("org.apache.kafka.tools.TopicCommand", {"--bootstrap-server", bootstrap(), "--list"}));
}

std::vector<std::string> KafkaCluster::consumerGroups() const
{
    return namesFrom(runTool("org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                             {"--bootstrap-server", bootstrap(), "--list"}));
}

} // namespace sagascope::support
