// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/common/LatestWins.h"
#include "ui/sagas/SagaPages.h"
#include "ui/sagas/definitions/DefinitionShelf.h"
#include "ui/sagas/definitions/Vocabulary.h"
#include "ui/state/ViewState.h"

class QAction;
class QPushButton;
class QSplitter;
class QToolButton;

namespace sagascope::ui {

class DefinitionForm;
class DefinitionKeeper;
class DefinitionList;
class DefinitionTextPane;
class MessageBar;
class Panel;
class WhatIfPanel;

/// Saga definitions: read, changed as a form and as JSON side by side, tried at once on what was recorded, and saved.
/// What is not saved stays here until it is saved or thrown away. GUI thread only.
class DefinitionsPage : public SagaPage
{
    Q_OBJECT

public:
    /// Without a keeper nothing can be saved.
    DefinitionsPage(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, DefinitionKeeper* keeper = nullptr,
                    QWidget* parent = nullptr);
    ~DefinitionsPage() override;

    [[nodiscard]] static QString pageName() { return QStringLiteral("definitions"); }
    [[nodiscard]] static QString pageTitle() { return tr("Definitions"); }
    [[nodiscard]] QString name() const override { return pageName(); }
    [[nodiscard]] QString title() const override { return pageTitle(); }
    [[nodiscard]] bool isSettled() const override;

    void open(const std::string& name); ///< nothing happens when there is none
    void openEntry(int index);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const DefinitionShelf& shelf() const { return m_shelf; }
    [[nodiscard]] DefinitionDocument* document() const { return m_document; }

    bool save();
    bool saveEntry(int index);
    /// Takes away what the person made; the caller has asked.
    bool removeEntry(int index);
    bool importFile(const QString& path);
    bool exportFile(int index, const QString& path);
    /// Opens a new definition, made from these sagas of the snapshot, with what speaks for each of its parts.
    void propose(const session::SnapshotPtr& snapshot, std::vector<base::SagaId> sagas);
    /// Asks what to do with unsaved changes; false when the person would rather stay.
    [[nodiscard]] bool canLeave();

Q_SIGNALS:
    void listedSagasWanted(); ///< for a proposal: whoever has the list answers with propose()

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupLayout();
    void setupActions();
    void connectParts();
    void connectDocument(DefinitionDocument* document);
    void arrange();
    void retranslate();
    void takeCatalog();
    void showDocument();
    void showHead();
    void askWhatIf();
    void add(compose::Json root, std::shared_ptr<const saga::Proposal> proposal = nullptr);
    void showEvidence();
    void takeProposal(std::optional<saga::Proposal> proposal);
    void askToRemove(int index);
    void askForImport();
    void askForExport(int index);
    void openExample(base::EventIndex member);
    void tell(const base::Error& error);

    ViewState& m_state;
    DefinitionKeeper* m_keeper;
    DefinitionShelf m_shelf;
    Vocabulary m_words;
    DefinitionDocument* m_document = nullptr;
    int m_current = -1;
    DefinitionList* m_list;
    Panel* m_panel;
    MessageBar* m_messages;
    DefinitionForm* m_form;
    DefinitionTextPane* m_text;
    WhatIfPanel* m_whatIf;
    QSplitter* m_sides;
    QSplitter* m_stack;
    QSplitter* m_whole;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_saveAction;
    QToolButton* m_undoButton;
    QToolButton* m_redoButton;
    QToolButton* m_revert;
    QPushButton* m_save;
    bool m_isArranged = false;
    LatestWins<std::optional<saga::Proposal>> m_proposer;
};

} // namespace sagascope::ui
