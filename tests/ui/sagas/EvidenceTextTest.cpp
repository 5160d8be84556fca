// SPDX-License-Identifier: GPL-3.0-or-later
// What "Why here?" says of links that nothing but user, amount, currency, time and the next step make.
#include <QTextDocument>

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "tests/support/History.h"
#include "ui/sagas/EvidenceText.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kCreated =
    "09:40:00 voyage.booking.created e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR\n";
constexpr std::string_view kFailed =
    "09:40:05 payment.failed e2 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR\n";
constexpr std::string_view kSecond =
    "09:40:02 voyage.booking.created e3 at=0:9 | bookingId=<b>2 userId=u1 totalAmount=482 currency=EUR\n";

/// Reads lines bit by bit, with a snapshot whenever one is asked for.
class Reader
{
public:
    session::SnapshotPtr read(std::string_view lines)
    {
        const test::History history(lines);
        for (const test::Record& record : history.records())
            m_ingest.take(record.raw());
        auto snapshot = std::make_shared<session::Snapshot>();
        m_ingest.fill(*snapshot, m_ingest.latestTime());
        return snapshot;
    }

private:
    session::Ingest m_ingest{test::builtInCatalog()};
};

std::string htmlOf(const session::Snapshot& snapshot, std::uint32_t event)
{
    const base::SagaId saga = snapshot.sagas.sagaOf(base::EventIndex(event));
    return evidenceText(session::storyOf(snapshot, saga), base::EventIndex(event), snapshot).toStdString();
}

std::string plain(const std::string& html)
{
    QTextDocument document;
    document.setHtml(QString::fromStdString(html));
    return document.toPlainText().toStdString();
}

TEST(EvidenceText, TellsAScorePartByPartWithItsWeights)
{
    Reader reader;
    const auto snapshot = reader.read(std::string(kCreated) + std::string(kFailed));
    const std::string text = plain(htmlOf(*snapshot, 1));
    EXPECT_THAT(text, HasSubstr("Score 1.00 of 1"));
    EXPECT_THAT(text, HasSubstr("same user: u1 — 0.20 of 0.20"));
    EXPECT_THAT(text, HasSubstr("same amount: 482 — 0.25 of 0.25"));
    EXPECT_THAT(text, HasSubstr("same currency: EUR — 0.10 of 0.10"));
    EXPECT_THAT(text, HasSubstr("time after the start: 5.0 s — 0.20 of 0.20"));
    EXPECT_THAT(text, HasSubstr("a step that was expected next: payment-failed — 0.25 of 0.25"));
    EXPECT_THAT(text, HasSubstr("at least 0.80, and for 0.10 more"));
    EXPECT_THAT(text, HasSubstr("caused by voyage.booking.created — inferred, score 1.00"));
    EXPECT_THAT(plain(htmlOf(*snapshot, 0)), Not(HasSubstr("Score"))) << "the start is not there by inference";
}

TEST(EvidenceText, LinksToTheSagasThatItMayBeOneWith)
{
    Reader reader;
    const auto snapshot = reader.read(std::string(kCreated) + std::string(kFailed) + std::string(kSecond));
    const std::string html = htmlOf(*snapshot, 1);
    for (const std::uint32_t booking : {0U, 2U}) {
        const std::string slot = std::to_string(snapshot->sagas.sagaOf(base::EventIndex(booking)).value);
        EXPECT_THAT(html, HasSubstr("href='saga:" + slot + "'"));
    }
    EXPECT_THAT(plain(html), HasSubstr("<b>2 — score 1.00 of 1:")) << "a key comes from the wire, and is no markup";
    EXPECT_THAT(plain(html), HasSubstr("All are kept apart"));
}

TEST(EvidenceText, ASelectedSagaThatIsJoinedToAnotherStaysSelectedAsPartOfThat)
{
    Reader reader;
    ViewState state;
    state.setSnapshot(reader.read(kFailed));
    state.selectEvent(base::EventIndex(0));
    const base::SagaId failure = state.selectedSaga();
    state.setSnapshot(reader.read(kCreated));
    EXPECT_NE(state.selectedSaga(), failure);
    EXPECT_EQ(state.selectedSaga(), state.snapshot()->sagas.sagaOf(base::EventIndex(0)));
    EXPECT_EQ(state.selectedEvent(), base::EventIndex(0));
}

} // namespace
} // namespace sagascope::ui
