// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/SearchPicker.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/common/ChoiceBox.h"

namespace sagascope::ui {

using By = kafka::RecordSearch::By;

SearchPicker::SearchPicker(QWidget* parent) : QWidget(parent), m_by(new ChoiceBox), m_sought(new QLineEdit)
{
    m_by->addItem(tr("Everything"), int(By::Nothing));
    m_by->addItem(tr("One key"), int(By::Key));
    m_by->addItem(tr("One text"), int(By::Text));
    m_by->setItemData(1, tr("Fetches only the partition of each topic that the services' partitioner gives the key"), Qt::ToolTipRole);
    m_by->setItemData(2, tr("Fetches everything in the window, and keeps records whose key, value or headers contain it"), Qt::ToolTipRole);
    m_by->setAccessibleName(tr("Look for"));
    m_sought->setProperty("mono", true);
    m_sought->setAccessibleName(tr("What to look for"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_by, 1);
    row->addWidget(m_sought, 2);
    setFocusProxy(m_by);
    connect(m_by, &QComboBox::currentIndexChanged, this, &SearchPicker::updateFields);
    connect(m_by, &QComboBox::activated, this, &SearchPicker::edited);
    connect(m_sought, &QLineEdit::textEdited, this, &SearchPicker::edited);
    updateFields();
}

void SearchPicker::updateFields()
{
    m_sought->setVisible(by() != By::Nothing);
    m_sought->setPlaceholderText(by() == By::Key ? tr("bkg_1042, … : only its partitions are fetched")
                                                 : tr("BK-7741, … : all of the window is fetched"));
}

void SearchPicker::setSearch(By by, const std::string& sought)
{
    m_sought->setText(QString::fromStdString(sought));
    m_by->setCurrentIndex(m_by->findData(int(by)));
    updateFields();
}

By SearchPicker::by() const
{
    return By(m_by->currentData().toInt());
}

std::string SearchPicker::sought() const
{
    return m_sought->text().trimmed().toStdString();
}

QWidget* SearchPicker::soughtInput() const
{
    return m_sought;
}

} // namespace sagascope::ui
