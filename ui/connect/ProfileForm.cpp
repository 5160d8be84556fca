// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileForm.h"

#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/common/Separator.h"
#include "ui/connect/ClusterSection.h"
#include "ui/connect/ReadingSection.h"
#include "ui/connect/SecuritySection.h"

namespace sagascope::ui {
namespace {

void setInvalid(QWidget* input, bool isInvalid)
{
    input->setProperty("invalid", isInvalid);
    input->style()->unpolish(input);
    input->style()->polish(input);
}

} // namespace

ProfileForm::ProfileForm(QWidget* parent)
    : QScrollArea(parent), m_sections{new ClusterSection, new SecuritySection, new ReadingSection, new HostsSection}
{
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("scrolled"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (ProfileSection* section : m_sections) {
        if (section != m_sections.front())
            column->addWidget(new Separator);
        column->addWidget(section);
        connect(section, &ProfileSection::edited, this, [this] {
            if (!m_isLoading)
                Q_EMIT edited();
        });
    }
    column->addStretch(1);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
}

QSize ProfileForm::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

void ProfileForm::load(const ProfileDraft& draft)
{
    m_isLoading = true;
    for (ProfileSection* section : m_sections)
        section->load(draft);
    m_isLoading = false;
}

void ProfileForm::store(ProfileDraft& draft) const
{
    for (const ProfileSection* section : m_sections)
        section->store(draft);
}

QWidget* ProfileForm::inputFor(const std::string& member) const
{
    for (const ProfileSection* section : m_sections)
        if (QWidget* input = section->inputFor(member))
            return input;
    return nullptr;
}

void ProfileForm::focusMember(const std::string& member)
{
    if (QWidget* input = inputFor(member)) {
        ensureWidgetVisible(input);
        input->setFocus(Qt::OtherFocusReason);
    }
}

void ProfileForm::markMember(const std::string& member)
{
    QWidget* input = inputFor(member);
    if (input == m_marked)
        return;
    if (m_marked != nullptr)
        setInvalid(m_marked, false);
    if (input != nullptr)
        setInvalid(input, true);
    m_marked = input;
}

} // namespace sagascope::ui
