// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/ui/support/Traffic.h"
#include "ui/common/Chip.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventsRoom.h"
#include "ui/events/HighlightDialog.h"
#include "ui/events/HighlightLegend.h"
#include "ui/events/HighlightLine.h"
#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

class HighlightTest : public testing::Test
{
protected:
    void useRules(const HighlightRules& rules) { model.setHighlights(rules); }

    void feedAndShow(const std::vector<test::Record>& records)
    {
        traffic.feed(records);
        model.advance();
    }

    /// Of each row, from 1; 0 for none. Asks until the worker has said all it has to say.
    std::vector<int> digits()
    {
        const auto now = [this] {
            std::vector<int> digits;
            for (int row = 0; row < model.rowCount(); ++row) {
                const QVariant rule = model.index(row, 0).data(EventTableModel::HighlightRole);
                digits.push_back(rule.isNull() ? 0 : rule.toInt() + 1);
            }
            return digits;
        };
        (void)now();
        EXPECT_TRUE(QTest::qWaitFor([this] { return !model.isReading(); }, 30'000));
        return now();
    }

    using Digits = std::vector<int>;
    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventTableModel model{traffic.state};
};

TEST_F(HighlightTest, TheFirstRuleThatFitsCounts)
{
    feedAndShow(writer.confirmedBooking(1, 0));
    EXPECT_EQ(digits(), (Digits{0, 0, 0, 0, 0}));
    useRules({{QStringLiteral("type:completed"), 0, true}, {QStringLiteral("type:payment"), 1, true}});
    EXPECT_EQ(digits(), (Digits{0, 2, 1, 0, 0}));
    useRules({{QStringLiteral("type:completed"), 0, false}, {QStringLiteral("type:payment"), 1, true}});
    EXPECT_EQ(digits(), (Digits{0, 2, 2, 0, 0})) << "a rule that is off is passed over";
    feedAndShow(writer.cancelledBooking(2, 5000));
    EXPECT_EQ(digits(), (Digits{0, 2, 2, 0, 0, 0, 2, 2, 0})) << "what comes later is asked, too";
    EXPECT_TRUE(model.index(1, 0).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("Highlight 2: type:payment")));
}

TEST_F(HighlightTest, WhatRecordsHoldIsAskedInAWorker)
{
    feedAndShow(writer.confirmedBooking(1, 0));
    useRules({{QStringLiteral("payload.amount:>800"), 0, true}});
    EXPECT_TRUE(model.index(1, 0).data(EventTableModel::HighlightRole).isNull()) << "not on this thread";
    EXPECT_EQ(digits(), (Digits{0, 1, 1, 0, 0}));
}

TEST_F(HighlightTest, FollowsSagasWhoseStateChanges)
{
    const auto story = writer.cancelledBooking(1, 0);
    useRules({{QStringLiteral("state:compensated text:e"), 0, true}});
    feedAndShow({story[0], story[1]});
    EXPECT_EQ(digits(), (Digits{0, 0}));
    feedAndShow({story[2], story[3]});
    EXPECT_TRUE(QTest::qWaitFor([this] { return digits() == (Digits{1, 1, 1, 1}); }, 30'000));
}

TEST_F(HighlightTest, TextsThatAreNoQueryAndAnotherSessionMatchNothing)
{
    feedAndShow(writer.confirmedBooking(1, 0));
    useRules({{QStringLiteral("colour:red"), 0, true}, {QString(), 1, true}});
    EXPECT_EQ(digits(), (Digits{0, 0, 0, 0, 0}));
    useRules({{QStringLiteral("text:BK-1"), 0, true}});
    EXPECT_EQ(digits(), (Digits{1, 1, 1, 1, 1}));
    traffic.state.reset();
    model.reset();
    test::TrafficSession other;
    test::StoryWriter otherWriter;
    other.feed(otherWriter.confirmedBooking(2, 0));
    traffic.state.setSnapshot(other.state.snapshot());
    model.advance();
    EXPECT_EQ(digits(), (Digits{0, 0, 0, 0, 0}));
}

TEST(HighlightRules, AreKept)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    EXPECT_EQ(readHighlightRules(settings), HighlightRules());
    const HighlightRules rules{{QStringLiteral("type:\"a, b\""), 3, false}, {QStringLiteral("x or y"), 7, true}};
    writeHighlightRules(settings, rules);
    EXPECT_EQ(readHighlightRules(settings), rules);
    writeHighlightRules(settings, {});
    EXPECT_EQ(readHighlightRules(settings), HighlightRules());
}

TEST(HighlightColours, LeaveTextsLegibleInBothThemes)
{
    for (const ThemeKind kind : {ThemeKind::Dark, ThemeKind::Light}) {
        const ThemeScope scope(kind);
        const Palette& colours = Theme::current().palette();
        for (int colour = 0; colour < kHighlightColours; ++colour) {
            const QColor tint = highlightTint(colours, colour);
            EXPECT_GE(contrastRatio(colours.text, tint), kTextContrast) << colour;
            EXPECT_GE(contrastRatio(colours.muted, tint), kTextContrast) << colour;
            EXPECT_NE(tint, colours.panel) << colour;
            EXPECT_GE(contrastRatio(highlightInk(colour), highlightColour(colour)), kTextContrast) << colour;
        }
    }
}

class HighlightDialogTest : public testing::Test
{
protected:
    static QPushButton* acceptOf(const HighlightDialog& dialog)
    {
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->objectName() == QStringLiteral("primary"))
                return button;
        return nullptr;
    }

    static QList<QLineEdit*> queriesOf(const HighlightDialog& dialog)
    {
        QList<QLineEdit*> fields;
        for (auto* line : dialog.findChildren<HighlightLine*>())
            fields << line->findChild<QLineEdit*>();
        return fields;
    }

    static void click(const HighlightDialog& dialog, const QString& text, int which = 0)
    {
        for (auto* button : dialog.findChildren<QAbstractButton*>())
            if (button->text() == text && which-- == 0)
                button->click();
    }
};

TEST_F(HighlightDialogTest, TakesRulesOnlyWhenAllAreQueries)
{
    HighlightDialog dialog({{QStringLiteral("type:payment"), 0, true}});
    EXPECT_TRUE(acceptOf(dialog)->isEnabled());
    queriesOf(dialog)[0]->setText(QStringLiteral("type:payment state:wobbly"));
    EXPECT_FALSE(acceptOf(dialog)->isEnabled());
    EXPECT_TRUE(dialog.problem().contains(QStringLiteral("wobbly"))) << qPrintable(dialog.problem());
    queriesOf(dialog)[0]->setText(QStringLiteral("state:failed"));
    EXPECT_TRUE(acceptOf(dialog)->isEnabled());
    EXPECT_EQ(dialog.rules(), (HighlightRules{{QStringLiteral("state:failed"), 0, true}}));
}

TEST_F(HighlightDialogTest, AddsRulesInColoursOfTheirOwnAndMovesAndRemovesThem)
{
    HighlightDialog dialog({{QStringLiteral("a"), 0, true}});
    click(dialog, QStringLiteral("Add a rule"));
    EXPECT_EQ(dialog.rules().size(), 1U) << "a line without a query is no rule";
    queriesOf(dialog)[1]->setText(QStringLiteral("b"));
    EXPECT_EQ(dialog.rules(), (HighlightRules{{QStringLiteral("a"), 0, true}, {QStringLiteral("b"), 1, true}}));
    click(dialog, QStringLiteral("Up"), 1);
    EXPECT_EQ(dialog.rules().front().query, QStringLiteral("b"));
    click(dialog, QStringLiteral("Remove"), 0);
    EXPECT_EQ(dialog.rules().size(), 1U);
}

TEST_F(HighlightDialogTest, GrowsWithItsRulesSoThatNoneIsSqueezed)
{
    Theme::current().apply(*qApp, ThemeKind::Dark); // in its letters the words above the lines need two lines
    HighlightDialog dialog({{QStringLiteral("a"), 0, true}});
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
    const int ofOne = dialog.height();
    for (int more = 0; more < 4; ++more)
        click(dialog, QStringLiteral("Add a rule"));
    const auto lines = dialog.findChildren<HighlightLine*>();
    const auto isWhole = [](const HighlightLine* line) { return line->isVisible() && line->height() >= line->sizeHint().height(); };
    EXPECT_TRUE(QTest::qWaitFor([&] { return std::all_of(lines.begin(), lines.end(), isWhole); }, 10'000));
    for (int fewer = 0; fewer < 4; ++fewer)
        click(dialog, QStringLiteral("Remove"), fewer);
    EXPECT_LE(dialog.height(), ofOne);
}

TEST(HighlightLegendTest, StandsInTheRoomAndSwitchesRules)
{
    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventsRoom room(traffic.state);
    room.resize(1300, 800);
    room.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
    auto* legend = room.findChild<HighlightLegend*>();
    EXPECT_FALSE(legend->isVisible());

    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    writeHighlightRules(settings, {{QStringLiteral("type:payment"), 1, true}});
    room.restore(settings);
    EXPECT_TRUE(legend->isVisible());
    traffic.feed(writer.confirmedBooking(1, 0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    auto* model = room.findChild<EventTable*>()->model();
    const auto rule = [&] { return model->index(1, 0).data(EventTableModel::HighlightRole); };
    EXPECT_EQ(rule().toInt(), 0);
    EXPECT_FALSE(rule().isNull());
    const auto chips = legend->findChildren<Chip*>();
    ASSERT_EQ(chips.size(), 1);
    chips.front()->click();
    EXPECT_TRUE(rule().isNull());
    room.save(settings);
    EXPECT_FALSE(readHighlightRules(settings).front().isOn);
}

} // namespace
} // namespace sagascope::ui
