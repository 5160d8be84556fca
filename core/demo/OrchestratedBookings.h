// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/SpecPayloads.h"
#include "core/demo/StoryDraft.h"

namespace sagascope::demo {

/// Writes bookings that one coordinator takes through their steps: it alone publishes, on the ordinary event types,
/// with its saga's id and the step in the metadata, and no other service reacts.
class OrchestratedBookings
{
public:
    explicit OrchestratedBookings(StoryDraft& draft);
    void write();

private:
    std::size_t create();
    std::size_t pay(std::size_t created);
    void confirm(std::size_t paid);
    void undo(std::size_t paid);
    [[nodiscard]] Json step(const char* name) const;

    StoryDraft& m_draft;
    SpecPayloads m_payloads;
    std::string m_sagaId;
};

} // namespace sagascope::demo
