// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace sagascope::ui {
namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

class Translations : public testing::TestWithParam<const char*>
{
protected:
    [[nodiscard]] static QString checkedIn()
    {
        return QStringLiteral(SAGASCOPE_SOURCE_DIR "/translations/") + QString::fromLatin1(GetParam());
    }
};

TEST_P(Translations, AreFinished)
{
    const QByteArray content = contentOf(checkedIn());
    EXPECT_GT(content.count("<message"), 10);
    EXPECT_EQ(content.count("type=\"unfinished\""), 0);
    EXPECT_EQ(content.count("<translation></translation>"), 0);
    EXPECT_EQ(content.count("<numerusform></numerusform>"), 0);
}

/// Every text of the sources is there, and nothing that is gone: bringing a copy up to date changes nothing.
TEST_P(Translations, AreUpToDateWithTheSources)
{
#ifdef Q_OS_WIN
    GTEST_SKIP() << "translations/update.sh needs a POSIX shell";
#else
    const QTemporaryDir folder;
    for (const QString& name : {QStringLiteral("sagascope_en.ts"), QStringLiteral("sagascope_fr.ts")})
        ASSERT_TRUE(QFile::copy(QStringLiteral(SAGASCOPE_SOURCE_DIR "/translations/") + name, folder.filePath(name)));
    QProcess update;
    update.start(QStringLiteral(SAGASCOPE_SOURCE_DIR "/translations/update.sh"),
                 {QStringLiteral(SAGASCOPE_LUPDATE), folder.path()});
    ASSERT_TRUE(update.waitForFinished(120'000));
    ASSERT_EQ(update.exitCode(), 0) << update.readAllStandardError().toStdString();
    const QByteArray fresh = contentOf(folder.filePath(QString::fromLatin1(GetParam())));
    EXPECT_EQ(fresh.count("type=\"unfinished\""), 0) << "run the target `translations`, then translate the new entries";
    EXPECT_EQ(fresh, contentOf(checkedIn())) << "run the target `translations`";
#endif
}

INSTANTIATE_TEST_SUITE_P(Files, Translations, testing::Values("sagascope_en.ts", "sagascope_fr.ts"),
                         [](const auto& file) { return std::string(file.param).substr(10, 2); });

} // namespace
} // namespace sagascope::ui
