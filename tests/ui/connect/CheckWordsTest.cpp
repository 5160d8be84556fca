// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/CheckWords.h"

#include <set>

#include <gtest/gtest.h>

#include "ui/shell/Language.h"

namespace sagascope::ui {
namespace {

using kafka::CheckFault;
using kafka::CheckStage;
using kafka::CheckStep;

struct CheckWordsTest : testing::Test
{
    void SetUp() override { Language::current().apply(QStringLiteral("en")); }
};

/// `+` passed, `!` failed, `…` running, `-` waiting: one letter for each row.
std::string signs(const std::vector<CheckRow>& rows)
{
    std::string text;
    for (const CheckRow& row : rows)
        text += row.state == CheckRow::State::Passed ? '+' : row.state == CheckRow::State::Failed ? '!'
                : row.state == CheckRow::State::Running ? '>' : '-';
    return text;
}

TEST_F(CheckWordsTest, EveryStageIsToldFromTheStart)
{
    EXPECT_EQ(signs(checkRows({}, true)), ">------");
    const std::vector<CheckStep> begun{{CheckStage::Resolve, "h:1"}, {CheckStage::Connect, "h:1"}};
    EXPECT_EQ(signs(checkRows(begun, true)), "++>----");
    EXPECT_EQ(signs(checkRows(begun, false)), "++-----") << "stopped";
}

TEST_F(CheckWordsTest, WhatPassedIsCountedAndWhatFailedIsNamed)
{
    const std::vector<CheckStep> steps{{CheckStage::Resolve, "a:1"},
                                       {CheckStage::Connect, "a:1", CheckFault::PortClosed},
                                       {CheckStage::Resolve, "b:1"},
                                       {CheckStage::Connect, "b:1"}};
    const auto rows = checkRows(steps, true);
    EXPECT_EQ(signs(rows), "+!+>----");
    EXPECT_EQ(rows[0].text, QStringLiteral("2 names found"));
    EXPECT_TRUE(rows[1].text.startsWith(QStringLiteral("a:1 refuses"))) << rows[1].text.toStdString();
}

TEST_F(CheckWordsTest, ManyFaultsOfOneKindDoNotFillTheScreen)
{
    std::vector<CheckStep> steps;
    for (int i = 0; i < 30; ++i)
        steps.push_back({CheckStage::Permission, "topic-" + std::to_string(i), CheckFault::TopicUnreadable});
    const auto rows = checkRows(steps, false);
    EXPECT_EQ(rows.size(), 9U);
    EXPECT_EQ(rows.back().text, QStringLiteral("22 more like these"));
}

TEST_F(CheckWordsTest, EveryFaultHasASentenceOfItsOwnThatNamesItsSubject)
{
    std::set<QString> sentences;
    for (int fault = int(CheckFault::UnknownName); fault <= int(CheckFault::Other); ++fault) {
        const CheckStep step{CheckStage::Connect, "the-subject", CheckFault(fault), "the-detail"};
        const QString sentence = checkFaultSentence(step);
        EXPECT_TRUE(sentence.contains(QStringLiteral("the-subject")) || sentence.contains(QStringLiteral("the-detail")))
            << sentence.toStdString();
        EXPECT_TRUE(sentences.insert(sentence).second) << sentence.toStdString();
    }
    const CheckStep advertised{CheckStage::Listener, "kafka:9092", CheckFault::UnknownName};
    EXPECT_TRUE(checkFaultSentence(advertised).contains(QStringLiteral("host map")));
    const CheckStep topic{CheckStage::Permission, "dreamscape.a", CheckFault::NoAnswer};
    EXPECT_FALSE(checkFaultSentence(topic).contains(QStringLiteral("address"))) << "a topic has none";
}

} // namespace
} // namespace sagascope::ui
