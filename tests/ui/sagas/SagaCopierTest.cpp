// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/SagaCopier.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/CausationTab.h"
#include "ui/sagas/StepsTab.h"
#include "ui/sagas/TimelineTab.h"
#include "ui/sagas/copies/PicturePaper.h"
#include "ui/sagas/copies/TicketText.h"
#include "ui/sagas/sequence/SequenceTab.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::string_view kCancelled = R"(
    09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
    09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482 resetToken=s3cr3t
    09:40:02.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
)";

QString ticketOf(const test::StoryStage& stage, std::uint32_t record = 0)
{
    const session::Report report = session::makeReport(stage.snapshot(), {stage.sagaOf(record)});
    return TicketText(report).of(report.sagas.at(0));
}

TEST(TicketText, SaysWhatBecameOfTheSagaWhatIsWrongAndWhere)
{
    const QString text = ticketOf(test::StoryStage(kCancelled));
    for (const char* part : {"# booking-payment `BK-1`: compensated\n", "- **State:** compensated\n", "payment `pi-1`", "2026-03-02T09:40:00.000Z",
                             "## What is wrong\n", "secret-in-payload", "Remove it and rotate the secret.", "`dreamscape.payment.failed` 0:0",
                             "## Steps\n", "## Events\n"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << "\n" << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("2.10 s")) || text.contains(QStringLiteral("2.40 s"))) << qPrintable(text);
    EXPECT_FALSE(text.contains(QStringLiteral("s3cr3t")));
}

TEST(TicketText, ReadsAsPlainTextAndAsMarkdownWhateverTheNamesHold)
{
    std::vector<test::Record> records = test::History(kCancelled).records();
    records[1].value(R"({"eventId":"e2","correlationId":"c1","causationId":"e1","timestamp":"2026-03-02T09:40:00.300Z",
        "eventType":"x`y\n# forged\n- **bold** \u202e<b>","source":"a\r\nb","payload":{"bookingId":"BK-1"}})");
    for (const QString& line : ticketOf(test::StoryStage(records)).split(u'\n')) {
        const bool isStructure = line.isEmpty() || line.startsWith(QStringLiteral("- ")) || line.startsWith(QStringLiteral("  ")) ||
                                 line.startsWith(QStringLiteral("# booking-payment")) || line.startsWith(QStringLiteral("## ")) ||
                                 line == QStringLiteral("Nothing was found.");
        EXPECT_TRUE(isStructure) << qPrintable(line);
        EXPECT_EQ(line.count(u'`') % 2, 0) << qPrintable(line);
        EXPECT_FALSE(line.contains(QChar(0x202E)));
    }
}

TEST(TicketText, ShowsTheLastEventsOfALongSaga)
{
    std::string lines(kCancelled);
    for (int i = 0; i < 50; ++i)
        lines += "09:41:" + std::to_string(10 + i) + " notification.sent n" + std::to_string(i) + " corr=c1 | userId=u-1\n";
    const QString text = ticketOf(test::StoryStage(lines));
    EXPECT_TRUE(text.contains(QStringLiteral("The last 20 of 53 events"))) << qPrintable(text);
    EXPECT_TRUE(text.contains(QStringLiteral("`dreamscape.notification.sent` 0:49")));
    EXPECT_FALSE(text.section(QStringLiteral("The last 20"), 1).contains(QStringLiteral("`dreamscape.notification.sent` 0:12\n")));
}

TEST(TicketText, NamesTheMomentThatItSpeaksOf)
{
    const test::StoryStage then(kCancelled, "09:40:01.000");
    const session::Report report = session::makeReport(then.snapshot(), {then.sagaOf(0)});
    EXPECT_TRUE(TicketText(report).of(report.sagas.at(0)).contains(QStringLiteral("**As of an earlier moment:** 2026-03-02T09:40:01.000Z")));
    EXPECT_TRUE(TicketText(report).head(report.sagas[0].story).subtitle.contains(QStringLiteral("2026-03-02T09:40:01.000Z")));
    EXPECT_TRUE(TicketText(report).head(report.sagas[0].story).title.contains(QStringLiteral("BK-1")));
}

TEST(CopyKind, ProposesNamesThatEverySystemTakes)
{
    EXPECT_EQ(copyName(QStringLiteral("BK-7741"), QStringLiteral("timeline")), QStringLiteral("BK-7741-timeline"));
    EXPECT_EQ(copyName(QStringLiteral("../../etc/passwd"), {}), QStringLiteral("etc-passwd"));
    EXPECT_EQ(copyName(QStringLiteral("a:b*c?\"<>|\n\\d"), {}), QStringLiteral("a-b-c-d"));
    EXPECT_EQ(copyName(QStringLiteral("///"), QStringLiteral("steps")), QStringLiteral("saga-steps"));
    EXPECT_EQ(copyName(QStringLiteral("eyJhbGciOiJIUzI1NiJ9.e30.c2ln"), {}), QStringLiteral("saga"));
    EXPECT_LE(copyName(QString(10'000, u'x'), {}).size(), 60);
    for (const CopyKind kind : kCopyKinds)
        EXPECT_EQ(kindOfPath(QStringLiteral("/x/y.") + copySuffix(kind).toUpper()), kind);
    EXPECT_FALSE(kindOfPath(QStringLiteral("/x/y.doc")));
}

/// All views of one saga, settled.
class CopiesTest : public testing::Test
{
protected:
    void tell(const std::vector<test::Record>& records)
    {
        stage = std::make_unique<test::StoryStage>(records);
        state.setSnapshot(stage->snapshot());
        state.selectSaga(stage->sagaOf(0));
        for (SagaView* view : std::initializer_list<SagaView*>{&timeline, &sequence, &causation, &steps}) {
            view->resize(900, 500);
            view->setSaga(stage->told(0), false);
            ASSERT_TRUE(QTest::qWaitFor([&] { return view->isSettled() && view->picture(); }, 30'000)) << qPrintable(view->name());
        }
    }

    void SetUp() override { tell(test::History(kCancelled).records()); }

    [[nodiscard]] std::vector<SagaView*> views() { return {&timeline, &sequence, &causation, &steps}; }
    [[nodiscard]] CopySubject subject(const SagaView& view) const
    {
        return {stage->snapshot(), {stage->sagaOf(0)}, view.name(), view.picture()};
    }
    [[nodiscard]] CopyOutcome run(CopyKind kind, const QString& path, bool isStopped = false)
    {
        std::atomic<std::size_t> done{0};
        return runCopy({kind, stage->snapshot(), {stage->sagaOf(0)}, timeline.picture(), path}, done, [=] { return isStopped; });
    }
    static QByteArray svgOf(const SagaView& view)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        EXPECT_TRUE(PicturePaper({saga::SagaState::Compensated, QStringLiteral("The title"), QStringLiteral("the rest")}, view.picture()()).toSvg(buffer));
        return bytes;
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
        return file.readAll();
    }

    std::unique_ptr<test::StoryStage> stage;
    ViewState state;
    TimelineTab timeline{state};
    SequenceTab sequence{state};
    CausationTab causation{state};
    StepsTab steps{state};
    QTemporaryDir folder;
};

TEST_F(CopiesTest, EveryViewIsAnSvgThatRendersAndSaysWhatItShows)
{
    for (const SagaView* view : views()) {
        const QByteArray svg = svgOf(*view);
        QSvgRenderer renderer(svg);
        ASSERT_TRUE(renderer.isValid()) << qPrintable(view->name());
        EXPECT_TRUE(svg.contains("The title")) << qPrintable(view->name());
        EXPECT_TRUE(svg.contains("payment.failed") || svg.contains(">failed<")) << qPrintable(view->name());
        QImage image(renderer.defaultSize(), QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        renderer.render(&painter);
        EXPECT_GT(qGray(image.pixel(image.width() - 2, 2)), 200) << "paper is white";
    }
}

TEST_F(CopiesTest, PicturesAreLightWhateverTheWindowIs)
{
    const ThemeScope window(ThemeKind::Dark);
    const QColor dark = Theme::current().palette().panel;
    for (const SagaView* view : views()) {
        const PicturePaper::Pixels pixels = PicturePaper({}, view->picture()()).toPixels();
        ASSERT_FALSE(pixels.image.isNull());
        EXPECT_EQ(pixels.scale, 2);
        int light = 0;
        const int below = pixels.image.height() / 2; // where the view itself is, and not the head
        for (int x = 0; x < pixels.image.width(); ++x)
            light += qGray(pixels.image.pixel(x, below)) > 200 ? 1 : 0;
        EXPECT_GT(light, pixels.image.width() / 2) << qPrintable(view->name());
    }
    EXPECT_EQ(Theme::current().palette().panel, dark);
    EXPECT_EQ(Theme::current().kind(), ThemeKind::Dark);
}

TEST(PicturePaper, StaysWithinWhatAnImageCanHold)
{
    EXPECT_EQ(PicturePaper::fittingScale({1000, 1000}), 2);
    for (const QSizeF size : {QSizeF(6000, 30'000), QSizeF(100, 500'000), QSizeF(1e6, 1e6)}) {
        const QSizeF fitted = size * PicturePaper::fittingScale(size);
        EXPECT_LE(fitted.width() * fitted.height(), PicturePaper::kMaxPixels * 1.001);
        EXPECT_LE(std::max(fitted.width(), fitted.height()), PicturePaper::kMaxSide * 1.001);
        EXPECT_LT(PicturePaper::fittingScale(size, PicturePaper::kMaxCopied), PicturePaper::fittingScale(size) * 1.001);
    }
}

TEST_F(CopiesTest, WritesEveryForm)
{
    for (const CopyKind kind : kCopyKinds) {
        const QString path = folder.filePath(QStringLiteral("saga.") + copySuffix(kind));
        const CopyOutcome outcome = run(kind, path);
        EXPECT_EQ(outcome.trouble, CopyTrouble::None) << qPrintable(outcome.detail);
        EXPECT_EQ(outcome.events, 3U);
        const QByteArray content = contentOf(path);
        EXPECT_FALSE(content.isEmpty()) << qPrintable(path);
        EXPECT_FALSE(content.contains("s3cr3t")) << qPrintable(path);
    }
    EXPECT_TRUE(QImage(folder.filePath(QStringLiteral("saga.png"))).width() > 1000);
    EXPECT_TRUE(nlohmann::json::accept(contentOf(folder.filePath(QStringLiteral("saga.json"))).toStdString()));
    EXPECT_TRUE(contentOf(folder.filePath(QStringLiteral("saga.mmd"))).startsWith("sequenceDiagram\n"));
    EXPECT_TRUE(contentOf(folder.filePath(QStringLiteral("saga.puml"))).startsWith("@startuml\n"));
    EXPECT_EQ(contentOf(folder.filePath(QStringLiteral("saga.jsonl"))).count('\n'), 3);
}

TEST_F(CopiesTest, LeavesWhatWasThereWhenItIsStopped)
{
    for (const CopyKind kind : kCopyKinds) {
        const QString path = folder.filePath(QStringLiteral("old.") + copySuffix(kind));
        QFile old(path);
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("before");
        old.close();
        EXPECT_EQ(run(kind, path, true).trouble, CopyTrouble::Stopped);
        EXPECT_EQ(contentOf(path), QByteArray("before")) << qPrintable(path);
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), qsizetype(kCopyKinds.size())) << "no unfinished file stays behind";
}

TEST_F(CopiesTest, StopsInTheMiddleOfWritingAPicture)
{
    const QString path = folder.filePath(QStringLiteral("half.png"));
    std::atomic<std::size_t> done{0};
    int asked = 0;
    const auto outcome = runCopy({CopyKind::Png, stage->snapshot(), {stage->sagaOf(0)}, timeline.picture(), path}, done,
                                 [&] { return ++asked > 3; }); // the signature and a part or two are out by then
    EXPECT_EQ(outcome.trouble, CopyTrouble::Stopped);
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(CopiesTest, SaysWhyAFileCouldNotBeWritten)
{
    const CopyOutcome outcome = run(CopyKind::Json, folder.filePath(QStringLiteral("no/such/folder/x.json")));
    EXPECT_EQ(outcome.trouble, CopyTrouble::NotWritten);
    EXPECT_FALSE(outcome.detail.isEmpty());
    std::atomic<std::size_t> done{0};
    const auto gone = runCopy({CopyKind::Json, stage->snapshot(), {base::SagaId(999)}, {}, {}}, done, [] { return false; });
    EXPECT_EQ(gone.trouble, CopyTrouble::NothingThere);
}

TEST_F(CopiesTest, NoPictureGivesASecretAwayInANameEither)
{
    std::vector<test::Record> records = test::History(kCancelled).records();
    const char* body = R"({"eventId":"e2","correlationId":"c1","causationId":"token=s3cr3t","timestamp":"2026-03-02T09:40:00.300Z",
        "eventType":"password:s3cr3t","source":"eyJhbGciOiJIUzI1NiJ9.s3cr3t.c2ln","payload":{"bookingId":"BK-1"}})";
    records[1].value(body);
    tell(records);
    for (const SagaView* view : views())
        EXPECT_FALSE(svgOf(*view).contains("s3cr3t")) << qPrintable(view->name());
    const QString ticket = ticketOf(*stage);
    EXPECT_FALSE(ticket.contains(QStringLiteral("s3cr3t"))) << qPrintable(ticket);
}

class SagaCopierTest : public CopiesTest
{
protected:
    CopyOutcome wait()
    {
        std::optional<CopyOutcome> outcome;
        const auto connection = QObject::connect(&copier, &SagaCopier::finished, &window, [&](const CopyOutcome& o) { outcome = o; });
        EXPECT_TRUE(QTest::qWaitFor([&] { return outcome.has_value(); }, 30'000));
        QObject::disconnect(connection);
        return outcome.value_or(CopyOutcome{});
    }

    QWidget window;
    MessageBar messages{&window};
    SagaCopier copier{messages, &window};
};

TEST_F(SagaCopierTest, PutsTextsAndPicturesOnTheClipboard)
{
    copier.toClipboard(CopyKind::Text, subject(timeline));
    wait();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("# booking-payment")));
    EXPECT_TRUE(messages.accessibleName().contains(QStringLiteral("Copied"))) << qPrintable(messages.accessibleName());
    copier.toClipboard(CopyKind::PlantUml, subject(timeline));
    wait();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("@startuml")));
    copier.toClipboard(CopyKind::Png, subject(sequence));
    wait();
    EXPECT_GT(QGuiApplication::clipboard()->image().width(), 500);
}

TEST_F(SagaCopierTest, SavesOneAfterTheOtherAndSaysWhere)
{
    const QString first = folder.filePath(QStringLiteral("a.svg"));
    const QString second = folder.filePath(QStringLiteral("b.jsonl"));
    copier.save(CopyKind::Svg, subject(timeline), first);
    copier.save(CopyKind::JsonLines, subject(timeline), second);
    EXPECT_EQ(wait().order.path, first);
    EXPECT_EQ(wait().order.path, second);
    EXPECT_TRUE(QFile::exists(first) && QFile::exists(second));
    EXPECT_TRUE(messages.accessibleName().contains(QDir::toNativeSeparators(second)));
    EXPECT_FALSE(messages.findChildren<QPushButton*>().isEmpty()) << "the folder is one click away";
    EXPECT_FALSE(copier.isBusy());
}

TEST_F(SagaCopierTest, SaysWhatToDoWhenItFails)
{
    copier.save(CopyKind::Json, subject(timeline), folder.filePath(QStringLiteral("no/such/x.json")));
    EXPECT_EQ(wait().trouble, CopyTrouble::NotWritten);
    EXPECT_EQ(messages.property("kind").toString(), QStringLiteral("error"));
    EXPECT_TRUE(messages.accessibleName().contains(QStringLiteral("Choose another folder")));
}

TEST_F(SagaCopierTest, OffersOnlyWhatCanBe)
{
    CopySubject several = subject(timeline);
    several.sagas.push_back(several.sagas.front());
    for (const CopyKind kind : kCopyKinds) {
        EXPECT_TRUE(subject(timeline).canBe(kind));
        EXPECT_EQ(several.canBe(kind), isForSeveral(kind));
        EXPECT_FALSE(CopySubject().canBe(kind));
    }
    EXPECT_TRUE(SagaCopier::proposal(subject(timeline), CopyKind::Png).endsWith(QStringLiteral("/BK-1-timeline.png")));
    EXPECT_TRUE(SagaCopier::proposal(subject(timeline), CopyKind::Json).endsWith(QStringLiteral("/BK-1.json")));
    EXPECT_TRUE(SagaCopier::proposal(several, CopyKind::JsonLines).endsWith(QStringLiteral("/2-sagas.jsonl")));
}

#ifdef Q_OS_LINUX // elsewhere the system's folders follow no variable
TEST_F(SagaCopierTest, ProposesAFolderThatIsThere)
{
    const auto folderOfProposal = [&] { return QFileInfo(SagaCopier::proposal(subject(timeline), CopyKind::Png)).absolutePath(); };
    const QString key = QStringLiteral("sagas/copyFolder");
    const QVariant before = QSettings().value(key);
    const QByteArray home = qgetenv("HOME");
    const QByteArray userFolders = qgetenv("XDG_CONFIG_HOME");
    const QDir newHome(folder.path());
    qputenv("HOME", newHome.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", newHome.path().toLocal8Bit());

    QSettings().setValue(key, newHome.filePath(QStringLiteral("taken/away")));
    EXPECT_EQ(folderOfProposal(), newHome.path()) << "neither the last folder nor Documents is there";
    newHome.mkdir(QStringLiteral("Documents"));
    EXPECT_EQ(folderOfProposal(), newHome.filePath(QStringLiteral("Documents")));
    newHome.mkpath(QStringLiteral("taken/away"));
    EXPECT_EQ(folderOfProposal(), newHome.filePath(QStringLiteral("taken/away")));

    qputenv("HOME", home);
    userFolders.isNull() ? qunsetenv("XDG_CONFIG_HOME") : qputenv("XDG_CONFIG_HOME", userFolders);
    QSettings().setValue(key, before);
}
#endif

} // namespace
} // namespace sagascope::ui
