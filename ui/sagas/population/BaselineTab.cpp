// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/BaselineTab.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "core/session/CaptureReading.h"
#include "ui/common/CodeText.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/population/FactTable.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

/// The session cut into two at the middle of the time in which its sagas started.
std::pair<saga::StartWindow, saga::StartWindow> halvesOf(const saga::Population& population)
{
    const base::Timestamp first = population.firstStart();
    const base::Timestamp last = population.lastStart();
    if (last == base::kNoTime)
        return {};
    const base::Timestamp middle = first + (last - first) / 2;
    return {{first, middle}, {middle, last + std::chrono::nanoseconds(1)}};
}

QString shareCell(std::size_t count, std::size_t all)
{
    return percentText(all == 0 ? 0.0 : double(count) / double(all));
}

/// Both sides of a time; how many samples there are where they don't suffice.
QString shiftCell(const saga::Shift& shift, base::Duration before, base::Duration after)
{
    if (!shift.isComparable())
        return QStringLiteral("n %1 → %2").arg(countText(shift.waitBefore.samples), countText(shift.waitAfter.samples));
    const QString from = durationText(before);
    const QString to = durationText(after);
    const QString unit = to.section(QLatin1Char(' '), -1);
    const bool isSameUnit = from.count(QLatin1Char(' ')) == 1 && to.count(QLatin1Char(' ')) == 1 && from.section(QLatin1Char(' '), -1) == unit;
    return QStringLiteral("%1 → %2").arg(isSameUnit ? from.section(QLatin1Char(' '), 0, 0) : from, to);
}

} // namespace

BaselineTab::BaselineTab(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_modes(new QComboBox), m_takeBefore(new QToolButton), m_takeAfter(new QToolButton),
      m_open(new QToolButton), m_copy(new QToolButton), m_sides(new QLabel), m_table(new FactTable),
      m_comparer([this](Compared compared) {
          m_compared = std::move(compared);
          showCompared();
      }),
      m_reader([this](Read read) { takeCapture(std::move(read)); })
{
    setupHead();
    m_sides->setObjectName(QStringLiteral("muted"));
    m_sides->setWordWrap(true);
    m_sides->setContentsMargins(8, 0, 8, 4);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addWidget(m_sides);
    column->addWidget(m_table, 1);
    m_table->setWidths({60, 60, 126, 118});
    setFocusProxy(m_table);
    connect(&m_state, &ViewState::timeWindowChanged, this, &BaselineTab::showSides);
    connect(&m_state, &ViewState::timeFormatChanged, this, [this] { compare(); });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_before.reset();
        m_after.reset();
        m_comparer.cancel();
    });
    retranslate();
    setMode(Mode::Windows);
}

BaselineTab::~BaselineTab() = default;

void BaselineTab::setupHead()
{
    auto* column = tightColumn(this);
    auto* head = new QWidget;
    auto* flow = new FlowLayout(head);
    flow->setContentsMargins(8, 4, 8, 4);
    for (QToolButton* button : {m_takeBefore, m_takeAfter, m_open, m_copy})
        button->setObjectName(QStringLiteral("flat"));
    m_modes->addItems({QString(), QString()});
    for (QWidget* part : std::initializer_list<QWidget*>{m_modes, m_takeBefore, m_takeAfter, m_open, m_copy})
        flow->addWidget(part);
    column->addWidget(head);
    connect(m_modes, &QComboBox::activated, this, [this](int index) { setMode(index == 0 ? Mode::Windows : Mode::Capture); });
    const auto take = [this](std::optional<saga::StartWindow>& side) {
        if (const auto& window = m_state.timeWindow())
            side = saga::StartWindow{window->from, window->to};
        compare();
    };
    connect(m_takeBefore, &QToolButton::clicked, this, [this, take] { take(m_before); });
    connect(m_takeAfter, &QToolButton::clicked, this, [this, take] { take(m_after); });
    connect(m_open, &QToolButton::clicked, this, &BaselineTab::chooseCapture);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_compared.sides + QLatin1Char('\n') + toQString(saga::baselineText(m_compared.baseline)));
    });
}

void BaselineTab::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        compare();
    }
}

void BaselineTab::retranslate()
{
    m_modes->setAccessibleName(tr("What is compared"));
    m_modes->setItemText(0, tr("Two time windows"));
    m_modes->setItemText(1, tr("A capture and this session"));
    m_takeBefore->setText(tr("A = time window"));
    m_takeAfter->setText(tr("B = time window"));
    m_open->setText(tr("Open a capture…"));
    m_open->setToolTip(tr("A capture or a file of JSON lines; it becomes A, this session is B"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the whole comparison, all definitions, cells apart by tabs"));
    m_table->setAccessibleName(tr("What changed from A to B"));
    m_table->setTitles({tr("What"), tr("A"), tr("B"), tr("p50 A → B"), tr("p95 A → B")});
    showSides();
    showCompared();
}

void BaselineTab::setMode(Mode mode)
{
    m_mode = mode;
    m_modes->setCurrentIndex(mode == Mode::Windows ? 0 : 1);
    m_takeBefore->setVisible(mode == Mode::Windows);
    m_takeAfter->setVisible(mode == Mode::Windows);
    m_open->setVisible(mode == Mode::Capture);
    m_problem.clear();
    compare();
}

void BaselineTab::chooseCapture()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a capture to compare with"), {}, tr("Captures and JSON lines (*.sagascope *.jsonl *.ndjson *.json);;All files (*)"));
    if (!file.isEmpty())
        openCapture(std::filesystem::path(file.toStdU16String()));
}

void BaselineTab::openCapture(const std::filesystem::path& file)
{
    m_capture.reset();
    m_captureName = QString::fromStdU16String(file.filename().u16string());
    setMode(Mode::Capture);
    m_sides->setText(tr("Reading %1 …").arg(m_captureName));
    m_reader.start([file, catalog = m_state.snapshot()->catalog](StopToken stop) -> Read {
        const auto shouldStop = [stop] { return stop.stopRequested(); };
        const auto snapshot = session::readCapture(file, catalog, shouldStop);
        if (!snapshot)
            return snapshot.error();
        saga::TraceTable table;
        const session::Snapshot& read = **snapshot;
        return saga::Population::of(table.update({read.events, read.identity, read.sagas}, shouldStop), std::nullopt, shouldStop);
    });
}

void BaselineTab::takeCapture(Read read)
{
    m_problem = read ? QString() : errorSentence(read.error());
    m_capture = read ? *read : nullptr;
    compare();
}

void BaselineTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        compare();
}

void BaselineTab::setCounted(const CountedSagas& counted)
{
    m_counted = counted;
    m_isStale = true;
    if (isVisible())
        compare();
}

QString BaselineTab::windowText(const saga::StartWindow& window) const
{
    return QStringLiteral("%1 – %2").arg(m_state.formatTime(window.from), m_state.formatTime(window.to));
}

void BaselineTab::compare()
{
    if (!isVisible() || !m_counted.whole) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    if (m_mode == Mode::Capture && !m_capture) {
        m_comparer.cancel(); // of the capture before
        m_compared = {};
        showCompared();
        return;
    }
    const bool isCapture = m_mode == Mode::Capture;
    // Times and sentences are made here: translations belong to the GUI thread.
    const QString sides = isCapture ? tr("A: %1 · B: this session").arg(m_captureName) : tr("A: started %1 · B: started %2");
    const auto format = [](const QString& text, const QString& a, const QString& b) { return text.arg(a, b); };
    const auto halves = halvesOf(*m_counted.whole);
    const saga::StartWindow before = m_before.value_or(halves.first);
    const saga::StartWindow after = m_after.value_or(halves.second);
    m_comparer.start(
        [whole = m_counted.whole, capture = isCapture ? m_capture : nullptr, before, after, name = m_counted.name,
         sides = isCapture ? sides : format(sides, windowText(before), windowText(after))](StopToken stop) {
            const auto shouldStop = [stop] { return stop.stopRequested(); };
            const auto a = capture ? capture : saga::Population::of(whole->traces(), before, shouldStop);
            const auto b = capture ? whole : saga::Population::of(whole->traces(), after, shouldStop);
            return Compared{a && b ? saga::compareBaseline(*a, *b) : std::vector<saga::DefinitionBaseline>(), name, sides};
        },
        LatestWins<Compared>::Running::Keep);
}

void BaselineTab::showSides()
{
    const bool hasWindow = m_state.timeWindow().has_value();
    for (QToolButton* button : {m_takeBefore, m_takeAfter}) {
        button->setEnabled(hasWindow);
        button->setToolTip(hasWindow ? tr("Compare the sagas that started in the chosen time window")
                                     : tr("Drag over the histogram above to choose a time window first"));
    }
}

void BaselineTab::showCompared()
{
    std::vector<FactRow> rows;
    const auto& all = m_compared.baseline;
    const std::string name = m_compared.definition.toStdString();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) { return d.name == name; });
    m_copy->setEnabled(!all.empty());
    if (found != all.end()) {
        addOutcomes(rows, *found);
        addShifts(rows, tr("Variants: durations of sagas that ended"), found->variants);
        addShifts(rows, tr("Transitions: waits"), found->transitions);
    }
    if (!m_problem.isEmpty())
        m_sides->setText(m_problem);
    else if (m_mode == Mode::Capture && !m_capture)
        m_sides->setText(m_reader.isBusy() ? tr("Reading %1 …").arg(m_captureName) : tr("Open a capture to compare this session with."));
    else if (found == all.end())
        m_sides->setText(tr("%1. Neither side has sagas of this definition.").arg(m_compared.sides));
    else
        m_sides->setText(tr("%1. Times are compared where both sides have at least %2 samples.").arg(m_compared.sides).arg(saga::kEnoughSamples));
    m_table->setRows(std::move(rows));
}

void BaselineTab::addOutcomes(std::vector<FactRow>& rows, const saga::DefinitionBaseline& definition) const
{
    FactRow heading;
    heading.tone = FactRow::Tone::Heading;
    heading.cells << tr("Outcomes: share of %1 sagas in A and of %2 in B").arg(countText(definition.before), countText(definition.after));
    rows.push_back(std::move(heading));
    for (std::size_t i = 0; i < saga::kSagaStateCount; ++i) {
        if (definition.statesBefore[i] + definition.statesAfter[i] == 0)
            continue;
        FactRow row;
        row.key = QStringLiteral("state/%1").arg(i);
        const QString state = stateLabel(static_cast<saga::SagaState>(i));
        row.cells = {state, shareCell(definition.statesBefore[i], definition.before),
                     shareCell(definition.statesAfter[i], definition.after)};
        row.toolTip = tr("%1: %2 sagas in A, %3 in B").arg(state, countText(definition.statesBefore[i]), countText(definition.statesAfter[i]));
        rows.push_back(std::move(row));
    }
}

void BaselineTab::addShifts(std::vector<FactRow>& rows, const QString& title, const std::vector<saga::Shift>& shifts) const
{
    constexpr std::size_t kMost = 200;
    FactRow heading;
    heading.tone = FactRow::Tone::Heading;
    heading.cells << title;
    rows.push_back(std::move(heading));
    for (std::size_t i = 0; i < std::min(kMost, shifts.size()); ++i) {
        const saga::Shift& shift = shifts[i];
        FactRow row;
        row.key = title + toQString(shift.name);
        QString name = toQString(shift.name);
        if (shift.change() == saga::Change::Added) {
            name = tr("+ new: %1").arg(name);
            row.tone = FactRow::Tone::Good;
        } else if (shift.change() == saga::Change::Removed) {
            name = tr("− gone: %1").arg(name);
            row.tone = FactRow::Tone::Warning;
        }
        row.cells = {name, countText(shift.before), countText(shift.after),
                     shiftCell(shift, shift.waitBefore.median, shift.waitAfter.median),
                     shiftCell(shift, shift.waitBefore.p95, shift.waitAfter.p95)};
        row.toolTip = tr("%1\n%2 samples in A, %3 in B").arg(toQString(shift.name), countText(shift.waitBefore.samples), countText(shift.waitAfter.samples));
        rows.push_back(std::move(row));
    }
}

} // namespace sagascope::ui
