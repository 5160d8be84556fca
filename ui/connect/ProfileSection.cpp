// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileSection.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>

#include "ui/common/ChoiceBox.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kLabelWidth = 150; ///< the same for all sections, so that their fields stand in one column

} // namespace

ProfileSection::ProfileSection(const QString& title, QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    setObjectName(QStringLiteral("scrolled"));
    m_form->setContentsMargins(12, 8, 12, 8);
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(12);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto* heading = new QLabel(title);
    heading->setObjectName(QStringLiteral("panelTitle"));
    m_form->addRow(heading);
}

void ProfileSection::addRow(const QString& label, QWidget* field)
{
    auto* name = new QLabel(label);
    name->setFixedWidth(kLabelWidth);
    name->setWordWrap(true);
    name->setBuddy(field->focusProxy() != nullptr ? field->focusProxy() : field);
    m_form->addRow(name, field);
}

QLineEdit* ProfileSection::addLine(const QString& label, const QString& placeholder, bool isMono)
{
    auto* line = new QLineEdit;
    line->setPlaceholderText(placeholder);
    line->setProperty("mono", isMono);
    line->setAccessibleName(QString(label).remove(u'&'));
    connect(line, &QLineEdit::textEdited, this, &ProfileSection::edited);
    addRow(label, line);
    return line;
}

QLineEdit* ProfileSection::addFile(const QString& label, const QString& placeholder, const QString& filter)
{
    auto* row = new QWidget;
    auto* line = new QLineEdit;
    auto* browse = new QToolButton;
    const QString name = QString(label).remove(u'&');
    line->setPlaceholderText(placeholder);
    line->setProperty("mono", true);
    line->setAccessibleName(name);
    browse->setText(tr("Choose…"));
    browse->setAccessibleName(tr("Choose: %1").arg(name));
    browse->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    row->setFocusProxy(line);
    connect(line, &QLineEdit::textEdited, this, &ProfileSection::edited);
    connect(browse, &QToolButton::clicked, this, [this, line, name, filter] {
        const QString file = QFileDialog::getOpenFileName(this, name, line->text(), filter);
        if (file.isEmpty())
            return;
        line->setText(file);
        Q_EMIT edited();
    });
    addRow(label, row);
    return line;
}

QComboBox* ProfileSection::addChoice(const QString& label)
{
    auto* box = new ChoiceBox;
    box->setAccessibleName(QString(label).remove(u'&'));
    connect(box, &QComboBox::activated, this, &ProfileSection::edited);
    addRow(label, box);
    return box;
}

QCheckBox* ProfileSection::addCheck(const QString& text)
{
    auto* check = new QCheckBox(text);
    connect(check, &QCheckBox::clicked, this, &ProfileSection::edited);
    addRow({}, check);
    return check;
}

QPlainTextEdit* ProfileSection::addLines(const QString& label, const QString& placeholder)
{
    auto* lines = new QPlainTextEdit;
    lines->setPlaceholderText(placeholder);
    lines->setProperty("mono", true);
    lines->setTabChangesFocus(true);
    lines->setFixedHeight(64);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setAccessibleName(QString(label).remove(u'&'));
    connect(lines, &QPlainTextEdit::textChanged, this, &ProfileSection::edited);
    addRow(label, lines);
    return lines;
}

QLabel* ProfileSection::addRemark(const QString& text)
{
    auto* remark = new QLabel(text);
    remark->setObjectName(QStringLiteral("small"));
    remark->setWordWrap(true);
    remark->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // a form gives others no more than they ask for
    addRow({}, remark);
    return remark;
}

void ProfileSection::setRowVisible(QWidget* field, bool visible)
{
    QWidget* inRow = field;
    while (inRow->parentWidget() != this)
        inRow = inRow->parentWidget();
    if (QWidget* label = m_form->labelForField(inRow))
        label->setVisible(visible);
    inRow->setVisible(visible);
}

} // namespace sagascope::ui
