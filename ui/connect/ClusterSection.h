// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/ProfileSection.h"

namespace sagascope::ui {

/// Which cluster it is, how it is called, and whether it may be written to.
class ClusterSection : public ProfileSection
{
    Q_OBJECT

public:
    explicit ClusterSection(QWidget* parent = nullptr);

    void load(const ProfileDraft& draft) override;
    void store(ProfileDraft& draft) const override;
    [[nodiscard]] QWidget* inputFor(const std::string& member) const override;

private:
    void setupColours();
    void updateReadOnly();
    [[nodiscard]] kafka::Environment environment() const;

    QLineEdit* m_name;
    QComboBox* m_environment;
    QComboBox* m_colour;
    QLineEdit* m_bootstrap;
    QCheckBox* m_readOnly;
    bool m_isUsuallyReadOnly = false; ///< in the environment that is chosen
};

} // namespace sagascope::ui
