// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ReadingSection.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include "ui/common/CodeText.h"
#include "ui/connect/SearchPicker.h"
#include "ui/connect/StartPicker.h"
#include "ui/connect/UntilPicker.h"

namespace sagascope::ui {
namespace {

void setText(QPlainTextEdit* lines, const std::string& text)
{
    const QSignalBlocker quiet(lines);
    lines->setPlainText(toQString(text));
}

} // namespace

ReadingSection::ReadingSection(QWidget* parent)
    : ProfileSection(tr("What to read"), parent), m_pattern(addLine(tr("Top&ics (pattern)"))), m_start(new StartPicker),
      m_until(new UntilPicker), m_search(new SearchPicker)
{
    addRow(tr("&Start at"), m_start);
    addRow(tr("&End at"), m_until);
    addRow(tr("Look &for"), m_search);
    m_isAll = new QCheckBox(tr("Records of open and aborted transactions, too"));
    addRow({}, m_isAll);
    m_oneIn = new QSpinBox;
    m_oneIn->setRange(1, 1'000'000);
    m_oneIn->setPrefix(tr("1 in "));
    m_oneIn->setSpecialValueText(tr("everybody"));
    m_oneIn->setAccessibleName(tr("Sagas of"));
    m_oneIn->setToolTip(tr("Whole sagas of one traveller in so many. Saves memory, not transfer: everything is still read."));
    addRow(tr("Sa&gas of"), m_oneIn);
    m_groups = addLines(tr("Consu&mer groups"), tr("billing: dreamscape.payment.completed, …\nEmpty: the groups that the catalog knows"));
    m_interval = new QDoubleSpinBox;
    m_interval->setRange(0.5, 3600);
    m_interval->setDecimals(1);
    m_interval->setSuffix(tr(" s"));
    m_interval->setAccessibleName(tr("New topics every"));
    addRow(tr("Ne&w topics every"), m_interval);
    connect(m_start, &StartPicker::edited, this, &ProfileSection::edited);
    connect(m_until, &UntilPicker::edited, this, &ProfileSection::edited);
    connect(m_search, &SearchPicker::edited, this, &ProfileSection::edited);
    connect(m_isAll, &QCheckBox::toggled, this, &ProfileSection::edited);
    connect(m_oneIn, &QSpinBox::valueChanged, this, &ProfileSection::edited);
    connect(m_interval, &QDoubleSpinBox::valueChanged, this, &ProfileSection::edited);
}

void ReadingSection::load(const ProfileDraft& draft)
{
    const QSignalBlocker quiet(m_interval);
    const QSignalBlocker quietSample(m_oneIn);
    const QSignalBlocker quietIsolation(m_isAll);
    m_pattern->setText(toQString(draft.profile.topicPattern));
    m_start->setStart(draft.profile.scope.start, draft.offsets);
    m_until->setUntil(draft.profile.scope.isUntilEnd, draft.profile.scope.until);
    m_search->setSearch(draft.profile.scope.search.by, draft.sought);
    m_isAll->setChecked(draft.profile.scope.isolation == kafka::IsolationLevel::ReadUncommitted);
    m_oneIn->setValue(int(draft.profile.scope.oneIn));
    setText(m_groups, draft.groups);
    m_interval->setValue(double(draft.profile.metadataInterval.count()) / 1000);
}

void ReadingSection::store(ProfileDraft& draft) const
{
    draft.profile.topicPattern = m_pattern->text().trimmed().toStdString();
    draft.profile.scope.start = m_start->start();
    draft.offsets = m_start->offsets();
    draft.profile.scope.isUntilEnd = m_until->isUntilEnd();
    draft.profile.scope.until = m_until->until();
    draft.profile.scope.search.by = m_search->by();
    draft.sought = m_search->sought();
    draft.profile.scope.isolation = m_isAll->isChecked() ? kafka::IsolationLevel::ReadUncommitted
                                                         : kafka::IsolationLevel::ReadCommitted;
    draft.profile.scope.oneIn = std::uint32_t(m_oneIn->value());
    draft.groups = m_groups->toPlainText().toStdString();
    draft.profile.metadataInterval = std::chrono::milliseconds(qRound64(m_interval->value() * 1000));
}

QWidget* ReadingSection::inputFor(const std::string& member) const
{
    if (member == "topicPattern")
        return m_pattern;
    if (member == "offsets")
        return m_start->offsetsInput();
    if (member == "until")
        return m_until->momentInput();
    if (member == "sought")
        return m_search->soughtInput();
    return member == "groups" ? m_groups : nullptr;
}

HostsSection::HostsSection(QWidget* parent)
    : ProfileSection(tr("Host map"), parent), m_hosts(addLines(tr("A&dvertised = reachable"), QStringLiteral("kafka:9092=localhost:9095")))
{
    addRemark(tr("For brokers that advertise names which cannot be reached from here. TLS still checks the advertised name."));
}

void HostsSection::load(const ProfileDraft& draft)
{
    setText(m_hosts, draft.hosts);
}

void HostsSection::store(ProfileDraft& draft) const
{
    draft.hosts = m_hosts->toPlainText().toStdString();
}

QWidget* HostsSection::inputFor(const std::string& member) const
{
    return member == "hosts" ? m_hosts : nullptr;
}

} // namespace sagascope::ui
