// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/PlatformPayloads.h"
#include "core/demo/StoryDraft.h"

namespace sagascope::demo {

/// Writes booking stories as the services of the real platform send them: no correlation, one booking under three
/// names, half of the steps taken over HTTP or by the payment provider, payloads that miss their declared shape.
class PlatformBookings
{
public:
    explicit PlatformBookings(StoryDraft& draft);
    /// Any booking kind that is told in the platform's dialect.
    void write();

private:
    struct Notice
    {
        std::string type;
        std::string title;
        std::string message;
    };

    void confirmedEarly();
    void confirmedThrice();
    void failed();
    void paidAfterCancelled();
    void refunded();
    void redelivered();
    void paidTwiceTold();

    /// Created, paid, confirmed by the browser, confirmed again by the payment handler, and the notices.
    /// Gives the payment.
    std::size_t tellUsualCourse();
    void decline();
    std::size_t create();
    std::size_t pay(int lowMs, int highMs);
    StoryDraft::Line confirmByBrowser();
    std::size_t confirmByHandler(std::size_t paid);
    void noticeOfPayment(std::size_t cause, bool isPaid);
    void noticeOfConfirmation();
    StoryDraft::Line tellInApp(const Notice& notice);
    StoryDraft::Line tellEmail(const Notice& notice, const Json& metadata);

    [[nodiscard]] std::string noticeId(const Notice& notice) const;

    void expectLinked(std::string_view state);
    [[nodiscard]] std::vector<std::size_t> linked() const;

    StoryDraft& m_draft;
    Traveller m_who;
    Journey m_journey;
    PlatformPayloads m_payloads;
    std::vector<std::size_t> m_unlinked; ///< notices that name the booking in free text only
};

} // namespace sagascope::demo
