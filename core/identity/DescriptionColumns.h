// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/AppendVector.h"
#include "core/base/TextPool.h"
#include "core/identity/Descriptions.h"

namespace sagascope::identity {

/// Writes what is known of events by themselves, chunk by chunk from the first event on, in the form of
/// store/ColumnCodec.h. Hashes that will never be compared with an equal one are left out: nothing joins events that are
/// restored, so an event whose id or facts no other one has needs none. One thread.
class DescriptionColumns
{
public:
    /// The next events, up to `end`, with all identifiers and texts that they need and those before them did not. The
    /// same `described` every time.
    [[nodiscard]] std::string encode(const Descriptions::View& described, std::size_t end);

private:
    struct Compared;
    std::shared_ptr<const Compared> m_compared; ///< made with the first chunk, of all events
    std::size_t m_events = 0;                   ///< encoded so far, as are these
    std::size_t m_identifiers = 0;
    std::size_t m_texts = 0;
};

/// Descriptions that were written before: nothing is read or looked up, so nothing can be added either. One thread writes,
/// views are for any.
class RestoredDescriptions
{
public:
    /// Without `columns` everything lies in memory.
    explicit RestoredDescriptions(const std::shared_ptr<base::ColumnSpace>& columns = nullptr)
        : m_facts(columns), m_extras(columns), m_links(columns), m_infos(columns), m_texts(columns)
    {
    }

    /// Takes the next chunk. False when it makes no sense; then nothing of it was taken.
    [[nodiscard]] bool append(std::string_view bytes);
    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    [[nodiscard]] Descriptions::View view() const;

private:
    base::AppendVector<EventFacts> m_facts;
    base::AppendVector<EventExtras> m_extras;
    base::AppendVector<Link> m_links;
    base::AppendVector<IdentifierInfo> m_infos;
    base::TextPool m_texts;
};

} // namespace sagascope::identity
