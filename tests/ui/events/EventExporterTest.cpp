// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventExporter.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/ExportDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

class EventExporterTest : public testing::Test
{
protected:
    void SetUp() override
    {
        QStandardPaths::setTestModeEnabled(true);
        table.setModel(&model);
        traffic.feed(writer.confirmedBooking(1, 0));
        traffic.feed(writer.cancelledBooking(2, 5'000));
        model.advance();
    }

    QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    void write(session::EventExport order, const QString& path)
    {
        exporter.write(std::move(order), path);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !exporter.isBusy(); }, 30'000));
    }

    static QByteArray contentOf(const QString& path)
    {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QString told() const { return messages.findChild<QLabel*>()->text(); }

    QTemporaryDir folder;
    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventTableModel model{traffic.state};
    EventTable table;
    MessageBar messages;
    QWidget window;
    EventExporter exporter{table, model, messages, &window};
};

TEST_F(EventExporterTest, WritesTheRowsThatPassTheFilterWithTheColumnsThatAreShown)
{
    EventFilter filter;
    filter.type = "payment";
    model.setFilter(filter);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.isScanning(); }, 30'000));
    for (int column = 0; column < model.columnCount(); ++column)
        table.setColumnHidden(column, column != EventTableModel::Type && column != EventTableModel::Offset);
    table.horizontalHeader()->moveSection(table.horizontalHeader()->visualIndex(EventTableModel::Type), 0);
    session::EventExport order = exporter.order();
    order.form = session::ExportForm::Csv;
    write(order, file("events.csv"));
    EXPECT_EQ(contentOf(file("events.csv")), QByteArray("type,offset\r\npayment.initiated,0\r\npayment.completed,0\r\npayment.initiated,0\r\npayment.failed,0\r\n"));
    EXPECT_TRUE(told().contains(QStringLiteral("4 event(s) were written"))) << told().toStdString();
    EXPECT_TRUE(told().contains(QStringLiteral("masked"))) << told().toStdString();
}

TEST_F(EventExporterTest, AStoppedExportLeavesNoFileAndSaysSo)
{
    exporter.write(exporter.order(), file("events.jsonl"));
    exporter.stop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !exporter.isBusy(); }, 30'000));
    // It may have been through before it noticed; then the file is whole.
    if (told().contains(QStringLiteral("Stopped")))
        EXPECT_TRUE(QDir(folder.path()).isEmpty());
    else
        EXPECT_EQ(contentOf(file("events.jsonl")).count('\n'), 9);
}

TEST_F(EventExporterTest, SaysWhatHappenedToTheFileAndWhatToDo)
{
    write(exporter.order(), file("none/events.jsonl"));
    EXPECT_TRUE(told().contains(QStringLiteral("events.jsonl could not be written"))) << told().toStdString();
    EXPECT_TRUE(told().contains(QStringLiteral("Choose another folder"))) << told().toStdString();
}

TEST(ExportDialog, MasksUnlessToldOtherwiseAndSaysWhatThatMeans)
{
    QStandardPaths::setTestModeEnabled(true);
    ExportDialog dialog(12, false);
    const auto says = [&](const char* words) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->text().contains(QString::fromLatin1(words)))
                return true;
        return false;
    };
    EXPECT_TRUE(dialog.isMasked());
    EXPECT_TRUE(says("12 event(s)"));
    EXPECT_TRUE(says("Masked are the values of members and headers"));
    dialog.findChild<QCheckBox*>()->setChecked(false);
    EXPECT_FALSE(dialog.isMasked());
    EXPECT_TRUE(says("Nothing is masked"));
}

TEST(ExportDialog, TheEndOfTheNameFollowsTheForm)
{
    QStandardPaths::setTestModeEnabled(true);
    ExportDialog dialog(12, false);
    const auto buttons = dialog.findChildren<QRadioButton*>();
    buttons[0]->setChecked(true);
    EXPECT_EQ(dialog.form(), session::ExportForm::Csv);
    EXPECT_TRUE(dialog.path().endsWith(QStringLiteral("events.csv"))) << dialog.path().toStdString();
    buttons[1]->setChecked(true);
    EXPECT_TRUE(dialog.path().endsWith(QStringLiteral("events.jsonl"))) << dialog.path().toStdString();
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("mine.txt"));
    buttons[0]->setChecked(true);
    EXPECT_TRUE(dialog.path().endsWith(QStringLiteral("mine.txt")));
}

TEST(ExportDialog, WantsAFileAndSaysWhenItReplacesOne)
{
    QStandardPaths::setTestModeEnabled(true);
    QTemporaryDir folder;
    ExportDialog dialog(12, false);
    auto* path = dialog.findChild<QLineEdit*>();
    const auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    const auto* remark = dialog.findChild<QLabel*>(QStringLiteral("warning"));
    path->setText(folder.path());
    EXPECT_FALSE(ok->isEnabled());
    path->clear();
    EXPECT_FALSE(ok->isEnabled());
    QFile there(folder.filePath(QStringLiteral("there.csv")));
    ASSERT_TRUE(there.open(QIODevice::WriteOnly));
    path->setText(there.fileName());
    EXPECT_TRUE(ok->isEnabled());
    EXPECT_TRUE(remark->text().contains(QStringLiteral("replaced")));
    path->setText(folder.filePath(QStringLiteral("new.csv")));
    EXPECT_FALSE(remark->isVisibleTo(&dialog));
}

} // namespace
} // namespace sagascope::ui
