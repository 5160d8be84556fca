// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/MaskedRecord.h"

#include <algorithm>

#include "core/base/Utf8.h"
#include "core/event/JsonDocument.h"
#include "core/event/SecretMask.h"
#include "core/event/TapeWriter.h"

namespace sagascope::session {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool isJson(std::string_view value)
{
    if (value.starts_with(kBom))
        value.remove_prefix(kBom.size());
    return base::isUtf8(value) && event::JsonDocument().read(value).outcome == event::JsonDocument::Outcome::Read;
}

/// In what cannot be read nobody can tell what is secret.
std::string withheld(std::string_view value)
{
    std::string words(event::kMask);
    words.append(" (").append(std::to_string(value.size())).append(" bytes that are no JSON)");
    std::string text;
    event::appendJsonString(text, words);
    return text;
}

std::string maskedValue(std::string_view value, MaskedRecord::Unreadable unreadable)
{
    const bool isKept = value.empty() || unreadable == MaskedRecord::Unreadable::AsFarAsTold || isJson(value);
    return isKept ? event::masked(value) : withheld(value);
}

std::string maskedHeader(const event::HeaderView& header)
{
    const bool isSecret = event::isSecretName(header.name) && !header.value->empty();
    return isSecret ? std::string(event::kMask) : event::masked(*header.value);
}

} // namespace

MaskedRecord::MaskedRecord(const event::RawRecord& record, Unreadable unreadable)
    : m_original(record), m_topic(event::masked(record.topic))
{
    if (record.key)
        m_key = event::masked(*record.key);
    if (record.value)
        m_value = maskedValue(*record.value, unreadable);
    for (const event::HeaderView& header : record.headers)
        m_headers.push_back({event::masked(header.name), header.value ? std::optional(maskedHeader(header)) : std::nullopt});
    for (const Header& header : m_headers)
        m_views.push_back({header.name, header.value ? std::optional<std::string_view>(*header.value) : std::nullopt});
    m_isChanged = differsFrom(record);
}

bool MaskedRecord::differsFrom(const event::RawRecord& record) const
{
    const auto isSame = [](const Header& header, const event::HeaderView& other) {
        return header.name == other.name && header.value == other.value;
    };
    return m_topic != record.topic || m_key != record.key || m_value != record.value
        || !std::equal(m_headers.begin(), m_headers.end(), record.headers.begin(), record.headers.end(), isSame);
}

event::RawRecord MaskedRecord::raw() const
{
    event::RawRecord record = m_original;
    record.topic = m_topic;
    record.key = m_key ? std::optional<std::string_view>(*m_key) : std::nullopt;
    record.value = m_value ? std::optional<std::string_view>(*m_value) : std::nullopt;
    record.headers = m_views;
    return record;
}

} // namespace sagascope::session
