// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sagascope::ui {

/// What went wrong, to what, and the fix as a button. It stays until somebody acts or closes it; the newest wins.
/// Hidden while there is nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Error, Warning, Notice };

    struct Fix
    {
        QString text;
        std::function<void()> run;
    };

    explicit MessageBar(QWidget* parent = nullptr);

    /// `details` is for the tooltip: the cause in the words of the part that saw it.
    void tell(Kind kind, const QString& sentence, const std::vector<Fix>& fixes = {}, const QString& details = {});
    /// Other words for what it says already; its buttons stay.
    void amend(const QString& sentence);
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* m_text;
    QHBoxLayout* m_fixes;
    QToolButton* m_close;
};

} // namespace sagascope::ui
