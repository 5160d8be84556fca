// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Panel.h"
#include "ui/sagas/definitions/DefinitionListModel.h"

class QListView;
class QMenu;
class QToolButton;

namespace sagascope::ui {

/// The definitions at the left of the page, with what can be done to them. GUI thread only.
class DefinitionList : public Panel
{
    Q_OBJECT

public:
    explicit DefinitionList(const DefinitionShelf& shelf, QWidget* parent = nullptr);

    [[nodiscard]] int current() const;
    void setCurrent(int index); ///< tells nobody
    [[nodiscard]] QListView* view() const { return m_view; }

Q_SIGNALS:
    void chosen(int index); ///< by the person
    void newWanted();
    void duplicateWanted(int index);
    void removeWanted(int index);
    void importWanted();
    void exportWanted(int index);
    void proposeWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupMenu();
    void updateActions();
    void retranslate();

    const DefinitionShelf& m_shelf;
    DefinitionListModel m_model;
    QListView* m_view;
    QToolButton* m_new;
    QToolButton* m_more;
    QMenu* m_menu;
    QAction* m_newAction;
    QAction* m_duplicate;
    QAction* m_remove;
    QAction* m_import;
    QAction* m_export;
    QAction* m_propose;
    bool m_isQuiet = false;
};

} // namespace sagascope::ui
