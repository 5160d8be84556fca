// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ColumnCodec.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include <zstd.h>

#include "core/store/BlockCodec.h"
#include "core/store/UuidText.h"

namespace sagascope::store {
namespace {

constexpr int kLevel = 3;
constexpr std::int64_t kUuidMark = -1; ///< in place of a text's size

std::uint64_t zigzag(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value)
{
    return static_cast<std::int64_t>((value >> 1U) ^ (~(value & 1U) + 1U));
}

/// Differences wrap around, so that any two numbers have one.
std::int64_t difference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::int64_t sum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

void put(std::string& bytes, std::uint64_t value)
{
    char plain[sizeof value];
    std::memcpy(plain, &value, sizeof value);
    bytes.append(plain, sizeof value);
}

/// Times are in ns and mostly whole ms: what all have in common is said once. Never 0.
std::uint64_t commonUnit(std::span<const std::uint64_t> values)
{
    std::uint64_t unit = 0;
    for (const std::uint64_t value : values) {
        unit = std::gcd(unit, value);
        if (unit == 1)
            break;
    }
    return std::max<std::uint64_t>(1, unit);
}

} // namespace

/// Byte by byte: all lowest bytes, then all second ones, as many as the largest needs.
void ColumnWriter::planes(std::span<const std::uint64_t> values)
{
    const std::uint64_t unit = commonUnit(values);
    std::uint64_t all = 0;
    std::vector<std::uint64_t> parts(values.begin(), values.end());
    for (std::uint64_t& part : parts) {
        if (unit != 1)
            part /= unit;
        all |= part;
    }
    const auto width = static_cast<std::uint64_t>((std::bit_width(all) + 7) / 8);
    put(m_bytes, values.size());
    put(m_bytes, width);
    put(m_bytes, unit);
    for (std::uint64_t plane = 0; plane < width; ++plane) {
        for (const std::uint64_t part : parts)
            m_bytes += static_cast<char>((part >> (8 * plane)) & 0xffU);
    }
}

void ColumnWriter::differences(std::span<const std::int64_t> values)
{
    std::vector<std::uint64_t> coded;
    coded.reserve(values.size());
    std::int64_t before = 0;
    for (const std::int64_t value : values) {
        coded.push_back(zigzag(difference(value, before)));
        before = value;
    }
    planes(coded);
}

void ColumnWriter::numbers(std::span<const std::int64_t> values)
{
    std::vector<std::uint64_t> coded(values.size());
    std::transform(values.begin(), values.end(), coded.begin(), zigzag);
    planes(coded);
}

void ColumnWriter::words(std::span<const std::uint64_t> values)
{
    put(m_bytes, values.size());
    if (!values.empty())
        m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

/// UUIDs lie behind the other texts, as bytes.
void ColumnWriter::texts(std::span<const std::string_view> values)
{
    std::vector<std::int64_t> sizes;
    std::string plain;
    std::string uuids;
    for (const std::string_view value : values) {
        const bool isUuid = value.size() == kUuidTextSize && findUuid(value) == 0;
        sizes.push_back(isUuid ? kUuidMark : static_cast<std::int64_t>(value.size()));
        if (isUuid)
            appendUuidBytes(uuids, value.data());
        else
            plain += value;
    }
    numbers(sizes);
    put(m_bytes, plain.size());
    m_bytes += plain;
    put(m_bytes, uuids.size());
    m_bytes += uuids;
}

std::string ColumnWriter::finish()
{
    std::string compressed(ZSTD_compressBound(m_bytes.size()), '\0');
    // The bound is large enough by definition, so this can't fail.
    compressed.resize(ZSTD_compress(compressed.data(), compressed.size(), m_bytes.data(), m_bytes.size(), kLevel));
    m_bytes.clear();
    return compressed;
}

std::optional<ColumnReader> ColumnReader::open(std::string_view compressed)
{
    const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (size > kLargestBlock) // the two ways to say that it is not known are larger, too
        return std::nullopt;
    ColumnReader reader;
    reader.m_bytes.resize(size);
    if (ZSTD_decompress(reader.m_bytes.data(), size, compressed.data(), compressed.size()) != size)
        return std::nullopt;
    reader.m_rest = {reader.m_bytes.data(), reader.m_bytes.size()};
    return reader;
}

std::string_view ColumnReader::take(std::uint64_t size)
{
    m_hasFailed = m_hasFailed || size > m_rest.size();
    if (m_hasFailed)
        return {};
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return taken;
}

std::uint64_t ColumnReader::plain()
{
    std::uint64_t value = 0;
    const std::string_view bytes = take(sizeof value);
    if (!bytes.empty())
        std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::vector<std::uint64_t> ColumnReader::planes()
{
    const std::uint64_t size = plain();
    const std::uint64_t width = plain();
    const std::uint64_t unit = plain();
    // A column of zeros takes no bytes at all, so its length is bounded here.
    m_hasFailed = m_hasFailed || width > sizeof(std::uint64_t) || size > kLargestBlock / sizeof(std::uint64_t)
        || width * size > m_rest.size();
    if (m_hasFailed)
        return {};
    std::vector<std::uint64_t> values(size);
    for (std::uint64_t plane = 0; plane < width; ++plane) {
        const std::string_view bytes = take(size);
        for (std::size_t i = 0; i < size; ++i)
            values[i] |= std::uint64_t(static_cast<unsigned char>(bytes[i])) << (8 * plane);
    }
    if (unit != 1) {
        for (std::uint64_t& value : values)
            value *= unit;
    }
    return values;
}

std::vector<std::int64_t> ColumnReader::differences()
{
    std::vector<std::int64_t> values = numbers();
    std::int64_t before = 0;
    for (std::int64_t& value : values)
        value = before = sum(before, value);
    return values;
}

std::vector<std::int64_t> ColumnReader::numbers()
{
    const std::vector<std::uint64_t> coded = planes();
    std::vector<std::int64_t> values(coded.size());
    std::transform(coded.begin(), coded.end(), values.begin(), unzigzag);
    return values;
}

std::vector<std::uint64_t> ColumnReader::words()
{
    const std::uint64_t size = plain();
    m_hasFailed = m_hasFailed || size > m_rest.size() / sizeof(std::uint64_t);
    const std::string_view bytes = take(m_hasFailed ? 0 : size * sizeof(std::uint64_t));
    std::vector<std::uint64_t> values(bytes.size() / sizeof(std::uint64_t));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

std::vector<std::string_view> ColumnReader::texts()
{
    const std::vector<std::int64_t> sizes = numbers();
    std::string_view plainBytes = take(plain());
    std::string_view uuids = take(plain());
    const auto uuidCount = static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), kUuidMark));
    m_hasFailed = m_hasFailed || uuids.size() != uuidCount * kUuidSize;
    if (m_hasFailed)
        return {};
    std::string& made = m_made.emplace_back();
    made.reserve(uuidCount * kUuidTextSize);
    std::vector<std::string_view> values;
    values.reserve(sizes.size());
    for (const std::int64_t size : sizes) {
        if (size == kUuidMark) {
            appendUuidText(made, uuids.data());
            values.push_back(std::string_view(made).substr(made.size() - kUuidTextSize));
            uuids.remove_prefix(kUuidSize);
            continue;
        }
        m_hasFailed = m_hasFailed || size < 0 || static_cast<std::uint64_t>(size) > plainBytes.size();
        if (m_hasFailed)
            return {};
        values.push_back(plainBytes.substr(0, static_cast<std::size_t>(size)));
        plainBytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return values;
}

} // namespace sagascope::store
