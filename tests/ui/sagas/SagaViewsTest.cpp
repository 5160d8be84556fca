// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaViews.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "ui/sagas/ConcernMark.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

class NamedView : public SagaView
{
public:
    explicit NamedView(QString title) : SagaView(nullptr), m_title(std::move(title)) {}
    [[nodiscard]] QString name() const override { return m_title; }
    [[nodiscard]] QString title() const override { return m_title; }
    void setSaga(ToldSagaPtr, bool) override {}

private:
    QString m_title;
};

class SagaViewsTest : public testing::Test
{
protected:
    SagaViewsTest()
    {
        for (const char* title : {"Timeline", "Sequence", "Causation", "Steps", "Compare"})
            addView(QString::fromLatin1(title));
        views.setTitle(QStringLiteral("292bcbc9-a…0c2b2410ee"));
        views.setSubtitle(QStringLiteral("booking-payment · 374 ms · 5 events · choreographed"));
        views.show();
    }

    void addView(const QString& title)
    {
        views.addView({title, [title] { return title; }, [title] { return new NamedView(title); }});
    }

    [[nodiscard]] QString shownTitle() const { return views.findChild<QLabel*>(QStringLiteral("panelTitle"))->text(); }
    [[nodiscard]] QRect place(const QWidget* widget) const { return {widget->mapTo(&views, QPoint()), widget->size()}; }
    [[nodiscard]] QRect title() const { return place(views.findChild<QLabel*>(QStringLiteral("panelTitle"))); }
    [[nodiscard]] QRect firstButton() const { return place(views.findChild<QToolButton*>(QStringLiteral("viewSwitch"))); }

    SagaViews views;
};

TEST_F(SagaViewsTest, NoButtonTakesTheRoomOfTheSagasName)
{
    for (const int width : {1400, 1000, 700, 560}) {
        views.resize(width, 300);
        QTest::qWait(0);
        EXPECT_EQ(shownTitle(), QStringLiteral("292bcbc9-a…0c2b2410ee")) << width;
        EXPECT_FALSE(title().intersects(firstButton())) << width;
    }
}

TEST_F(SagaViewsTest, TheButtonsStandBelowTheNameOnlyWhereItIsNarrow)
{
    views.resize(1400, 300);
    QTest::qWait(0);
    EXPECT_LT(firstButton().top(), title().bottom());
    views.resize(650, 300);
    QTest::qWait(0);
    EXPECT_GT(firstButton().top(), title().bottom());
    views.resize(1400, 300);
    QTest::qWait(0);
    EXPECT_LT(firstButton().top(), title().bottom());
}

TEST_F(SagaViewsTest, AViewIsMadeWhenItIsFirstShown)
{
    EXPECT_EQ(views.findChildren<SagaView*>().size(), 1);
    views.showView(QStringLiteral("Steps"));
    EXPECT_EQ(views.current()->name(), QStringLiteral("Steps"));
    EXPECT_EQ(views.findChildren<SagaView*>().size(), 2);
    views.showPrevious();
    EXPECT_EQ(views.current()->name(), QStringLiteral("Timeline"));
    EXPECT_EQ(views.findChildren<SagaView*>().size(), 2);
}

TEST(ConcernMark, NamesTheMostTellingFindingAndLeadsToItsEvent)
{
    ConcernMark mark;
    mark.resize(600, 24);
    mark.setFindings({{base::Rule::CorrelationMissing, {}, {base::EventIndex(1)}},
                      {base::Rule::PaidAfterCompensation, {}, {base::EventIndex(7), base::EventIndex(8)}}});
    EXPECT_EQ(mark.text(), QStringLiteral("⚑ paid after cancelled, not refunded"));
    base::EventIndex chosen;
    QObject::connect(&mark, &ConcernMark::eventChosen, &mark, [&](base::EventIndex event) { chosen = event; });
    mark.click();
    EXPECT_EQ(chosen, base::EventIndex(7));
}

TEST(ConcernMark, IsSilentAboutWhatOnlySingleEventsAreToBlameFor)
{
    ConcernMark mark;
    mark.setFindings({{base::Rule::CorrelationMissing, {}, {base::EventIndex(1)}}});
    EXPECT_TRUE(mark.isHidden());
    mark.setFindings({});
    EXPECT_TRUE(mark.isHidden());
}

} // namespace
} // namespace sagascope::ui
