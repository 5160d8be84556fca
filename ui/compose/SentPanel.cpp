// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SentPanel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include "ui/common/Panel.h"
#include "ui/common/TightLayout.h"
#include "ui/state/ViewState.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

SentPanel::SentPanel(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state),
      m_model(new SentModel([&state](base::Timestamp time) { return state.formatTime(time); }, this)), m_panel(new Panel),
      m_stack(new QStackedWidget), m_empty(new QLabel), m_table(new QTableView)
{
    setupTable();
    m_empty->setObjectName(QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(12);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_panel->setBody(m_stack);
    auto* column = tightColumn(this);
    column->addWidget(m_panel);
    setMinimumHeight(96);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &SentPanel::showCount);
    connect(&m_state, &ViewState::timeFormatChanged, m_model, &SentModel::refreshTexts);
    connect(&m_state, &ViewState::sessionReplaced, m_model, &SentModel::endSession);
    retranslate();
}

void SentPanel::setupTable()
{
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(Theme::kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SentModel::Effect, QHeaderView::Stretch);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::clicked, this, &SentPanel::select);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) { select(index); });
}

void SentPanel::select(const QModelIndex& index)
{
    if (index.isValid() && m_model->at(index.row()).event.isValid())
        m_state.selectEvent(m_model->at(index.row()).event);
}

bool SentPanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool isReturn = event->type() == QEvent::KeyPress && (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Return ||
                                                                static_cast<QKeyEvent*>(event)->key() == Qt::Key_Enter);
    const QModelIndex current = m_table->currentIndex();
    if (!isReturn || static_cast<QKeyEvent*>(event)->modifiers() != Qt::NoModifier || !current.isValid())
        return QWidget::eventFilter(watched, event);
    select(current);
    if (m_model->at(current.row()).saga.isValid())
        Q_EMIT m_state.roomRequested(QStringLiteral("sagas"));
    return true;
}

void SentPanel::follow()
{
    if (!m_model->follow(*m_state.live()))
        QTimer::singleShot(0, this, &SentPanel::follow);
}

void SentPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->refreshTexts();
    }
}

void SentPanel::retranslate()
{
    m_panel->setTitle(tr("Sent"));
    m_empty->setText(tr("Nothing sent yet. What you publish is listed here with its partition, its offset and the saga that it moved."));
    m_table->setAccessibleName(tr("Sent events"));
    showCount();
}

void SentPanel::showCount()
{
    const int count = m_model->rowCount();
    m_panel->setSubtitle(count == 0 ? QString() : tr("Return shows the saga"));
    m_stack->setCurrentIndex(count == 0 ? 0 : 1);
}

} // namespace sagascope::ui
