// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

#include "core/session/redaction/RedactionRules.h"

class QCheckBox;
class QLabel;
class QLineEdit;

namespace sagascope::ui {

/// What is taken out of a capture before it is saved, as a form; remembers what was chosen last. GUI thread.
class RedactionForm : public QWidget
{
    Q_OBJECT

public:
    explicit RedactionForm(QWidget* parent = nullptr);

    [[nodiscard]] const session::RedactionRules& rules() const { return m_rules; }
    [[nodiscard]] bool isValid() const { return m_isValid; } ///< otherwise a field is none, and rules() are the last ones
    void setRules(const session::RedactionRules& rules);
    void remember() const;

Q_SIGNALS:
    void changed();

private:
    void readChoice();
    void restore();

    std::array<QCheckBox*, 4> m_kinds; ///< secrets, e-mail, phone, IP
    QLineEdit* m_fields;
    QLabel* m_fault;
    session::RedactionRules m_rules;
    bool m_isValid = true;
};

} // namespace sagascope::ui
