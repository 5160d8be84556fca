// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/SpecPayloads.h"
#include "core/demo/StoryDraft.h"

namespace sagascope::demo {

/// Writes booking stories as the architecture document tells them: services react to one another's events, every event
/// carries the story's correlation and its cause, and payloads keep to the catalog's schemas.
class SpecBookings
{
public:
    explicit SpecBookings(StoryDraft& draft);
    /// Any booking kind that is told in the spec's dialect.
    void write();

private:
    void confirmed();
    void failed();
    void paidAfterCancelled();
    void refunded();
    void redelivered();
    void paidTwiceTold();
    void retried();
    void deadLettered();

    std::size_t create();
    void decline();
    std::size_t pay(std::size_t created);
    std::size_t confirm(std::size_t paid);
    std::size_t tryAgain(std::size_t previous, int attempt);
    void notify(std::size_t cause, std::string_view type, const std::string& title, std::string_view templateId);

    StoryDraft& m_draft;
    Traveller m_who;
    Journey m_journey;
    SpecPayloads m_payloads;
};

} // namespace sagascope::demo
