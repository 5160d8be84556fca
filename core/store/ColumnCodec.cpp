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
    reader.m_in = ByteInput({reader.m_bytes.data(), reader.m_bytes.size()});
    return reader;
}

bool ColumnReader::expect(bool makesSense)
{
    if (!makesSense)
        m_in.fail();
    return !m_in.hasFailed();
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
    const std::uint64_t count = takeCount();
    const std::uint64_t width = takeCount();
    const std::uint64_t unit = takeCount();
    // A column of zeros takes no bytes at all, so its length is bounded here.
    if (!expect(width <= sizeof(std::uint64_t) && count <= kLargestBlock / sizeof(std::uint64_t) && width * count <= m_in.left()))
        return {};
    std::vector<std::int64_t> values(count);
    for (std::uint64_t plane = 0; plane < width; ++plane) {
        const std::string_view bytes = m_in.take(count);
        for (std::size_t i = 0; i < count; ++i)
            values[i] |= static_cast<std::int64_t>(std::uint64_t(static_cast<unsigned char>(bytes[i])) << (8 * plane));
    }
    for (std::int64_t& value : values)
        value = unzigzag(static_cast<std::uint64_t>(value) * unit);
    return values;
}

std::vector<std::uint64_t> ColumnReader::words()
{
    const std::uint64_t count = takeCount();
    if (!expect(count <= m_in.left() / sizeof(std::uint64_t)))
        return {};
    const std::string_view bytes = m_in.take(count * sizeof(std::uint64_t));
    std::vector<std::uint64_t> values(bytes.size() / sizeof(std::uint64_t));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

std::vector<std::string_view> ColumnReader::texts()
{
    const std::vector<std::int64_t> sizes = numbers();
    std::string_view plainBytes = m_in.take(takeCount());
    std::string_view uuids = m_in.take(takeCount());
    const auto uuidCount = static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), kUuidMark));
    if (!expect(uuids.size() == uuidCount * kUuidSize))
        return {};
    std::string& made = m_made.emplace_back();
    made.reserve(uuidCount * kUuidTextSize);
    std::vector<std::string_view> values;
    values.reserve(sizes.size());
    for (const std::int64_t textSize : sizes) {
        if (textSize == kUuidMark) {
            appendUuidText(made, uuids.data());
            values.push_back(std::string_view(made).substr(made.size() - kUuidTextSize));
            uuids.remove_prefix(kUuidSize);
            continue;
        }
        if (!expect(textSize >= 0 && static_cast<std::uint64_t>(textSize) <= plainBytes.size()))
            return {};
        values.push_back(plainBytes.substr(0, static_cast<std::size_t>(textSize)));
        plainBytes.remove_prefix(static_cast<std::size_t>(textSize));
    }
    return values;
}

} // namespace sagascope::store
