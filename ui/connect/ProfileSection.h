// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/connect/ProfileDraft.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace sagascope::ui {

/// A part of the form under its heading. It lives in a modal dialog, so its texts never change. GUI thread.
class ProfileSection : public QWidget
{
    Q_OBJECT

public:
    virtual void load(const ProfileDraft& draft) = 0;
    virtual void store(ProfileDraft& draft) const = 0;
    /// The input for a member that ClusterProfile::check() named; null: it is elsewhere.
    [[nodiscard]] virtual QWidget* inputFor(const std::string& member) const = 0;

Q_SIGNALS:
    void edited(); ///< by the person

protected:
    explicit ProfileSection(const QString& title, QWidget* parent = nullptr);

    QLineEdit* addLine(const QString& label, const QString& placeholder = {}, bool isMono = true);
    QLineEdit* addFile(const QString& label, const QString& placeholder, const QString& filter);
    QComboBox* addChoice(const QString& label);
    QCheckBox* addCheck(const QString& text);
    QPlainTextEdit* addLines(const QString& label, const QString& placeholder);
    QLabel* addRemark(const QString& text = {});
    void addRow(const QString& label, QWidget* field);
    void setRowVisible(QWidget* field, bool visible);

private:
    QFormLayout* m_form;
};

} // namespace sagascope::ui
