// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLineEdit>
#include <QPixmap>
#include <QTableView>

#include "tests/ui/compose/ComposeStage.h"
#include "tests/ui/support/Picture.h"
#include "ui/compose/PublishBar.h"
#include "ui/compose/SentPanel.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using test::ComposeOnBrokerTest;

int colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    return int(seen.size());
}

TEST_F(ComposeOnBrokerTest, TheRoomIsDrawnInBothThemesAndSizes)
{
    room.chooseType("voyage.booking.created");
    room.publish();
    auto* sent = part<SentPanel>();
    ASSERT_TRUE(test::waitFor([&] { return sent->model().rowCount() == 1 && sent->model().at(0).saga.isValid(); }));
    room.replyTo(sent->model().at(0).event);
    ASSERT_TRUE(test::waitFor([&] { return !room.draft().causationId.empty() && room.isSettled(); }));
    room.chooseType("payment.failed");
    room.publish();
    ASSERT_TRUE(test::waitFor([&] { return sent->model().rowCount() == 2 && sent->model().at(0).saga.isValid(); }));
    for (const ThemeKind theme : {ThemeKind::Dark, ThemeKind::Light}) {
        Theme::current().apply(*qApp, theme);
        const QString suffix = theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const QSize size : {QSize(1134, 720), QSize(1774, 1000)}) {
            room.resize(size);
            room.chooseType("payment.failed");
            QTest::qWait(60);
            const QPixmap picture = room.grab();
            EXPECT_GT(colours(picture.toImage()), 20);
            test::keepPicture(picture, QStringLiteral("compose-%1-%2").arg(size.width()).arg(suffix));
            room.chooseType("notification.push.requested");
            input<QLineEdit>("/title")->clear();
            QTest::qWait(120);
            test::keepPicture(room.grab(), QStringLiteral("compose-broken-%1-%2").arg(size.width()).arg(suffix));
            room.chooseType("loyalty.points.granted");
            QTest::qWait(60);
            test::keepPicture(room.grab(), QStringLiteral("compose-unknown-%1-%2").arg(size.width()).arg(suffix));
        }
    }
    Theme::current().apply(*qApp, ThemeKind::Dark);
}

} // namespace
} // namespace sagascope::ui
