// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KafkaServer.h"

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

std::map<std::string, std::string> brokerProperties(int port, int controllerPort, const fs::path& folder)
{
    const auto listener = "127.0.0.1:" + std::to_string(port);
    const auto controller = "127.0.0.1:" + std::to_string(controllerPort);
    return {
        {"process.roles", "broker,controller"},
        {"node.id", "1"},
        {"controller.quorum.voters", "1@" + controller},
        {"controller.listener.names", "CONTROLLER"},
        {"listeners", "PLAINTEXT://" + listener + ",CONTROLLER://" + controller},
        {"advertised.listeners", "PLAINTEXT://" + listener},
        {"listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"},
        {"log.dirs", (folder / "data").string()},
        {"num.partitions", "3"},
        {"num.network.threads", "1"},
        {"num.io.threads", "2"},
        {"message.max.bytes", "10500000"},
        {"offsets.topic.num.partitions", "1"},
        {"offsets.topic.replication.factor", "1"},
        {"transaction.state.log.num.partitions", "1"},
        {"transaction.state.log.replication.factor", "1"},
        {"transaction.state.log.min.isr", "1"},
        {"share.coordinator.state.topic.replication.factor", "1"},
        {"share.coordinator.state.topic.min.isr", "1"},
        {"group.initial.rebalance.delay.ms", "0"},
        {"log.cleaner.dedupe.buffer.size", "4194304"},
        {"log.cleaner.threads", "1"},
        {"log.cleaner.backoff.ms", "100"},
        // Times written by old records must not make the broker delete them under the test.
        {"log.retention.ms", "-1"},
    };
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

} // namespace

KafkaStart KafkaServer::start(const std::map<std::string, std::string>& properties)
{
    auto jars = fetchKafkaJars();
    if (jars.classPath.empty())
        return {nullptr, jars.reason, true};

    std::string reason;
    // Between finding a free port and Kafka binding it somebody else may take it: then once more.
    for (int attempt = 0; attempt < kStartAttempts; ++attempt) {
        const auto ports = freePorts(2);
        const auto folder = newServerFolder();
        auto settings = brokerProperties(ports[0], ports[1], folder);
        for (const auto& [name, value] : properties)
            settings[name] = value;
        const auto config = folder / "server.properties";
        writeProperties(config, settings);

        std::unique_ptr<KafkaServer> server(new KafkaServer);
        server->m_port = ports[0];
        server->m_bootstrap = "127.0.0.1:" + std::to_string(ports[0]);
        server->m_classPath = jars.classPath;
        const auto format =
            server->runTool("kafka.tools.StorageTool", {"format", "-t", kClusterId, "-c", config.string()});
        server->m_process = std::make_unique<GuardedServer>(
            javaCommand("256m", jars.classPath, "kafka.Kafka", {config.string()}), folder);
        if (format.hasSucceeded() && server->awaitReady())
            return {std::move(server), {}, false};
        reason = "Kafka did not come up: " + format.errors + server->logTail();
    }
    return {nullptr, reason, false};
}

bool KafkaServer::awaitReady() const
{
    const auto deadline = std::chrono::steady_clock::now() + kStartTimeout;
    while (m_process->isRunning() && std::chrono::steady_clock::now() < deadline) {
        if (speaksKafka(m_port))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

CommandResult KafkaServer::runTool(const std::string& mainClass, const std::vector<std::string>& arguments,
                                   std::string_view input) const
{
    return runCommand(javaCommand("128m", m_classPath, mainClass, arguments), input);
}

CommandResult KafkaServer::kcat(const std::vector<std::string>& arguments, std::string_view input) const
{
    std::vector<std::string> command{"kcat", "-b", m_bootstrap};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return runCommand(command, input);
}

bool KafkaServer::createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs)
{
    std::vector<std::string> arguments{
        "--bootstrap-server", m_bootstrap, "--create", "--topic", topic, "--partitions", std::to_string(partitions)};
    for (const auto& config : configs)
        arguments.insert(arguments.end(), {"--config", config});
    return runTool("org.apache.kafka.tools.TopicCommand", arguments).hasSucceeded();
}

bool KafkaServer::growTopic(const std::string& topic, int partitions)
{
    return runTool("org.apache.kafka.tools.TopicCommand", {"--bootstrap-server", m_bootstrap, "--alter", "--topic",
                                                           topic, "--partitions", std::to_string(partitions)})
        .hasSucceeded();
}

std::vector<std::string> KafkaServer::namesFrom(const CommandResult& result) const
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

std::vector<std::string> KafkaServer::topics() const
{
    return namesFrom(runTool("org.apache.kafka.tools.TopicCommand", {"--bootstrap-server", m_bootstrap, "--list"}));
}

std::vector<std::string> KafkaServer::consumerGroups() const
{
    return namesFrom(runTool("org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                             {"--bootstrap-server", m_bootstrap, "--list"}));
}

} // namespace sagascope::support
