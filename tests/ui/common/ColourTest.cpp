// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Colour.h"

#include <gtest/gtest.h>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

class EveryTheme : public testing::TestWithParam<ThemeKind>
{
protected:
    void SetUp() override { Theme::current().apply(*qApp, GetParam()); }
    void TearDown() override { Theme::current().apply(*qApp, ThemeKind::Dark); }
};

TEST_P(EveryTheme, KeepsTextLegibleOnEverySurface)
{
    const Palette& colours = Theme::current().palette();
    for (const QColor& surface : {colours.background, colours.panel, colours.raised})
        for (const QColor& text : {colours.text, colours.muted, colours.danger, colours.warning, colours.good, colours.accent})
            EXPECT_GE(contrastRatio(surface, text), kTextContrast)
                << text.name().toStdString() << " on " << surface.name().toStdString();
    EXPECT_GE(contrastRatio(colours.accent, colours.accentText), kTextContrast);
}

TEST_P(EveryTheme, KeepsStatesLegibleAsTextAndDomainsAsMarks)
{
    const Theme& theme = Theme::current();
    for (int state = 0; state < saga::kSagaStateCount; ++state)
        EXPECT_GE(contrastRatio(theme.palette().raised, theme.stateColor(static_cast<saga::SagaState>(state))), kTextContrast);
    for (const char* domain : {"user", "auth", "voyage", "payment", "ai", "notification", "gdpr", "retry", "never-heard-of"})
        EXPECT_GE(contrastRatio(theme.palette().panel, theme.domainColor(QString::fromLatin1(domain))), kGraphicContrast) << domain;
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::Values(ThemeKind::Dark, ThemeKind::Light));

TEST(Contrast, IsTwentyOneBetweenBlackAndWhite)
{
    EXPECT_NEAR(contrastRatio(Qt::black, Qt::white), 21, 0.01);
    EXPECT_NEAR(contrastRatio(Qt::white, Qt::white), 1, 0.01);
}

TEST(DomainOf, NamesTheDomainOfTopicsAndTypes)
{
    EXPECT_EQ(domainOf("dreamscape.payment.completed"), QStringLiteral("payment"));
    EXPECT_EQ(domainOf("payment.completed"), QStringLiteral("payment"));
    EXPECT_EQ(domainOf("dreamscape.dead.letter.queue"), QStringLiteral("retry"));
    EXPECT_EQ(domainOf("dreamscape.retry.queue"), QStringLiteral("retry"));
    EXPECT_EQ(domainOf("dreamscape.voyage.booking.created.dlq"), QStringLiteral("retry"));
}

} // namespace
} // namespace sagascope::ui
