// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/DictionaryTraining.h"

#include <string>
#include <string_view>
#include <utility>

#include "core/store/BlockPacking.h"

namespace sagascope::capture {
namespace {

constexpr std::size_t kSampleSize = 1024; ///< about a record

} // namespace

std::shared_ptr<const store::BlockDictionary> DictionaryTraining::look(const store::RecordBlock& block)
{
    if (m_seen >= m_wanted)
        return nullptr;
    m_seen += block.raw.bytes.size();
    m_blocks.push_back(block.raw);
    if (m_seen < m_wanted)
        return nullptr;
    std::string packed;
    for (const store::BlockBytes& seen : m_blocks)
        packed += store::pack(seen.bytes).value_or(std::string());
    m_blocks = {};
    std::vector<std::string_view> samples;
    for (std::string_view rest = packed; !rest.empty(); rest.remove_prefix(samples.back().size()))
        samples.push_back(rest.substr(0, kSampleSize));
    return store::BlockDictionary::train(samples);
}

} // namespace sagascope::capture
