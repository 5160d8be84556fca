// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/RecentFiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/support/OwnSettings.h"

namespace sagascope::ui {
namespace {

struct RecentFilesTest : testing::Test
{
    test::OwnSettings settings;

    static QString touched(const QString& path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        return path;
    }
    QTemporaryDir folder;
};

TEST_F(RecentFilesTest, TheLatestComesFirstAndOnlyOnce)
{
    RecentFiles::add(folder.filePath(QStringLiteral("a")));
    RecentFiles::add(folder.filePath(QStringLiteral("b")));
    RecentFiles::add(folder.filePath(QStringLiteral("./x/../a")));
    EXPECT_EQ(RecentFiles::all(), (QStringList{folder.filePath(QStringLiteral("a")), folder.filePath(QStringLiteral("b"))}));
    for (int i = 0; i < 20; ++i)
        RecentFiles::add(folder.filePath(QString::number(i)));
    EXPECT_EQ(RecentFiles::all().size(), RecentFiles::kMost);
    EXPECT_EQ(RecentFiles::all().front(), folder.filePath(QStringLiteral("19")));
    RecentFiles::forget(folder.filePath(QStringLiteral("19")));
    EXPECT_EQ(RecentFiles::all().front(), folder.filePath(QStringLiteral("18")));
}

TEST_F(RecentFilesTest, TheMenuOpensWhatIsThereAndMarksWhatIsGone)
{
    const QString there = touched(folder.filePath(QStringLiteral("R&D.sagascope")));
    const QString gone = folder.filePath(QStringLiteral("gone.sagascope"));
    RecentFiles::add(there);
    RecentFiles::add(gone);
    QWidget window;
    RecentFilesMenu menu(&window);
    Q_EMIT menu.aboutToShow();
    ASSERT_TRUE(QTest::qWaitFor([&] { return menu.actions().front()->text().contains(QStringLiteral("(missing)")); }, 30'000));
    EXPECT_TRUE(menu.actions()[1]->text().startsWith(QStringLiteral("R&&D.sagascope\t"))) << menu.actions()[1]->text().toStdString();
    QSignalSpy chosen(&menu, &RecentFilesMenu::chosen);
    QSignalSpy missing(&menu, &RecentFilesMenu::missingChosen);
    menu.actions()[0]->trigger();
    menu.actions()[1]->trigger();
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.front().front().toString(), there);
    ASSERT_EQ(missing.count(), 1);
    EXPECT_EQ(missing.front().front().toString(), gone);
    menu.actions().back()->trigger();
    EXPECT_TRUE(RecentFiles::all().isEmpty());
    Q_EMIT menu.aboutToShow();
    EXPECT_FALSE(menu.actions().front()->isEnabled()) << "it says that there are none";
}

} // namespace
} // namespace sagascope::ui
