// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/EstimatePanel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

constexpr int kHeight = 230;

using Search = kafka::RecordSearch::By;

/// Runs in a pool thread.
base::Result<session::EstimateReport> estimate(const kafka::Profile& profile, const profile::Scope& scope, const kafka::EstimateOptions& how)
{
    auto made = kafka::estimateScope(profile, scope.toConsumer(), how);
    if (!made)
        return made.error();
    return session::EstimateReport{*std::move(made), scope.sampleOneIn(), scope.search};
}

QTableWidgetItem* numberItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(sagascope::ui::EstimatePanel)
};

QString title(const session::EstimateReport& report)
{
    const QString records = QLocale().toString(qlonglong(report.estimate.records()));
    const auto bytes = report.estimate.bytes();
    if (!bytes)
        return Words::tr("%1 records; how many bytes is not known: none of them could be looked at").arg(records);
    return Words::tr("%1 records, about %2").arg(records, sizeText(*bytes));
}

QString memoryText(const session::EstimateReport& report)
{
    if (report.search.by == Search::Key)
        return Words::tr("Only the partitions of the key count. How many records in them have it shows when they are read.");
    if (report.search.by == Search::Text)
        return Words::tr("All of it is fetched to look for the text. Use the time window to fetch less.");
    const auto memory = report.memory();
    if (!memory)
        return {};
    if (report.oneIn <= 1)
        return Words::tr("Takes about %1 of memory.").arg(sizeText(*memory));
    return Words::tr("Takes about %1 of memory with 1 traveller in %2, instead of %3. Sampling saves memory, not transfer: all of it is fetched.")
        .arg(sizeText(report.memoryOfSample().value_or(0)), QLocale().toString(report.oneIn), sizeText(*memory));
}

QString explanation(const session::EstimateReport& report)
{
    QStringList lines{memoryText(report)};
    if (report.estimate.isTimeIgnored)
        lines << Words::tr("This broker cannot look up times: everything is counted, whatever the window says.");
    if (report.estimate.partitionsUnanswered > 0)
        lines << Words::tr("%n partition(s) did not tell: no leader, or no permission. Not counted.", nullptr, report.estimate.partitionsUnanswered);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

EstimatePanel::EstimatePanel(QWidget* parent)
    : QFrame(parent), m_title(new QLabel), m_text(new QLabel), m_progress(new QProgressBar), m_topics(new QTableWidget(0, 4))
{
    setObjectName(QStringLiteral("panel"));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_topics->setHorizontalHeaderLabels({tr("Topic"), tr("Partitions"), tr("Records"), tr("Bytes each")});
    m_topics->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_topics->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 0; column < m_topics->columnCount(); ++column)
        m_topics->horizontalHeaderItem(column)->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    m_topics->verticalHeader()->hide();
    m_topics->verticalHeader()->setDefaultSectionSize(22);
    m_topics->setShowGrid(false);
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_topics->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_topics->setTabKeyNavigation(false);
    m_topics->setAccessibleName(tr("Topics in the window, the largest first"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_progress);
    column->addWidget(m_topics, 1);
    column->addStretch(0); // while the table is hidden, the rest stays together at the top
    setFixedHeight(kHeight);
    hide();
}

EstimatePanel::~EstimatePanel()
{
    if (m_isStopped)
        m_isStopped->store(true);
}

void EstimatePanel::setRunning(Flag run)
{
    if (m_isStopped)
        m_isStopped->store(true);
    const bool wasRunning = isRunning();
    m_isStopped = std::move(run);
    m_progress->setVisible(isRunning());
    if (wasRunning != isRunning())
        Q_EMIT runningChanged();
}

void EstimatePanel::start(const kafka::Profile& profile, const profile::Scope& scope)
{
    m_report.reset();
    m_topics->setRowCount(0);
    m_topics->hide();
    m_progress->setRange(0, 0);
    showText(tr("Asking how much lies in the window…"), tr("Offsets are asked for, and a few records of each topic are looked at for their size."), false);
    setRunning(std::make_shared<std::atomic<bool>>(false));
    show();
    const Flag run = m_isStopped;
    // The pointer is asked on the GUI thread only: there it cannot go meanwhile.
    const auto post = [self = QPointer(this)](auto work) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, work] {
            if (self)
                work(*self);
        }, Qt::QueuedConnection);
    };
    (void)QtConcurrent::run([profile, scope, run, post] {
        kafka::EstimateOptions how;
        how.isStopped = [run] { return run->load(); };
        how.onProgress = [run, post](int done, int of) { post([run, done, of](EstimatePanel& self) { self.showProgress(run, done, of); }); };
        auto report = estimate(profile, scope, how);
        post([run, report](EstimatePanel& self) { self.take(run, report); });
    });
}

void EstimatePanel::stop()
{
    if (!isRunning())
        return;
    setRunning(nullptr);
    showText(tr("Stopped"), {}, false);
}

void EstimatePanel::clear()
{
    setRunning(nullptr);
    m_report.reset();
    hide();
}

void EstimatePanel::showProgress(const Flag& run, int done, int of)
{
    if (run != m_isStopped)
        return;
    m_progress->setRange(0, of);
    m_progress->setValue(done);
}

void EstimatePanel::take(const Flag& run, base::Result<session::EstimateReport> report)
{
    if (run != m_isStopped)
        return;
    if (report) {
        m_report = *std::move(report);
        showReport(*m_report);
    } else {
        showText(tr("The cluster did not tell"), tr("%1 “Test connection” says at which step it fails.").arg(errorSentence(report.error())), true);
    }
    setRunning(nullptr);
}

void EstimatePanel::showText(const QString& title, const QString& text, bool isFault)
{
    m_title->setText(QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped()));
    m_title->setObjectName(isFault ? QStringLiteral("danger") : QString());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
}

void EstimatePanel::showReport(const session::EstimateReport& report)
{
    showText(title(report), explanation(report), false);
    std::vector<kafka::TopicEstimate> topics = report.estimate.topics;
    std::stable_sort(topics.begin(), topics.end(), [](const auto& a, const auto& b) { return a.records > b.records; });
    m_topics->setRowCount(int(topics.size()));
    int row = 0;
    for (const kafka::TopicEstimate& topic : topics) {
        m_topics->setItem(row, 0, new QTableWidgetItem(toQString(topic.topic)));
        m_topics->setItem(row, 1, numberItem(QLocale().toString(topic.partitions)));
        m_topics->setItem(row, 2, numberItem(QLocale().toString(qlonglong(topic.records))));
        m_topics->setItem(row++, 3, numberItem(topic.probed == 0 ? QStringLiteral("–") : QLocale().toString(qulonglong(topic.probedBytes / std::uint64_t(topic.probed)))));
    }
    m_topics->show();
}

} // namespace sagascope::ui
