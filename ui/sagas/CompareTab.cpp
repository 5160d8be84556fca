// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CompareTab.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "core/session/Session.h"
#include "ui/common/CodeText.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Separator.h"
#include "ui/common/StateMark.h"
#include "ui/common/TableColumns.h"
#include "ui/common/TightLayout.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kRowHeight = 24;

void makeQuiet(QTableView& table)
{
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(kRowHeight);
    table.setShowGrid(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setMinimumHeight(2 * kRowHeight);
    table.setTabKeyNavigation(false);
    table.horizontalHeader()->setHighlightSections(false);
}

// A saga that became part of another one lives on in that.
base::SagaId living(base::SagaId saga, const session::Snapshot& snapshot)
{
    while (saga.isValid() && saga.value < snapshot.sagas.slotCount() && !snapshot.sagas.saga(saga).isAlive)
        saga = snapshot.sagas.saga(saga).mergedInto;
    return saga.isValid() && saga.value < snapshot.sagas.slotCount() ? saga : base::SagaId();
}

// Sagas are numbered anew when the window's clock goes back; their events are not.
base::SagaId sameSaga(base::SagaId saga, const session::Snapshot& before, const session::Snapshot& now)
{
    const auto events = saga.isValid() ? *before.sagas.saga(saga).events : std::span<const base::EventIndex>();
    return events.empty() ? base::SagaId() : now.sagas.sagaOf(events.front());
}

} // namespace

CompareTab::CompareTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_state(state), m_stack(new QStackedWidget), m_message(new EmptyState), m_leftHead{}, m_rightHead{},
      m_verdict(new QLabel), m_rows(new QTableView), m_fields(new QTableView), m_fieldsNote(new QLabel), m_split(new QSplitter(Qt::Vertical)),
      m_swap(new QToolButton(this)), m_unpin(new QToolButton(this)), m_copy(new QToolButton(this)),
      m_comparison([this](CompareSheet sheet) { showSheet(std::move(sheet)); })
{
    setupTables();
    setupTools();
    for (QTableView* table : {m_rows, m_fields})
        new WidthWatch(*table, [this] { fitColumns(); });
    connect(&m_state, &ViewState::selectionChanged, this, &CompareTab::showSelection);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_comparison.cancel();
        m_told.reset();
        m_left = {};
        showSheet({});
    });
    retranslate();
    showSheet({});
}

CompareTab::~CompareTab() = default;

CompareTab::Head CompareTab::makeHead(QWidget* parent)
{
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    Head head{new QLabel, new ElidedLabel, new StateLabel, new ElidedLabel};
    head.side->setObjectName(QStringLiteral("muted"));
    head.facts->setObjectName(QStringLiteral("muted"));
    for (QWidget* part : std::initializer_list<QWidget*>{head.side, head.key, head.state})
        row->addWidget(part);
    row->addWidget(head.facts, 1);
    return head;
}

QWidget* CompareTab::makeHeads()
{
    auto* heads = new QWidget;
    auto* column = new QVBoxLayout(heads);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(4);
    auto* sides = new QHBoxLayout;
    for (Head* head : {&m_leftHead, &m_rightHead}) {
        auto* side = new QWidget;
        *head = makeHead(side);
        sides->addWidget(side, 1);
    }
    auto* row = new QHBoxLayout;
    row->addWidget(m_verdict, 1);
    for (QToolButton* tool : {m_swap, m_unpin, m_copy})
        row->addWidget(tool, 0, Qt::AlignTop);
    column->addLayout(sides);
    column->addLayout(row);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return heads;
}

void CompareTab::setupTables()
{
    m_rows->setModel(&m_model);
    m_fields->setModel(&m_fieldModel);
    for (QTableView* table : {m_rows, m_fields})
        makeQuiet(*table);
    QHeaderView* columns = m_rows->horizontalHeader();
    columns->setResizeContentsPrecision(200);
    m_fields->horizontalHeader()->setDefaultSectionSize(170);
    m_fields->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setMinimumSectionSize(60);

    auto* below = new QWidget;
    auto* fields = tightColumn(below);
    m_fieldsNote->setObjectName(QStringLiteral("muted"));
    m_fieldsNote->setContentsMargins(12, 4, 12, 4);
    fields->addWidget(m_fieldsNote);
    fields->addWidget(m_fields, 1);
    fields->addStretch(0);
    m_split->addWidget(m_rows);
    m_split->addWidget(below);
    m_split->setStretchFactor(0, 56);
    m_split->setStretchFactor(1, 44);
    m_split->setSizes({560, 440});
    m_split->setChildrenCollapsible(false);
    m_split->setMinimumHeight(80);

    auto* page = new QWidget;
    auto* column = tightColumn(page);
    column->addWidget(makeHeads());
    column->addWidget(new Separator);
    column->addWidget(m_split, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_message);
    auto* whole = tightColumn(this);
    whole->addWidget(m_stack);
    setFocusPolicy(Qt::StrongFocus);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showFields();
        // The left saga's events are another saga's: selecting one would make that the right side.
        const int row = m_rows->currentIndex().row();
        if (row >= 0 && m_rows->hasFocus() && sheet().rows[std::size_t(row)].right)
            m_state.selectEvent(sheet().rows[std::size_t(row)].right->event);
    });
}

void CompareTab::setupTools()
{
    connect(m_swap, &QToolButton::clicked, this, &CompareTab::swapSides);
    connect(m_unpin, &QToolButton::clicked, this, [this] { pin({}); });
    connect(m_copy, &QToolButton::clicked, this, &CompareTab::copy);
}

void CompareTab::setSaga(ToldSagaPtr told, bool isSame)
{
    if (m_told && m_told->snapshot->numbering != told->snapshot->numbering)
        m_left = sameSaga(m_left, *m_told->snapshot, *told->snapshot);
    m_told = std::move(told);
    if (!m_left.isValid())
        m_left = m_told->saga;
    compare(isSame);
}

void CompareTab::pin(base::SagaId left)
{
    m_left = left.isValid() || !m_told ? left : m_told->saga;
    if (m_told)
        compare(false);
}

void CompareTab::compare(bool isSame)
{
    m_left = living(m_left, *m_told->snapshot);
    if (m_left == m_told->saga || !m_left.isValid()) {
        m_comparison.cancel();
        CompareSheet alone;
        if (m_left.isValid())
            alone.left = compareSide(m_left, m_told->story, *m_told->snapshot);
        showSheet(std::move(alone));
        return;
    }
    m_comparison.start(
        [told = m_told, left = m_left](StopToken stop) {
            return compareSagas(left, session::storyOf(*told->snapshot, left), told->saga, told->story, *told->snapshot, stop);
        },
        isSame ? LatestWins<CompareSheet>::Running::Keep : LatestWins<CompareSheet>::Running::Discard);
}

void CompareTab::showSheet(CompareSheet sheet)
{
    const int row = m_rows->currentIndex().row();
    const bool isSame = sheet.left.saga == m_model.sheet().left.saga && sheet.right.saga == m_model.sheet().right.saga;
    m_model.setSheet(std::move(sheet));
    const bool isComplete = this->sheet().isComplete();
    fitColumns();
    m_stack->setCurrentIndex(isComplete ? 0 : 1);
    for (QToolButton* tool : {m_swap, m_copy})
        tool->setEnabled(isComplete);
    m_unpin->setEnabled(m_left.isValid());
    setFocusProxy(isComplete ? m_rows : nullptr);
    retranslate();
    showSelection();
    if (isSame && row >= 0 && row < m_model.rowCount())
        m_rows->selectRow(row);
    showFields();
}

/// What differs is what the tables are for: it keeps its room. Where that is scarce, the times of either side are left to the
/// tooltip.
void CompareTab::fitColumns()
{
    constexpr int kRoomForTimes = 460;
    for (const int column : {CompareModel::Left, CompareModel::Right})
        m_rows->setColumnHidden(column, m_rows->viewport()->width() < kRoomForTimes);
    ui::fitColumns(*m_rows, {{CompareModel::What, 110}}, 150);
    const int room = m_fields->viewport()->width();
    const int field = qMin(170, room * 36 / 100);
    m_fields->setColumnWidth(FieldChangeModel::Field, field);
    for (const int side : {FieldChangeModel::Left, FieldChangeModel::Right})
        m_fields->setColumnWidth(side, (room - field) / 2);
}

void CompareTab::showHead(const Head& head, const CompareSide& side, const QString& name)
{
    head.side->setText(name);
    head.key->setFullText(shortId(side.key));
    const QString definition = side.definition.isEmpty() ? tr("no definition") : side.definition;
    head.state->setToolTip(QStringLiteral("%1 · %2").arg(side.key, definition)); // the other labels say what they elide
    head.state->setState(side.state);
    head.facts->setFullText(QStringLiteral("%1 · %2").arg(durationText(side.duration), tr("%n event(s)", nullptr, int(side.events))));
}

QString CompareTab::verdict() const
{
    std::size_t onlyLeft = 0;
    std::size_t onlyRight = 0;
    std::size_t moved = 0;
    std::size_t changed = 0;
    for (const CompareRow& row : sheet().rows) {
        onlyLeft += row.right ? 0 : 1;
        onlyRight += row.left ? 0 : 1;
        moved += row.hasMoved ? 1 : 0;
        changed += row.realDifferences() > 0 ? 1 : 0;
    }
    QStringList parts;
    const base::Duration longer = sheet().right.duration - sheet().left.duration;
    if (longer > base::Duration::zero())
        parts << tr("right took %1 longer").arg(durationText(longer));
    else if (longer < base::Duration::zero())
        parts << tr("right took %1 less").arg(durationText(-longer));
    if (onlyLeft > 0)
        parts << tr("%n only left", nullptr, int(onlyLeft));
    if (onlyRight > 0)
        parts << tr("%n only right", nullptr, int(onlyRight));
    if (moved > 0)
        parts << tr("%n out of order", nullptr, int(moved));
    if (changed > 0)
        parts << tr("%n with other fields", nullptr, int(changed));
    return parts.isEmpty() ? tr("no differences") : parts.join(QStringLiteral(" · "));
}

void CompareTab::showFields()
{
    const int row = m_rows->currentIndex().row();
    m_fields->hide();
    if (row < 0 || row >= m_model.rowCount()) {
        m_fieldModel.setFields({});
        m_fieldsNote->setText(tr("Choose a row to see which fields differ."));
        return;
    }
    const CompareRow& shown = sheet().rows[std::size_t(row)];
    m_fieldModel.setFields(shown.fields);
    m_fields->setVisible(!shown.fields.empty());
    if (!shown.isPair())
        m_fieldsNote->setText(tr("%1 happened on one side only.").arg(shown.type));
    else if (!shown.isRead)
        m_fieldsNote->setText(tr("The payloads of this row were not read: only those of the first %1 rows are.").arg(CompareSheet::kMaxRead));
    else if (shown.fields.empty())
        m_fieldsNote->setText(tr("%1: both payloads are equal.").arg(shown.type));
    else
        m_fieldsNote->setText(tr("%1: fields that differ").arg(shown.type));
}

void CompareTab::showSelection()
{
    const int row = m_model.rowOf(m_state.selectedEvent());
    if (row >= 0 && row != m_rows->currentIndex().row())
        m_rows->selectRow(row);
}

void CompareTab::swapSides()
{
    if (!sheet().isComplete())
        return;
    const base::SagaId left = m_left;
    m_left = m_told->saga;
    m_state.selectSaga(left);
}

void CompareTab::copy() const
{
    QGuiApplication::clipboard()->setText(toText(sheet()));
}

void CompareTab::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_left = {};
        Q_EMIT closed();
        return;
    }
    if (event->matches(QKeySequence::Copy) && sheet().isComplete())
        return copy();
    SagaView::keyPressEvent(event);
}

// Beside each other where that leaves room for values, else one above the other.
void CompareTab::resizeEvent(QResizeEvent* event)
{
    constexpr int kWideEnough = 640;
    constexpr int kRoomForFacts = 800;
    SagaView::resizeEvent(event);
    m_split->setOrientation(width() >= kWideEnough ? Qt::Horizontal : Qt::Vertical);
    for (const Head& head : {m_leftHead, m_rightHead})
        head.facts->setVisible(width() >= kRoomForFacts);
}

void CompareTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareTab::retranslate()
{
    m_swap->setText(tr("Swap"));
    m_swap->setToolTip(tr("Left becomes right"));
    m_unpin->setText(tr("Unpin"));
    m_unpin->setToolTip(tr("Pin the saga that is selected now as the left one instead. Esc ends comparing."));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the comparison as text; masked fields stay masked"));
    m_rows->setAccessibleName(tr("Aligned events of both sagas"));
    m_fields->setAccessibleName(tr("Fields that differ"));
    m_model.retranslate();
    m_fieldModel.retranslate();
    showHead(m_leftHead, sheet().left, tr("Left"));
    showHead(m_rightHead, sheet().right, tr("Right"));
    m_verdict->setText(verdict());
    m_verdict->setToolTip(m_verdict->text());
    if (m_left.isValid())
        m_message->setTexts(tr("%1 is pinned").arg(shortId(sheet().left.key)), tr("Now choose the saga to compare it with in the list. Esc ends comparing."));
    else
        m_message->setTexts(tr("Compare two sagas"), tr("Choose the first one in the list; then the second."));
}

} // namespace sagascope::ui
