// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/ProfileSection.h"

class QCheckBox;
class QDoubleSpinBox;

namespace sagascope::ui {

class SearchPicker;
class StartPicker;
class UntilPicker;

/// What is read of the cluster, and from where.
class ReadingSection : public ProfileSection
{
    Q_OBJECT

public:
    explicit ReadingSection(QWidget* parent = nullptr);

    void load(const ProfileDraft& draft) override;
    void store(ProfileDraft& draft) const override;
    [[nodiscard]] QWidget* inputFor(const std::string& member) const override;

private:
    QLineEdit* m_pattern;
    StartPicker* m_start;
    UntilPicker* m_until;
    SearchPicker* m_search;
    QCheckBox* m_isAll; ///< read uncommitted
    QSpinBox* m_oneIn;
    QPlainTextEdit* m_groups;
    QDoubleSpinBox* m_interval;
};

/// Where brokers are that advertise names which mean nothing here.
class HostsSection : public ProfileSection
{
    Q_OBJECT

public:
    explicit HostsSection(QWidget* parent = nullptr);

    void load(const ProfileDraft& draft) override;
    void store(ProfileDraft& draft) const override;
    [[nodiscard]] QWidget* inputFor(const std::string& member) const override;

private:
    QPlainTextEdit* m_hosts;
};

} // namespace sagascope::ui
