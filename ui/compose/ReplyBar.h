// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <string>
#include <vector>

class QComboBox;
class QToolButton;

namespace sagascope::ui {

class ElidedLabel;

/// Which event the draft answers, as what, and in which saga. Hidden while it answers none. GUI thread.
class ReplyBar : public QFrame
{
    Q_OBJECT

public:
    explicit ReplyBar(QWidget* parent = nullptr);

    /// `types`: what may follow, the chosen one among them or not.
    void showReply(const QString& parentType, const QString& parentId, const std::vector<std::string>& types);
    void setChosen(const QString& eventType);
    void setSaga(const QString& text);
    [[nodiscard]] QComboBox* choices() const { return m_types; }

Q_SIGNALS:
    void typeChosen(const QString& eventType);
    void dropped();
    void parentWanted(); ///< show the event that is answered

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString m_parentType;
    QString m_parentId;
    ElidedLabel* m_text;
    ElidedLabel* m_saga;
    QComboBox* m_types;
    QToolButton* m_show;
    QToolButton* m_drop;
};

} // namespace sagascope::ui
