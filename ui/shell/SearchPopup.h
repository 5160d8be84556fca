// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;
class QListWidget;

namespace sagascope::ui {

/// What hangs below the search field: the mistake in it, if there is one, and a list of ways to go on (completions, recent
/// searches, or the language's help). It never takes the focus: the field hands it the keys that are its. GUI thread.
class SearchPopup : public QFrame
{
    Q_OBJECT

public:
    struct Entry
    {
        QString text;    ///< what choosing it writes
        QString meaning; ///< beside it, muted
    };

    explicit SearchPopup(QWidget* parent);

    void setProblem(const QString& problem);
    void setEntries(const QString& heading, std::vector<Entry> entries);
    /// Shows itself below `field` when it has something to say, else hides.
    void showBelow(const QWidget& field);
    /// Up and Down; from before the first to the last and back round.
    void moveSelection(int step);
    [[nodiscard]] int selected() const; ///< -1 while none is
    [[nodiscard]] bool isEmpty() const { return m_entries.empty() && m_problemText.isEmpty(); }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] const QString& problem() const { return m_problemText; }

Q_SIGNALS:
    void chosen(int entry);

private:
    QLabel* m_problem;
    QLabel* m_heading;
    QListWidget* m_list;
    std::vector<Entry> m_entries;
    QString m_problemText;
};

} // namespace sagascope::ui
