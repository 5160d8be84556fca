// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ConnectDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include "ui/common/CodeText.h"

namespace sagascope::ui {

ConnectDialog::ConnectDialog(QWidget* parent)
    : QDialog(parent), m_bootstrap(new QLineEdit), m_pattern(new QLineEdit), m_readOnly(new QCheckBox),
      m_start(new QComboBox), m_time(new QDateTimeEdit), m_count(new QSpinBox), m_problem(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Connect to Kafka"));
    setupFields();
    setupLayout();
    restore();
    updateStart();
    check();
}

void ConnectDialog::setupFields()
{
    m_bootstrap->setPlaceholderText(QStringLiteral("broker-1:9092, broker-2:9092"));
    m_bootstrap->setMinimumWidth(360);
    m_readOnly->setText(tr("Read-only: never publish to this cluster"));
    m_start->addItems({tr("The beginning"), tr("The end: only what comes from now on"), tr("A moment"), tr("The last records")});
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setDateTime(QDateTime::currentDateTime().addSecs(-900));
    m_count->setRange(1, 10'000'000);
    m_count->setValue(1000);
    m_count->setSuffix(tr(" per partition"));
    m_problem->setObjectName(QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Connect"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("primary"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon({}); // some desktops put pictures on them
    for (QLineEdit* field : {m_bootstrap, m_pattern}) {
        field->setProperty("mono", true);
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::check);
    }
    connect(m_start, &QComboBox::currentIndexChanged, this, &ConnectDialog::updateStart);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        save();
        accept();
    });
}

void ConnectDialog::setupLayout()
{
    auto* startRow = new QHBoxLayout;
    startRow->addWidget(m_start, 1);
    startRow->addWidget(m_time);
    startRow->addWidget(m_count);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(12);
    form->addRow(tr("&Bootstrap servers"), m_bootstrap);
    form->addRow(tr("&Topics (pattern)"), m_pattern);
    auto* startLabel = new QLabel(tr("&Start at"));
    startLabel->setBuddy(m_start); // a row that is a layout finds none by itself
    form->addRow(startLabel, startRow);
    form->addRow(QString(), m_readOnly);
    form->addRow(m_problem);
    form->addRow(m_buttons);
}

void ConnectDialog::restore()
{
    const QSettings settings;
    m_bootstrap->setText(settings.value(QStringLiteral("connect/bootstrap"), QStringLiteral("localhost:9092")).toString());
    m_pattern->setText(
        settings.value(QStringLiteral("connect/pattern"), toQString(kafka::Profile().topicPattern)).toString());
    m_readOnly->setChecked(settings.value(QStringLiteral("connect/readOnly"), true).toBool());
    m_start->setCurrentIndex(settings.value(QStringLiteral("connect/start"), int(Beginning)).toInt());
}

void ConnectDialog::save() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("connect/bootstrap"), m_bootstrap->text());
    settings.setValue(QStringLiteral("connect/pattern"), m_pattern->text());
    settings.setValue(QStringLiteral("connect/readOnly"), m_readOnly->isChecked());
    settings.setValue(QStringLiteral("connect/start"), m_start->currentIndex());
}

void ConnectDialog::updateStart()
{
    m_time->setVisible(m_start->currentIndex() == FromTime);
    m_count->setVisible(m_start->currentIndex() == LastRecords);
}

void ConnectDialog::check()
{
    const auto verdict = request().profile.check();
    m_problem->setText(verdict ? QString() : errorSentence(verdict.error()));
    m_problem->setToolTip(verdict ? QString() : toQString(verdict.error().detail));
    m_problem->setVisible(!verdict);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(verdict.isOk());
}

KafkaRequest ConnectDialog::request() const
{
    KafkaRequest request;
    request.profile.bootstrap = m_bootstrap->text().remove(u' ').toStdString();
    request.profile.name = request.profile.bootstrap;
    request.profile.topicPattern = m_pattern->text().trimmed().toStdString();
    request.profile.isReadOnly = m_readOnly->isChecked();
    switch (m_start->currentIndex()) {
    case End: request.start = kafka::StartPoint::end(); break;
    case FromTime:
        request.start = kafka::StartPoint::at(base::fromUnixMilliseconds(m_time->dateTime().toMSecsSinceEpoch()));
        break;
    case LastRecords: request.start = kafka::StartPoint::last(m_count->value()); break;
    default: break;
    }
    return request;
}

} // namespace sagascope::ui
