// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace sagascope::ui {

class ElidedLabel;

/// A bordered surface with a header row (title, muted subtitle, actions at the right) and one body below it.
/// The header hides itself when it has nothing to say. GUI thread only.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle); ///< beside the title, elided when room is short
    void setBody(QWidget* body);               ///< takes ownership; replaces (and deletes) an earlier body
    [[nodiscard]] QVBoxLayout* columnBody();   ///< the same with a body of parts below one another, to be added to the column
    void addAction(QWidget* action);           ///< right end of the header, left to right; takes ownership
    void setSecondRow(QWidget* row);           ///< below the title, above the body; takes ownership
    void keepTitle();                          ///< the title is never elided: others give way
    void addBesideTitle(QWidget* widget);      ///< between title and subtitle; takes ownership
    using QFrame::addAction;

private:
    void updateHeader();
    QWidget* m_header;
    QHBoxLayout* m_headerRow;
    QHBoxLayout* m_besideTitle;
    QHBoxLayout* m_actions;
    QVBoxLayout* m_headerColumn;
    QVBoxLayout* m_column;
    ElidedLabel* m_title;
    ElidedLabel* m_subtitle;
    QWidget* m_body = nullptr;
    bool m_hasActions = false;
};

} // namespace sagascope::ui
