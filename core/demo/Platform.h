// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::demo {

/// The simulated services. Each one has its producer; all but the orchestrator have a consumer group.
enum class Service : std::uint8_t { Auth, User, Voyage, Payment, Ai, Orchestrator };
inline constexpr std::size_t kServices = 6;
[[nodiscard]] std::string_view serviceName(Service service); ///< as in the envelope's `source`

struct ServiceGroup
{
    Service service;
    std::string name;
    std::vector<std::string> topics;
    int instances = 2;
};

struct TopicShape
{
    std::string_view name;
    int partitions;
};

inline constexpr std::string_view kTopicPrefix = "dreamscape.";
inline constexpr std::string_view kRetryCountHeader = "retryCount";
inline constexpr std::string_view kRetryTopic = "dreamscape.retry.queue";
inline constexpr std::string_view kDeadLetterTopic = "dreamscape.dead.letter.queue";
inline constexpr std::string_view kSearchTopic = "dreamscape.voyage.search.performed";
inline constexpr std::string_view kPreferencesTopic = "dreamscape.user.preferences.updated";

/// Topics with the partition counts of the platform's set-up (3 where its set-up forgets one).
[[nodiscard]] std::span<const TopicShape> platformTopics();
/// Groups with what they read. The voyage, user and ai groups read what the real ones do; the reactions that only the
/// spec knows add `user.created`, `voyage.booking.created` for payments, and the retry queue.
[[nodiscard]] const std::vector<ServiceGroup>& serviceGroups();

} // namespace sagascope::demo
