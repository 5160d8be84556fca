// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/DictionaryTraining.h"

#include <string_view>
#include <utility>

#include "core/store/RecordCodec.h"

namespace sagascope::capture {

std::shared_ptr<const store::BlockDictionary> DictionaryTraining::look(const store::RecordBlock& block)
{
    if (m_seen >= m_wanted)
        return nullptr;
    m_seen += block.raw.bytes.size();
    m_blocks.push_back(block.raw);
    if (m_seen < m_wanted)
        return nullptr;
    std::vector<std::string_view> records;
    for (const store::BlockBytes& seen : m_blocks) {
        for (std::string_view rest = seen.bytes; !rest.empty();)
            records.push_back(store::takeEncoded(rest));
    }
    auto dictionary = store::BlockDictionary::train(records);
    m_blocks = {};
    return dictionary;
}

} // namespace sagascope::capture
