// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/HexPage.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include "ui/common/ChoiceBox.h"
#include "ui/common/CodeText.h"
#include "ui/common/HexModel.h"
#include "ui/common/TableDress.h"
#include "ui/common/TightLayout.h"

namespace sagascope::ui {

HexPage::HexPage(QWidget* parent)
    : QWidget(parent), m_model(new HexModel(this)), m_choice(new ChoiceBox), m_note(new QLabel), m_table(new QTableView)
{
    dressTable(*m_table, *m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->setDefaultSectionSize(20);
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setWordWrap(true);
    auto* row = tightRow(nullptr, 10);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_choice);
    row->addWidget(m_note, 1);
    auto* column = tightColumn(this);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    connect(m_choice, &QComboBox::activated, this, &HexPage::showPart);
    retranslate();
}

void HexPage::setReading(const EventReading& reading)
{
    m_reading = reading;
    fillParts();
}

void HexPage::setMasked(bool isMasked)
{
    m_isMasked = isMasked;
    showPart();
}

void HexPage::fillParts()
{
    m_parts.clear();
    const auto add = [&](const QString& name, const ReadBytes& bytes, std::optional<std::size_t> mark) {
        m_parts.push_back({name, bytes.whole, bytes.masked, mark});
    };
    if (m_reading.valueBytes)
        add(tr("Value"), *m_reading.valueBytes, m_reading.undecodable ? std::optional(m_reading.trouble.position) : std::nullopt);
    if (m_reading.keyBytes)
        add(tr("Key"), *m_reading.keyBytes, {});
    for (const ReadHeader& header : m_reading.headers)
        if (header.value)
            add(tr("Header %1").arg(header.name), header.bytes, {});
    const int chosen = std::max(0, m_choice->currentIndex());
    m_choice->clear();
    for (const Part& part : m_parts)
        m_choice->addItem(QStringLiteral("%1 · %2").arg(part.name, sizeText(part.bytes.size())));
    m_choice->setCurrentIndex(chosen < m_choice->count() ? chosen : 0);
    m_choice->setEnabled(!m_parts.empty());
    showPart();
}

void HexPage::showPart()
{
    const int chosen = m_choice->currentIndex();
    if (chosen < 0) {
        m_model->setBytes({});
        m_note->setText(tr("The record has neither key, value nor headers."));
        return;
    }
    const Part& part = m_parts[std::size_t(chosen)];
    const bool isChanged = m_isMasked && part.masked != part.bytes;
    m_model->setBytes(isChanged ? part.masked : part.bytes, isChanged ? std::nullopt : part.mark);
    m_note->setText(isChanged ? tr("Secrets are masked: places behind one are not those on the wire.") : QString());
    for (const auto& [column, width] : {std::pair<int, int>{HexModel::Offset, 64}, {HexModel::Hex, 380}})
        m_table->setColumnWidth(column, width);
    if (m_model->markedRow() >= 0)
        m_table->selectRow(m_model->markedRow());
}

void HexPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HexPage::retranslate()
{
    m_choice->setAccessibleName(tr("Part of the record"));
    m_table->setAccessibleName(tr("Bytes"));
    m_model->retranslate();
    fillParts();
}

} // namespace sagascope::ui
