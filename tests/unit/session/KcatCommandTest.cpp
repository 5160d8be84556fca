// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/KcatCommand.h"

#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/Records.h"
#include "tests/unit/kafka/EmbeddedClusterTest.h"

namespace sagascope::session {
namespace {

using testing::HasSubstr;
using testing::Not;

KcatCommand commandOf(const test::Record& record)
{
    return kcatPublishCommand(record.raw());
}

test::Record record()
{
    test::Record record("dreamscape.payment.failed");
    return record.at(1, 88'214).key("BK-1").value(R"({"eventId":"e1"})");
}

TEST(KcatCommand, PublishesKeyHeadersAndValueIntoTheSamePartition)
{
    test::Record sent = record();
    sent.header("eventType", "payment.failed").nullHeader("correlationId").header("tenant", "");
    EXPECT_EQ(commandOf(sent).text,
              "printf %s '{\"eventId\":\"e1\"}' | kcat -P -b \"$KAFKA_BROKERS\" -t 'dreamscape.payment.failed' -p 1 -k 'BK-1'"
              " -H 'eventType=payment.failed' -H 'correlationId' -H 'tenant='");
    EXPECT_TRUE(commandOf(sent).isComplete);
    EXPECT_FALSE(commandOf(sent).isMasked);
}

TEST(KcatCommand, QuotesSoThatNothingInTheRecordIsRun)
{
    EXPECT_EQ(quotedForShell("it's $(rm -rf /) `x` \"y\" \\"), "'it'\\''s $(rm -rf /) `x` \"y\" \\'");
    EXPECT_EQ(quotedForShell("\x1b[201~'\\"), "$'\\033[201~\\'\\\\'");
    EXPECT_EQ(quotedForShell("\xff"), "$'\\377'");
    EXPECT_EQ(quotedForShell("\u202Ex"), "$'\\342\\200\\256x'") << "text that turns its direction is no plain text";
}

TEST(KcatCommand, SaysThatSecretsAreMaskedAndHoldsNone)
{
    test::Record sent = record();
    sent.value(R"({"payload":{"resetToken":"s3cr3t"}})").header("Authorization", "Bearer abc");
    const KcatCommand command = commandOf(sent);
    EXPECT_TRUE(command.isMasked);
    EXPECT_THAT(command.text, testing::StartsWith("# secrets are masked"));
    EXPECT_THAT(command.text, Not(HasSubstr("s3cr3t")));
    EXPECT_THAT(command.text, Not(HasSubstr("abc")));
}

TEST(KcatCommand, NamesWhatKcatCannotSendInACommentThatAShellPassesOver)
{
    test::Record sent = record();
    sent.header("a=b", "1").header(std::string("z\n$(x)"), std::string("\0", 1));
    const KcatCommand command = commandOf(sent);
    EXPECT_FALSE(command.isComplete);
    EXPECT_THAT(command.text, HasSubstr("# kcat cannot send the header a?b because of its name\n"));
    EXPECT_THAT(command.text, HasSubstr("# kcat cannot send the header z???x? because of a zero byte\n"));
    EXPECT_THAT(command.text, Not(HasSubstr("-H")));
}

/// What bash and kcat make of the command on a broker.
class KcatPublishTest : public kafka::EmbeddedClusterTest
{
protected:
    void SetUp() override
    {
        for (const char* tool : {"kcat", "bash", "base64"})
            if (std::getenv("REQUIRE_KAFKA") == nullptr && QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                GTEST_SKIP() << "without " << tool;
        EmbeddedClusterTest::SetUp();
        createTopic("dreamscape.payment.failed", 2);
    }

    /// QProcess would share its memory with the child for a moment, which the thread sanitizer takes for an end of all threads.
    void publish(const KcatCommand& command)
    {
        const std::string script = m_folder.path().toStdString() + "/script";
        const std::string errors = m_folder.path().toStdString() + "/errors";
        std::ofstream(script, std::ios::binary) << "KAFKA_BROKERS=" << m_profile.bootstrap << '\n' << command.text;
        const int status = std::system(("bash -s <'" + script + "' 2>'" + errors + "'").c_str()); // as if typed: an argument may not be as long
        std::stringstream said;
        said << std::ifstream(errors).rdbuf();
        ASSERT_EQ(status, 0) << command.text << '\n' << said.str();
    }

    /// Publishes each and expects the broker to give back just these.
    void expectToComeBack(const std::vector<test::Record>& records)
    {
        for (const test::Record& sent : records) {
            const KcatCommand command = commandOf(sent);
            EXPECT_TRUE(command.isComplete) << command.text;
            publish(command);
        }
        const auto consumer = openConsumer();
        const auto read = support::readRecords(*consumer, records.size());
        ASSERT_EQ(read.size(), records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto sent = support::owned(records[i].raw());
            EXPECT_EQ(read[i].partition, sent.partition) << i;
            EXPECT_EQ(read[i].key, sent.key) << i;
            EXPECT_EQ(read[i].value, sent.value) << i;
            EXPECT_EQ(read[i].headers, sent.headers) << i;
        }
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(KcatPublishTest, givesBackTextWithEverythingThatAShellCouldTakeAmiss)
{
    test::Record quotes = record();
    quotes.key("it's $HOME").value("{\"note\":\"it's `x` $(x) \\\\ %s !\"}").header("a'b", "c'd $e").header("lines", "one\ntwo");
    test::Record lines = record();
    lines.value("{\n  \"a\": \"<<end>>\"\n}\n");
    test::Record tabs = record();
    tabs.key("k\t").value("{\t\"a\": 1}").header("escape", "\x1b[31m").header("umlaut", "ü");
    expectToComeBack({quotes, lines, tabs});
}

TEST_F(KcatPublishTest, givesBackBytesAndNullsAndWhatIsEmpty)
{
    const std::string bytes("\x00\x00\x00\x00\x05\nab\xff", 9);
    test::Record binary = record();
    binary.key(bytes).value(bytes).header("b", "\xff\xfe").nullHeader("n").header("e", "");
    test::Record tombstone = record();
    tombstone.tombstone();
    test::Record nothing = record();
    nothing.noKey().tombstone();
    test::Record empty = record();
    empty.value("");
    test::Record keyless = record();
    keyless.noKey();
    test::Record emptyKey = record();
    emptyKey.key("");
    expectToComeBack({binary, tombstone, nothing, empty, keyless, emptyKey});
}

TEST_F(KcatPublishTest, givesBackALargeMessageThatBeginsLikeAnOption)
{
    test::Record large = record();
    large.key("-x").value("-n" + std::string(950'000, 'x'));
    expectToComeBack({large});
}

} // namespace
} // namespace sagascope::session
