// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionsPage.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <utility>

#include "ui/common/CodeEdit.h"
#include "ui/common/CodeText.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionForm.h"
#include "ui/sagas/definitions/DefinitionKeeper.h"
#include "ui/sagas/definitions/DefinitionList.h"
#include "ui/sagas/definitions/DefinitionTextPane.h"
#include "ui/sagas/definitions/WhatIfPanel.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kListWidth = 210;

QToolButton* flatButton(QAction* action, const QString& sign)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("flat"));
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    button->setText(sign);
    return button;
}

} // namespace

DefinitionsPage::DefinitionsPage(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, DefinitionKeeper* keeper, QWidget* parent)
    : SagaPage(parent), m_state(state), m_keeper(keeper), m_list(new DefinitionList(m_shelf)), m_panel(new Panel),
      m_messages(new MessageBar), m_form(new DefinitionForm(m_words)), m_text(new DefinitionTextPane), m_whatIf(new WhatIfPanel(state)),
      m_sides(new QSplitter(Qt::Horizontal)), m_stack(new QSplitter(Qt::Vertical)), m_whole(new QSplitter(Qt::Horizontal)),
      m_undo(new QAction(this)), m_redo(new QAction(this)), m_saveAction(new QAction(this)),
      m_undoButton(flatButton(m_undo, QStringLiteral("↶"))), m_redoButton(flatButton(m_redo, QStringLiteral("↷"))),
      m_revert(new QToolButton), m_save(new QPushButton),
      m_proposer([this](std::optional<saga::Proposal> proposal) { takeProposal(std::move(proposal)); })
{
    setupActions();
    setupLayout();
    connectParts();
    m_shelf.setCatalog(std::move(catalog));
    retranslate();
    takeCatalog();
}

DefinitionsPage::~DefinitionsPage()
{
    m_form->setDocument(nullptr);
    m_text->setDocument(nullptr);
}

void DefinitionsPage::setupActions()
{
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_saveAction->setShortcut(QKeySequence::Save);
    for (QAction* action : {m_undo, m_redo, m_saveAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_undo, &QAction::triggered, this, [this] {
        if (m_document != nullptr)
            m_document->undoStack().undo();
    });
    connect(m_redo, &QAction::triggered, this, [this] {
        if (m_document != nullptr)
            m_document->undoStack().redo();
    });
    connect(m_saveAction, &QAction::triggered, this, &DefinitionsPage::save);
    connect(m_save, &QPushButton::clicked, this, &DefinitionsPage::save);
    connect(m_revert, &QToolButton::clicked, this, [this] {
        if (m_current >= 0)
            m_shelf.revert(m_current);
    });
}

void DefinitionsPage::setupLayout()
{
    m_save->setObjectName(QStringLiteral("primary"));
    for (QWidget* action : std::initializer_list<QWidget*>{m_undoButton, m_redoButton, m_revert, m_save})
        m_panel->addAction(action);
    m_sides->addWidget(m_form);
    m_sides->addWidget(m_text);
    m_sides->setObjectName(QStringLiteral("definitions.sides"));
    auto* column = m_panel->columnBody();
    column->addWidget(m_messages);
    column->addWidget(m_sides, 1);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_whatIf);
    m_stack->setObjectName(QStringLiteral("definitions.stack"));
    m_whole->addWidget(m_list);
    m_whole->addWidget(m_stack);
    m_whole->setStretchFactor(1, 1);
    m_whole->setObjectName(QStringLiteral("definitions.whole"));
    for (QSplitter* splitter : {m_sides, m_stack, m_whole})
        splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(150);
    m_form->setMinimumWidth(260);
    m_text->setMinimumWidth(220);
    m_whatIf->setMinimumHeight(80);
    tightRow(this)->addWidget(m_whole);
    setFocusProxy(m_list);
    // Fields have a way back of their own, which knows nothing of the other side: the document's holds everywhere.
    for (QWidget* input : findChildren<QWidget*>())
        input->installEventFilter(this);
}

void DefinitionsPage::connectParts()
{
    connect(m_list, &DefinitionList::chosen, this, &DefinitionsPage::openEntry);
    connect(m_list, &DefinitionList::newWanted, this, [this] { add(emptyDefinition("new-definition")); });
    connect(m_list, &DefinitionList::duplicateWanted, this, [this](int index) {
        if (const DefinitionDocument* source = m_shelf.open(index))
            add(source->root());
    });
    connect(m_list, &DefinitionList::removeWanted, this, &DefinitionsPage::askToRemove);
    connect(m_list, &DefinitionList::proposeWanted, this, &DefinitionsPage::listedSagasWanted);
    connect(m_list, &DefinitionList::importWanted, this, &DefinitionsPage::askForImport);
    connect(m_list, &DefinitionList::exportWanted, this, &DefinitionsPage::askForExport);
    connect(&m_shelf, &DefinitionShelf::changed, this, [this] {
        m_current = m_shelf.indexOf(m_document);
        m_list->setCurrent(m_current);
    });
    connect(m_form, &DefinitionForm::placeFocused, this, [this](const QString& pointer) { m_text->showPlace(pointer.toStdString()); });
    connect(m_text, &DefinitionTextPane::placeChosen, this, [this](const QString& pointer) { m_form->reveal(pointer.toStdString()); });
    connect(m_whatIf, &WhatIfPanel::opened, this, &DefinitionsPage::openExample);
    connect(m_whatIf, &WhatIfPanel::againWanted, this, &DefinitionsPage::askWhatIf);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] { m_proposer.cancel(); });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        takeCatalog();
        if (!isVisible())
            return;
        m_words.setTraffic(*m_state.snapshot());
        if (m_whatIf->question() == WhatIfPanel::Question::NoTraffic)
            askWhatIf();
        else
            m_whatIf->feed().follow(m_state.snapshot());
    });
    connect(&Theme::current(), &Theme::changed, this, [this] { m_form->load(); });
}

/// Definitions change through this page alone, so what is known is kept, and a snapshot only tells what nobody told
/// before.
void DefinitionsPage::takeCatalog()
{
    if (!m_shelf.catalog())
        m_shelf.setCatalog(m_state.live()->catalog);
    m_words.setCatalog(m_shelf.catalog());
    if (m_document == nullptr && m_shelf.count() > 0)
        openEntry(0);
}

void DefinitionsPage::open(const std::string& name)
{
    if (const int index = m_shelf.indexOf(name); index >= 0)
        openEntry(index);
}

void DefinitionsPage::openEntry(int index)
{
    DefinitionDocument* document = m_shelf.open(index);
    if (m_document != nullptr) {
        m_document->disconnect(this);
        m_document->undoStack().disconnect(this);
    }
    m_current = document != nullptr ? index : -1;
    m_document = document;
    if (document != nullptr)
        connectDocument(document);
    m_list->setCurrent(m_current);
    m_messages->clear();
    m_form->setDocument(document);
    showEvidence();
    m_text->setDocument(document);
    showHead();
    askWhatIf();
}

void DefinitionsPage::connectDocument(DefinitionDocument* document)
{
    connect(document, &DefinitionDocument::changed, this, &DefinitionsPage::showDocument);
    connect(document, &DefinitionDocument::modifiedChanged, this, &DefinitionsPage::showHead);
    connect(&document->undoStack(), &QUndoStack::canUndoChanged, this, &DefinitionsPage::showHead);
    connect(&document->undoStack(), &QUndoStack::canRedoChanged, this, &DefinitionsPage::showHead);
}

void DefinitionsPage::showDocument()
{
    m_text->load();
    m_form->load();
    showEvidence();
    showHead();
    askWhatIf();
}

void DefinitionsPage::showHead()
{
    const bool isOpen = m_document != nullptr;
    const bool isModified = isOpen && m_document->isModified();
    const bool hasEntry = isOpen && m_current >= 0;
    m_panel->setTitle(isOpen ? toQString(m_document->name()) : tr("Definition"));
    QString about = hasEntry ? originText(m_shelf.entry(m_current)) : QString();
    if (isModified && hasEntry && !m_shelf.entry(m_current).isNew())
        about += tr(" · changed, not saved");
    m_panel->setSubtitle(about);
    m_undo->setEnabled(isOpen && m_document->undoStack().canUndo());
    m_redo->setEnabled(isOpen && m_document->undoStack().canRedo());
    m_undoButton->setEnabled(m_undo->isEnabled());
    m_redoButton->setEnabled(m_redo->isEnabled());
    m_revert->setEnabled(isModified && hasEntry && !m_shelf.entry(m_current).isNew());
    const bool canSave = isModified && m_document->definition() && m_keeper != nullptr;
    m_save->setEnabled(canSave);
    m_save->setToolTip(canSave || !isModified ? tr("Save and tell the traffic by it (Ctrl+S)") : tr("A definition with faults cannot be saved"));
}

void DefinitionsPage::askWhatIf()
{
    using Question = WhatIfPanel::Question;
    if (m_document == nullptr || m_current < 0)
        return m_whatIf->setQuestion(Question::NothingOpen);
    if (!m_document->isModified())
        return m_whatIf->setQuestion(Question::Unchanged);
    const auto user = m_shelf.withSaved(m_current);
    if (!user)
        return m_whatIf->setQuestion(Question::Faulty);
    if (m_state.snapshot()->counts.events == 0)
        return m_whatIf->setQuestion(Question::NoTraffic);
    m_whatIf->setQuestion(Question::Asked);
    if (isVisible())
        m_whatIf->feed().ask(m_state.snapshot(), m_shelf.catalog()->with(*user));
}

void DefinitionsPage::openExample(base::EventIndex member)
{
    const base::SagaId saga = m_state.snapshot()->sagas.sagaOf(member);
    if (!saga.isValid())
        return m_state.selectEvent(member);
    m_state.selectSaga(saga);
    Q_EMIT pageRequested(QStringLiteral("list"));
}

bool DefinitionsPage::isSettled() const
{
    return m_whatIf->isSettled() && !m_proposer.isBusy();
}

void DefinitionsPage::showEvent(QShowEvent* event)
{
    SagaPage::showEvent(event);
    m_words.setTraffic(*m_state.snapshot());
    askWhatIf();
    // Only now there is a width to share out; after the first time it is the person's business.
    if (!std::exchange(m_isArranged, true))
        QTimer::singleShot(0, this, &DefinitionsPage::arrange);
}

void DefinitionsPage::arrange()
{
    const auto isFree = [](const QSplitter* splitter) { return !splitter->property("isRestored").toBool(); };
    if (isFree(m_whole))
        m_whole->setSizes({kListWidth, m_whole->width() - kListWidth});
    if (isFree(m_sides))
        m_sides->setSizes({m_sides->width() * 54 / 100, m_sides->width() * 46 / 100});
    if (isFree(m_stack))
        m_stack->setSizes({m_stack->height() * 70 / 100, m_stack->height() * 30 / 100});
}

bool DefinitionsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QKeySequence typed(key->keyCombination());
        if (m_undo->shortcuts().contains(typed) || m_redo->shortcuts().contains(typed)) {
            event->ignore();
            return true;
        }
    }
    return SagaPage::eventFilter(watched, event);
}

void DefinitionsPage::changeEvent(QEvent* event)
{
    SagaPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DefinitionsPage::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    m_undoButton->setToolTip(tr("Undo (Ctrl+Z)"));
    m_undoButton->setAccessibleName(tr("Undo"));
    m_redoButton->setToolTip(tr("Redo (Ctrl+Shift+Z)"));
    m_redoButton->setAccessibleName(tr("Redo"));
    m_revert->setText(tr("Revert"));
    m_revert->setToolTip(tr("Back to what was saved last"));
    m_save->setText(tr("Save"));
    showHead();
}

} // namespace sagascope::ui
