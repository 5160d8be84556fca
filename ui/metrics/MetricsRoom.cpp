// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/MetricsRoom.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

#include "ui/common/Chip.h"
#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Panel.h"
#include "ui/common/TableDress.h"
#include "ui/metrics/ChartPanel.h"
#include "ui/metrics/LagLimits.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr int kRefreshMilliseconds = 500;
constexpr std::array<base::Duration, 3> kSpans{minutes(1), minutes(5), hours(1)};

// `1,284`, `12k`, `3.4M`: short enough for an axis.
QString shortNumber(double value)
{
    const QLocale locale;
    const auto scaledBy = [&](double unit, const QString& suffix) {
        const double share = value / unit;
        return locale.toString(share, 'f', share < 10 && share != std::floor(share) ? 1 : 0) + suffix;
    };
    if (value >= 1e6)
        return scaledBy(1e6, QStringLiteral("M"));
    if (value >= 1e4)
        return scaledBy(1e3, QStringLiteral("k"));
    return locale.toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
}

} // namespace

MetricsRoom::MetricsRoom(ViewState& state, QWidget* parent)
    : Room(parent),
      m_state(state),
      m_bar(new QWidget),
      m_spanLabel(new QLabel),
      m_spans(new QButtonGroup(this)),
      m_brush(new Chip({}, [] { return Theme::current().palette().accent; })),
      m_topic(new QComboBox),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_throughput(new ChartPanel(state, ValueScale::Linear, QStringLiteral("throughput"))),
      m_lag(new ChartPanel(state, ValueScale::Logarithmic, QStringLiteral("consumer-lag"))),
      m_sizes(new ChartPanel(state, ValueScale::Linear, QStringLiteral("message-size"))),
      m_outcomes(new ChartPanel(state, ValueScale::Linear, QStringLiteral("saga-outcomes"))),
      m_groups(new Panel),
      m_groupStack(new QStackedWidget),
      m_groupTable(new QTableView),
      m_noGroups(new EmptyState),
      m_frames([this](const MetricsFrame& frame) { showFrame(frame); })
{
    buildBar();
    buildGroups();
    buildCharts();
    connectState();
    retranslate();
}

MetricsRoom::~MetricsRoom() = default;

void MetricsRoom::buildBar()
{
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_spanLabel);
    m_spanLabel->setObjectName(QStringLiteral("muted"));
    for (std::size_t i = 0; i < kSpans.size(); ++i) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("segment"));
        button->setCheckable(true);
        button->setChecked(kSpans[i] == m_span);
        m_spans->addButton(button, int(i));
        row->addWidget(button);
    }
    row->addWidget(m_brush);
    row->addStretch(1);
    row->addWidget(m_topic);
    m_topic->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int id) { setSpan(kSpans[std::size_t(id)]); });
    connect(m_brush, &Chip::clicked, this, [this] { m_state.setTimeWindow({}); });
    connect(m_topic, &QComboBox::activated, this, &MetricsRoom::compute);
}

void MetricsRoom::buildCharts()
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::kGap);
    grid->addWidget(m_throughput, 0, 0);
    grid->addWidget(m_lag, 0, 1);
    grid->addWidget(m_sizes, 1, 0);
    grid->addWidget(m_outcomes, 1, 1);
    grid->addWidget(m_groups, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < 3; ++row)
        grid->setRowStretch(row, 1);
    for (ChartPanel* panel : {m_throughput, m_sizes, m_lag, m_outcomes})
        panel->setMinimumWidth(320);
    const auto perSecond = [](double value) { return shortNumber(value); };
    m_throughput->chart().setValueText(perSecond);
    m_lag->chart().setValueText(perSecond);
    m_outcomes->chart().setValueText(perSecond);
    m_sizes->chart().setValueText([](double value) { return sizeText(std::uint64_t(value)); });

    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("metricsScroll"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    auto* emptyPanel = new Panel;
    emptyPanel->setBody(m_empty);
    m_stack->addWidget(emptyPanel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    column->setSpacing(Theme::kGap);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
}

void MetricsRoom::buildGroups()
{
    dressTable(*m_groupTable, m_groupModel);
    static constexpr std::array<int, LagTableModel::ColumnCount> kWidths{240, 280, 60, 100, 100, 90, 90, 140};
    for (int column = 0; column < LagTableModel::ColumnCount; ++column)
        m_groupTable->setColumnWidth(column, kWidths[std::size_t(column)]);
    m_groupStack->addWidget(m_groupTable);
    m_groupStack->addWidget(m_noGroups);
    m_groups->setBody(m_groupStack);
    m_groups->setMinimumHeight(150);
}

void MetricsRoom::connectState()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kRefreshMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale)
            compute();
    });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_state, &ViewState::timeWindowChanged, this, [this] {
        retranslate();
        compute();
    });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_frames.cancel();
        m_isShown = false;
        m_knownTopics = 0;
        m_topic->clear();
        showFrame({});
        retranslate();
    });
}

void MetricsRoom::showEvent(QShowEvent* event)
{
    m_isShown = false; // what is on screen is from when it was left
    Room::showEvent(event);
}

void MetricsRoom::refresh()
{
    m_isStale = true;
    if (!m_pause.isActive() && !m_frames.isBusy())
        compute();
}

void MetricsRoom::setSpan(base::Duration span)
{
    m_span = span;
    m_state.setTimeWindow({}); // the buttons mean "back from now"
    compute();
}

MetricsQuery MetricsRoom::query() const
{
    return {m_span, m_state.timeWindow(), m_topic->currentData().toString()};
}

void MetricsRoom::compute()
{
    if (!isVisible())
        return;
    m_isStale = false;
    updateTopics();
    m_frames.start(
        [snapshot = m_state.snapshot(), query = query()](StopToken) { return metricsFrame(*snapshot, query); },
        LatestWins<MetricsFrame>::Running::Keep);
}

void MetricsRoom::showFrame(const MetricsFrame& frame)
{
    const session::Snapshot& snapshot = *m_state.snapshot();
    m_stack->setCurrentIndex(snapshot.events.size() == 0 ? 1 : 0);
    m_bar->setEnabled(snapshot.events.size() > 0);
    m_frame = frame;
    showNextChart(0);
    m_groupModel.setSamples(snapshot.lag);
    m_groupStack->setCurrentWidget(snapshot.lag.empty() ? static_cast<QWidget*>(m_noGroups) : m_groupTable);
    m_pause.start();
}

// One chart per turn of the event loop: laying out and painting four at once would keep people waiting.
void MetricsRoom::showNextChart(int chart)
{
    const auto show = [this](ChartPanel* panel, const std::vector<Curve>& curves) {
        panel->chart().setCurves(curves, m_frame.from, m_frame.to);
    };
    switch (chart) {
    case 0:
        show(m_throughput, m_frame.throughput);
        break;
    case 1:
        show(m_lag, m_frame.lag);
        break;
    case 2:
        showSizeScale(m_frame);
        show(m_sizes, m_frame.sizes);
        break;
    default:
        show(m_outcomes, m_frame.outcomes);
        showOutcomes(m_frame);
        m_isShown = true;
        return;
    }
    QTimer::singleShot(0, this, [this, chart] { showNextChart(chart + 1); });
}

void MetricsRoom::showSizeScale(const MetricsFrame& frame)
{
    double lowest = 0;
    double highest = 0;
    for (const Curve& curve : frame.sizes)
        for (const Curve::Point& point : curve.points) {
            lowest = lowest == 0 ? point.value : std::min(lowest, point.value);
            highest = std::max(highest, point.value);
        }
    const ValueScale scale = scaleFor(lowest, highest);
    m_sizes->chart().setScale(scale);
    m_sizes->setNames(tr("Message size"), scale == ValueScale::Linear
                                              ? tr("mean of key, value and headers per event")
                                              : tr("mean of key, value and headers per event, logarithmic"));
}

QString MetricsRoom::stepText(base::Duration step)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(step).count();
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    return seconds < 3600 ? tr("%1 min").arg(seconds / 60) : tr("%1 h").arg(seconds / 3600);
}

void MetricsRoom::showOutcomes(const MetricsFrame& frame)
{
    QStringList words{frame.step > base::Duration::zero() ? tr("ended per %1, by state").arg(stepText(frame.step))
                                                          : tr("ended, by state")};
    for (const auto state : {saga::SagaState::Running, saga::SagaState::Stalled})
        if (const auto count = frame.sagasByState[std::size_t(state)])
            words << tr("now %1: %2").arg(stateLabel(state), QLocale().toString(qulonglong(count)));
    m_outcomes->setNames(tr("Saga outcomes"), words.join(QStringLiteral(" · ")));
}

void MetricsRoom::updateTopics()
{
    const store::EventStore::View& events = m_state.snapshot()->events;
    if (events.topicCount() == m_knownTopics && m_topic->count() > 0)
        return;
    m_knownTopics = events.topicCount();
    const QString chosen = m_topic->currentData().toString();
    QStringList topics;
    for (std::size_t i = 0; i < m_knownTopics; ++i)
        topics << toQString(events.topicName(base::TopicId(std::uint16_t(i))));
    topics.sort();
    m_topic->clear();
    m_topic->addItem(tr("All topics, by domain"), QString());
    for (const QString& topic : topics)
        m_topic->addItem(topic, topic);
    m_topic->setCurrentIndex(std::max(0, m_topic->findData(chosen)));
}

void MetricsRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    compute();
}

void MetricsRoom::retranslate()
{
    findChild<QScrollArea*>(QStringLiteral("metricsScroll"))->setAccessibleName(title());
    m_spanLabel->setText(tr("Show the last"));
    m_spans->button(0)->setText(tr("1 min"));
    m_spans->button(1)->setText(tr("5 min"));
    m_spans->button(2)->setText(tr("1 h"));
    const auto& window = m_state.timeWindow();
    m_brush->setVisible(window.has_value());
    m_brush->setChecked(true);
    if (window)
        m_brush->setText(tr("%1 – %2 ×", "time window; the cross takes it away")
                             .arg(m_state.formatTime(window->from).left(8), m_state.formatTime(window->to).left(8)));
    m_brush->setToolTip(tr("The window chosen above; click to go back to the latest"));
    m_brush->updateGeometry();
    m_topic->setAccessibleName(tr("Topic of the throughput and size charts"));
    if (m_topic->count() > 0)
        m_topic->setItemText(0, tr("All topics, by domain"));
    m_throughput->setNames(tr("Throughput"), tr("events per second, by broker time"));
    m_lag->setNames(tr("Consumer lag"), tr("messages behind, by group, logarithmic"));
    m_lag->chart().setThresholds(
        {{double(kLagWarning), tr("warning at 1,000")}, {double(kLagCritical), tr("critical at 10,000")}});
    m_sizes->setNames(tr("Message size"), tr("mean of key, value and headers per event"));
    m_outcomes->setNames(tr("Saga outcomes"), tr("ended, by state"));
    m_groups->setTitle(tr("Consumer groups"));
    m_groups->setSubtitle(tr("furthest behind first"));
    m_noGroups->setTexts(tr("No group is watched"),
                         tr("Positions of the consumer groups that the profile names appear here; a file has none."));
    m_empty->setTexts(tr("Nothing to measure yet"),
                      tr("Throughput, lag, message sizes and saga outcomes appear here once events arrive."));
    Q_EMIT m_groupModel.headerDataChanged(Qt::Horizontal, 0, LagTableModel::ColumnCount - 1);
}

} // namespace sagascope::ui
