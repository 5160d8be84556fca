// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/GapDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

#include "ui/common/TableColumns.h"
#include "ui/common/TableDress.h"

namespace sagascope::ui {

GapDialog::GapDialog(kafka::Profile profile, Gaps gaps, std::int64_t total, QWidget* parent)
    : QDialog(parent), m_profile(std::move(profile)), m_model(new GapModel(std::move(gaps), this)),
      m_table(new QTableView), m_progress(new QLabel), m_look(new QPushButton)
{
    setWindowTitle(tr("Offsets without a record"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* words = new QLabel(tr("%1 offsets were passed without a record. A transaction that was aborted leaves such gaps, "
                                "every transaction leaves one for its marker, and so does compaction. A second look, as "
                                "a client that sees uncommitted records, tells the aborted ones from the others.")
                                 .arg(QLocale().toString(qlonglong(total))));
    words->setWordWrap(true);
    dressTable(*m_table, *m_model);
    m_table->setAccessibleName(windowTitle());
    fitColumns(*m_table);
    m_progress->setObjectName(QStringLiteral("muted"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_look, QDialogButtonBox::ActionRole);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    connect(&m_reading, &QFutureWatcher<Answer>::finished, this, [this] { take(m_reading.future().takeResult()); });
    connect(m_look, &QPushButton::clicked, this, &GapDialog::look);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_table, 1);
    column->addWidget(m_progress);
    column->addWidget(buttons);
    resize(760, 480);
    showProgress();
}

GapDialog::~GapDialog()
{
    m_stop.requestStop();
}

/// All that are not known yet, or stops.
void GapDialog::look()
{
    if (m_isLooking)
        m_stop.requestStop(); // take() ends it
    else
        lookAt(m_model->nextUnknown(0));
    showProgress();
}

void GapDialog::lookAt(int row)
{
    m_isLooking = row < m_model->rowCount();
    if (!m_isLooking)
        return;
    m_stop = {};
    m_reading.setFuture(QtConcurrent::run([profile = m_profile, gap = m_model->gap(row), row, stop = m_stop.token()] {
        kafka::GapOptions options;
        options.isStopped = [stop] { return stop.stopRequested(); };
        return Answer{row, kafka::readGap(profile, gap, options)};
    }));
}

void GapDialog::take(Answer answer)
{
    m_isLooking = false;
    if (!m_stop.token().stopRequested()) {
        m_model->setContents(answer.row, std::move(answer.contents));
        m_table->scrollTo(m_model->index(answer.row, 0));
        lookAt(m_model->nextUnknown(answer.row));
    }
    showProgress();
}

void GapDialog::showProgress()
{
    const int next = m_model->nextUnknown(0);
    const int count = m_model->rowCount();
    m_look->setText(m_isLooking ? tr("Stop") : tr("Look into them"));
    m_look->setEnabled(m_isLooking || next < count);
    m_progress->setText(m_isLooking ? tr("looking into gap %1 of %2…").arg(next + 1).arg(count)
                                    : tr("%n gap(s)", nullptr, count));
}

} // namespace sagascope::ui
