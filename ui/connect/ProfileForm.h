// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <array>

#include "ui/connect/ProfileDraft.h"

namespace sagascope::ui {

class ProfileSection;

/// One profile as a form, its parts one below the other. GUI thread.
class ProfileForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget* parent = nullptr);

    /// Wide enough for every part: nothing scrolls sideways.
    [[nodiscard]] QSize minimumSizeHint() const override;
    void load(const ProfileDraft& draft);
    void store(ProfileDraft& draft) const;
    /// Brings the input for a member into view and gives it the focus.
    void focusMember(const std::string& member);
    /// Marks the input of the member that is wrong; empty: none.
    void markMember(const std::string& member);

Q_SIGNALS:
    void edited(); ///< by the person

private:
    [[nodiscard]] QWidget* inputFor(const std::string& member) const;

    std::array<ProfileSection*, 4> m_sections;
    QWidget* m_marked = nullptr;
    bool m_isLoading = false;
};

} // namespace sagascope::ui
