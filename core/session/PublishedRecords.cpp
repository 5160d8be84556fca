// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PublishedRecords.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/Hash.h"

namespace sagascope::session {
namespace {

/// Topic, key and value; headers are left out, since a client may add its own.
std::uint64_t contentOf(std::string_view topic, std::optional<std::string_view> key,
                        std::optional<std::string_view> value)
{
    std::uint64_t hash = base::hash64(topic);
    for (const auto& part : {key, value})
        hash = part ? base::hash64(*part, hash + 1) : hash * 3 + 7;
    return hash;
}

std::optional<std::string_view> viewOf(const std::optional<std::string>& text)
{
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

} // namespace

struct PublishedRecords::Ledger
{
    struct Entry
    {
        std::uint64_t number = 0;
        std::optional<std::pair<std::int32_t, std::int64_t>> where; ///< partition and offset, once acknowledged
    };
    using Entries = std::unordered_multimap<std::uint64_t, Entry>; ///< by content

    std::uint64_t announce(std::uint64_t content)
    {
        const std::lock_guard lock(mutex);
        entries.emplace(content, Entry{++count, std::nullopt});
        return count;
    }

    void settle(std::uint64_t content, std::uint64_t number, const kafka::DeliveryReport& report)
    {
        const std::lock_guard lock(mutex);
        const auto [from, to] = entries.equal_range(content);
        const auto entry = std::find_if(from, to, [&](const auto& e) { return e.second.number == number; });
        if (entry == to)
            return;
        if (report)
            entry->second.where.emplace(report->partition, report->offset);
        else
            entries.erase(entry);
    }

    std::mutex mutex;
    Entries entries;
    std::atomic<std::uint64_t> count{0}; ///< zero spares readers the lock
};

PublishedRecords::PublishedRecords() : m_ledger(std::make_shared<Ledger>()) {}

void PublishedRecords::publish(kafka::Publisher& publisher, kafka::OutgoingRecord record,
                               kafka::DeliveryCallback onDelivery)
{
    const std::uint64_t content = contentOf(record.topic, viewOf(record.key), viewOf(record.value));
    const std::uint64_t number = m_ledger->announce(content);
    publisher.publish(std::move(record), [ledger = m_ledger, content, number,
                                          onDelivery = std::move(onDelivery)](const kafka::DeliveryReport& report) {
        ledger->settle(content, number, report);
        if (onDelivery)
            onDelivery(report);
    });
}

bool PublishedRecords::contains(const event::RawRecord& record) const
{
    if (m_ledger->count == 0)
        return false;
    const std::uint64_t content = contentOf(record.topic, record.key, record.value);
    const std::lock_guard lock(m_ledger->mutex);
    const auto [from, to] = m_ledger->entries.equal_range(content);
    return std::any_of(from, to, [&](const auto& entry) {
        const auto& where = entry.second.where;
        return !where || *where == std::pair(record.partition, record.offset);
    });
}

} // namespace sagascope::session
