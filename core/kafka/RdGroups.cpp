// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdGroups.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/kafka/RdAdmin.h"
#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"

namespace sagascope::kafka {

using metrics::GroupMember;
using metrics::GroupPhase;
using metrics::GroupReading;
using metrics::GroupState;
using metrics::LagSample;
using metrics::Membership;

namespace {

using RdOffsetQuestion =
    std::unique_ptr<rd_kafka_ListConsumerGroupOffsets_t, RdDestroy<rd_kafka_ListConsumerGroupOffsets_destroy>>;

/// So many clients may wait for answers that do not come; then nothing is asked until one does.
constexpr std::size_t kMostAbandoned = 4;
/// Each question that stays unanswered costs a client: who does not describe groups is not asked at every look.
constexpr std::chrono::seconds kPauseAfterSilence(30);

/// The longest that librdkafka takes; see RdGroups.
constexpr std::chrono::hours kNeverByItself(1);

std::string textOf(const char* text)
{
    return text ? text : std::string();
}

GroupPhase phaseOf(rd_kafka_consumer_group_state_t state)
{
    switch (state) {
    case RD_KAFKA_CONSUMER_GROUP_STATE_PREPARING_REBALANCE:
        return GroupPhase::PreparingRebalance;
    case RD_KAFKA_CONSUMER_GROUP_STATE_COMPLETING_REBALANCE:
        return GroupPhase::CompletingRebalance;
    case RD_KAFKA_CONSUMER_GROUP_STATE_STABLE:
        return GroupPhase::Stable;
    case RD_KAFKA_CONSUMER_GROUP_STATE_EMPTY:
        return GroupPhase::Empty;
    case RD_KAFKA_CONSUMER_GROUP_STATE_DEAD:
        return GroupPhase::Dead;
    default:
        return GroupPhase::Unknown;
    }
}

std::span<const rd_kafka_topic_partition_t> elementsOf(const rd_kafka_topic_partition_list_t* list)
{
    if (!list)
        return {};
    return std::span<const rd_kafka_topic_partition_t>(list->elems, static_cast<std::size_t>(list->cnt));
}

GroupMember toMember(const rd_kafka_MemberDescription_t& member)
{
    GroupMember result;
    result.id = textOf(rd_kafka_MemberDescription_consumer_id(&member));
    result.clientId = textOf(rd_kafka_MemberDescription_client_id(&member));
    result.host = textOf(rd_kafka_MemberDescription_host(&member));
    if (result.host.starts_with('/')) // the way a Java broker prints an address without a name
        result.host.erase(0, 1);
    result.instanceId = textOf(rd_kafka_MemberDescription_group_instance_id(&member));
    const auto* assignment = rd_kafka_MemberDescription_assignment(&member);
    for (const auto& element : elementsOf(assignment ? rd_kafka_MemberAssignment_partitions(assignment) : nullptr))
        result.assigned.push_back({element.topic, element.partition});
    std::sort(result.assigned.begin(), result.assigned.end());
    return result;
}

void takeDescription(GroupReading& group, const rd_kafka_ConsumerGroupDescription_t& description)
{
    const auto* error = rd_kafka_ConsumerGroupDescription_error(&description);
    group.membership = Membership::Told;
    if (error && rd_kafka_error_code(error) == RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND) {
        group.phase = GroupPhase::Dead; // as older brokers say it
        return;
    }
    if (error) {
        group.membership = Membership::Refused;
        group.membersError = failure(rd_kafka_error_code(error), group.group, rd_kafka_error_string(error));
        return;
    }
    group.phase = phaseOf(rd_kafka_ConsumerGroupDescription_state(&description));
    group.assignor = textOf(rd_kafka_ConsumerGroupDescription_partition_assignor(&description));
    const auto count = rd_kafka_ConsumerGroupDescription_member_count(&description);
    for (std::size_t i = 0; i < count; ++i)
        group.members.push_back(toMember(*rd_kafka_ConsumerGroupDescription_member(&description, i)));
    std::sort(group.members.begin(), group.members.end(), [](const GroupMember& left, const GroupMember& right) {
        return std::tie(left.clientId, left.id) < std::tie(right.clientId, right.id);
    });
}

auto placeOf(const LagSample& sample)
{
    return std::tie(sample.topic, sample.partition);
}

/// The sample of that partition; a new one where there was none.
LagSample& sampleFor(GroupReading& group, const rd_kafka_topic_partition_t& element)
{
    LagSample wanted;
    wanted.group = group.group;
    wanted.topic = element.topic;
    wanted.partition = element.partition;
    wanted.at = base::Clock::system().now();
    const auto at = std::lower_bound(group.samples.begin(), group.samples.end(), wanted,
                                     [](const auto& left, const auto& right) { return placeOf(left) < placeOf(right); });
    if (at != group.samples.end() && placeOf(*at) == placeOf(wanted))
        return *at;
    return *group.samples.insert(at, std::move(wanted));
}

/// Somebody else coordinates the group now. librdkafka remembers coordinators for a quarter of an hour, come what may.
bool isOutdated(const rd_kafka_error_t* error)
{
    return error && rd_kafka_error_code(error) == RD_KAFKA_RESP_ERR_NOT_COORDINATOR;
}

void setUnreadable(GroupReading& group, base::Error error)
{
    group.state = GroupState::Unreadable;
    group.error = std::move(error);
}

void takeCommitted(GroupReading& group, const rd_kafka_group_result_t& answer)
{
    if (const auto* error = rd_kafka_group_result_error(&answer))
        return setUnreadable(group, failure(rd_kafka_error_code(error), group.group, rd_kafka_error_string(error)));
    group.state = GroupState::Absent;
    for (const auto& element : elementsOf(rd_kafka_group_result_partitions(&answer))) {
        if (element.err != RD_KAFKA_RESP_ERR_NO_ERROR || element.offset < 0)
            continue;
        sampleFor(group, element).position = element.offset;
        group.state = GroupState::Known;
    }
}

/// A client without a group crashes inside librdkafka (every version up to now, its issue 5040) when it asks for commits
/// and the coordinator has moved: there is then no group whose coordinator it could look for. So it has the name of one,
/// and never subscribes, so it joins nothing. The name is one that is asked about anyway, so that nobody's log fills
/// with refusals of a group that they never heard of.
std::string nameForClient(const Profile& profile)
{
    return profile.watchedGroups.empty() ? "sagascope" : profile.watchedGroups.front().name;
}

GroupReading* named(std::span<GroupReading> groups, std::string_view name)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.group == name; });
    return found == groups.end() ? nullptr : &*found;
}

} // namespace

base::Result<void> RdGroups::prepare()
{
    reap();
    if (std::exchange(m_isOutdated, false) && m_awaited == 0) {
        m_answers.reset();
        m_client.reset();
    }
    if (m_abandoned.size() >= kMostAbandoned)
        return failure(RD_KAFKA_RESP_ERR__TIMED_OUT, "groups");
    if (!m_client) {
        RdConfig config(m_profile, "sagascope-groups");
        config.set("enable.auto.commit", false).set("allow.auto.create.topics", false);
        config.set("group.id", nameForClient(m_profile));
        auto client = config.create(RD_KAFKA_CONSUMER);
        if (!client)
            return client.error();
        m_client = std::move(client).value();
    }
    m_answers.reset(rd_kafka_queue_new(m_client.get()));
    return {};
}

RdEvent RdGroups::nextAnswer()
{
    RdEvent answer(rd_kafka_queue_poll(m_answers.get(), static_cast<int>(m_timeout.count())));
    if (answer)
        --m_awaited;
    else
        m_abandoned.push_back({std::move(m_client), std::move(m_answers), std::exchange(m_awaited, 0)});
    return answer;
}

/// Ends the abandoned clients whose questions were answered after all.
void RdGroups::reap()
{
    for (Abandoned& one : m_abandoned) {
        while (one.awaited > 0 && RdEvent(rd_kafka_queue_poll(one.answers.get(), 0)))
            --one.awaited;
    }
    std::erase_if(m_abandoned, [](const Abandoned& one) { return one.awaited == 0; });
}

/// A client with a question under way cannot be ended: librdkafka was seen to hang, or to write where it must not.
RdGroups::~RdGroups()
{
    reap();
    for (Abandoned& one : m_abandoned) {
        (void)one.answers.release();
        (void)one.client.release();
    }
}

base::Result<std::set<std::string>> RdGroups::list()
{
    if (const auto prepared = prepare(); !prepared)
        return prepared.error();
    // Every broker is asked, no coordinator: one that is away is left out in time.
    const auto options = adminOptions(m_client.get(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS, m_timeout);
    rd_kafka_ListConsumerGroups(m_client.get(), options.get(), m_answers.get());
    const RdEvent answer = awaitAnswer(m_answers.get(), m_timeout);
    const auto* result = answer ? rd_kafka_event_ListConsumerGroups_result(answer.get()) : nullptr;
    if (!result || rd_kafka_event_error(answer.get()) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(answer ? rd_kafka_event_error(answer.get()) : RD_KAFKA_RESP_ERR__TIMED_OUT, "groups");
    std::set<std::string> names;
    std::size_t count = 0;
    const auto** listed = rd_kafka_ListConsumerGroups_result_valid(result, &count);
    for (const auto* group : std::span(listed, count))
        names.insert(rd_kafka_ConsumerGroupListing_group_id(group));
    std::size_t errors = 0;
    const auto** failed = rd_kafka_ListConsumerGroups_result_errors(result, &errors);
    if (names.empty() && errors > 0)
        return failure(rd_kafka_error_code(failed[0]), "groups", rd_kafka_error_string(failed[0]));
    return names;
}

void RdGroups::describe(std::span<GroupReading> groups)
{
    const bool isTooEarly = std::chrono::steady_clock::now() < m_describeAgain;
    const auto prepared = isTooEarly ? base::Result<void>(failure(RD_KAFKA_RESP_ERR__TIMED_OUT, "groups")) : prepare();
    for (GroupReading& group : groups) {
        group.membership = Membership::Refused;
        group.membersError = prepared ? failure(RD_KAFKA_RESP_ERR__TIMED_OUT, group.group) : prepared.error();
        if (prepared)
            askMembers(group);
    }
    for (std::size_t awaited = prepared ? groups.size() : 0; awaited > 0; --awaited) {
        const RdEvent answer = nextAnswer();
        if (!answer) {
            m_describeAgain = std::chrono::steady_clock::now() + kPauseAfterSilence;
            return;
        }
        const auto* result = rd_kafka_event_DescribeConsumerGroups_result(answer.get());
        std::size_t count = 0;
        const auto** described = result ? rd_kafka_DescribeConsumerGroups_result_groups(result, &count) : nullptr;
        for (const auto* description : std::span(described, count)) {
            m_isOutdated |= isOutdated(rd_kafka_ConsumerGroupDescription_error(description));
            if (auto* group = named(groups, rd_kafka_ConsumerGroupDescription_group_id(description)))
                takeDescription(*group, *description);
        }
    }
}

/// One group a question, which costs the brokers the same: together, all would wait for the slowest coordinator.
void RdGroups::askMembers(const GroupReading& group)
{
    const auto options =
        adminOptions(m_client.get(), RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS, kNeverByItself);
    const char* name = group.group.c_str();
    rd_kafka_DescribeConsumerGroups(m_client.get(), &name, 1, options.get(), m_answers.get());
    ++m_awaited;
}

void RdGroups::fetchCommitted(std::span<GroupReading> groups, bool isEverything)
{
    const auto prepared = prepare();
    std::size_t asked = 0;
    for (GroupReading& group : groups) {
        group.state = GroupState::Absent;
        if (!isEverything && group.samples.empty())
            continue;
        setUnreadable(group, prepared ? failure(RD_KAFKA_RESP_ERR__TIMED_OUT, group.group) : prepared.error());
        if (!prepared)
            continue;
        askOffsets(group, isEverything);
        ++asked;
    }
    for (; asked > 0; --asked) {
        const RdEvent answer = nextAnswer();
        if (!answer)
            return;
        const auto* result = rd_kafka_event_ListConsumerGroupOffsets_result(answer.get());
        std::size_t count = 0;
        const auto** answered = result ? rd_kafka_ListConsumerGroupOffsets_result_groups(result, &count) : nullptr;
        // The name of the group is only found in an answer that is not an error as a whole.
        auto& group = *static_cast<GroupReading*>(rd_kafka_event_opaque(answer.get()));
        m_isOutdated |= count == 0 ? rd_kafka_event_error(answer.get()) == RD_KAFKA_RESP_ERR_NOT_COORDINATOR
                                   : isOutdated(rd_kafka_group_result_error(answered[0]));
        if (count == 0)
            setUnreadable(group, failure(rd_kafka_event_error(answer.get()), group.group));
        else
            takeCommitted(group, *answered[0]);
    }
}

/// librdkafka takes one group per question.
void RdGroups::askOffsets(GroupReading& group, bool isEverything)
{
    RdPartitions list;
    if (!isEverything) {
        list.reset(rd_kafka_topic_partition_list_new(static_cast<int>(group.samples.size())));
        for (const LagSample& sample : group.samples)
            rd_kafka_topic_partition_list_add(list.get(), sample.topic.c_str(), sample.partition);
    }
    const RdOffsetQuestion question(rd_kafka_ListConsumerGroupOffsets_new(group.group.c_str(), list.get()));
    const auto options =
        adminOptions(m_client.get(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS, kNeverByItself);
    rd_kafka_AdminOptions_set_opaque(options.get(), &group);
    auto* asked = question.get();
    rd_kafka_ListConsumerGroupOffsets(m_client.get(), &asked, 1, options.get(), m_answers.get());
    ++m_awaited;
}

} // namespace sagascope::kafka
