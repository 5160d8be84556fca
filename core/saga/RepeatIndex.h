// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "core/base/Ids.h"
#include "core/identity/Identity.h"
#include "core/saga/Repeats.h"
#include "core/store/EventStore.h"

namespace sagascope::saga {

/// How events repeat others with the same event id, for whoever asks about many: of each id it remembers who comes first,
/// and who comes first with the same content, so that thousands of copies of one event cost a look each and not a sort
/// each. It learns an id when it is first asked about, and forgets all when the ids are no more those it learnt from.
/// One thread.
class RepeatIndex
{
public:
    /// What repeatById() says.
    [[nodiscard]] RepeatMark markOf(base::EventIndex event, const store::EventStore::View& events,
                                    const identity::Identity::View& identity);
    /// The first of orderedClass().
    [[nodiscard]] base::EventIndex firstOf(base::EventIndex event, const store::EventStore::View& events,
                                           const identity::Identity::View& identity);

    /// Goes on to `identity`, which differs from what was known by these events alone, each of which came to an id that
    /// others had. Returns those of them that change what their others repeat, one of each id.
    [[nodiscard]] std::vector<base::EventIndex> join(const std::vector<base::EventIndex>& joined, const store::EventStore::View& events,
                                                     const identity::Identity::View& identity);

private:
    using Content = std::pair<std::uint32_t, std::uint64_t>; ///< an id's number and a content's hash
    struct ContentHash
    {
        std::size_t operator()(const Content& content) const noexcept { return content.second * 31 + content.first; }
    };

    base::EventIndex learn(base::EventIndex event, const store::EventStore::View& events, const identity::Identity::View& identity);
    bool add(base::EventIndex event, const store::EventStore::View& events, const identity::Identity::View& identity);

    std::uint64_t m_version = 0; ///< of the ids that it speaks of
    std::unordered_map<std::uint32_t, base::EventIndex> m_first;
    std::unordered_map<Content, base::EventIndex, ContentHash> m_firstOfContent;
};

} // namespace sagascope::saga
