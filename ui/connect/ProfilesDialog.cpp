// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfilesDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

#include "core/profile/NamedTopics.h"
#include "ui/common/CodeText.h"
#include "ui/common/Panel.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/connect/CheckPanel.h"
#include "ui/connect/EstimatePanel.h"
#include "ui/connect/ProfileForm.h"
#include "ui/connect/ProfileWords.h"
#include "ui/shell/HelpPanel.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kListWidth = 236;
constexpr int kHelpWidth = 300;

} // namespace

ProfilesDialog::ProfilesDialog(ProfileShelf& shelf, std::function<void(const QString& name)> onUnkept, QWidget* parent)
    : QDialog(parent), m_shelf(shelf), m_onUnkept(std::move(onUnkept)), m_drafts(shelf), m_list(new QListView), m_menu(new QMenu(this)),
      m_new(new QToolButton), m_more(new QToolButton), m_messages(new MessageBar), m_form(new ProfileForm), m_check(new CheckPanel), m_estimate(new EstimatePanel), m_help(new HelpPanel),
      m_problem(new QLabel), m_test(new QPushButton), m_howMuch(new QPushButton), m_save(new QPushButton(tr("Save"))), m_connect(new QPushButton(tr("Connect")))
{
    setWindowTitle(tr("Clusters"));
    resize(960, 700);
    setupMenu();
    auto* form = new Panel;
    form->setBody(m_form);
    auto* right = new QVBoxLayout;
    right->setSpacing(Theme::kGap);
    right->addWidget(m_messages);
    right->addWidget(form, 1);
    right->addWidget(m_check);
    right->addWidget(m_estimate);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(Theme::kGap);
    sides->addWidget(makeList());
    sides->addLayout(right, 1);
    sides->addWidget(m_help);
    m_help->setRoom(QStringLiteral("clusters"));
    m_help->setFixedWidth(kHelpWidth);
    m_help->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    column->addLayout(sides, 1);
    column->addWidget(makeFooter());
    connectParts();
    load();
}

void ProfilesDialog::toggleHelp()
{
    const bool isShown = m_help->isHidden();
    m_help->setVisible(isShown);
    const int room = kHelpWidth + Theme::kGap; // beside the form, not instead of it
    resize(width() + (isShown ? room : -room), height());
}

Panel* ProfilesDialog::makeList()
{
    auto* delegate = new TwoLineDelegate(ProfileDrafts::EnvironmentRole, m_list);
    delegate->setDots([](const QModelIndex& index) { return index.data(ProfileDrafts::ColourRole).value<QColor>(); },
                      [](const QModelIndex& index) {
                          return index.data(ProfileDrafts::ProblemRole).toBool() ? Theme::current().palette().danger : QColor();
                      });
    m_list->setModel(&m_drafts);
    m_list->setItemDelegate(delegate);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Clusters"));
    m_new->setText(tr("New"));
    m_new->setToolTip(tr("Set up another cluster"));
    m_new->setFocusPolicy(Qt::TabFocus);
    m_more->setText(QStringLiteral("⋯"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Duplicate, delete, import"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(m_menu);
    auto* panel = new Panel(tr("Clusters"));
    panel->keepTitle();
    panel->addAction(m_new);
    panel->addAction(m_more);
    panel->setBody(m_list);
    panel->setFixedWidth(kListWidth);
    return panel;
}

QWidget* ProfilesDialog::makeFooter()
{
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    auto* cancel = new QPushButton(tr("Cancel"));
    m_problem->setObjectName(QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    m_connect->setObjectName(QStringLiteral("primary"));
    m_connect->setDefault(true);
    for (QPushButton* button : {m_test, m_howMuch, cancel, m_save})
        button->setAutoDefault(false);
    auto* help = new QToolButton;
    help->setText(QStringLiteral("?"));
    help->setToolTip(tr("Help (F1)"));
    help->setAccessibleName(tr("Help (F1)"));
    help->setFocusPolicy(Qt::TabFocus);
    connect(help, &QToolButton::clicked, this, &ProfilesDialog::toggleHelp);
    row->addWidget(help);
    m_howMuch->setToolTip(tr("How many records and bytes would be read, and how much memory that takes, without reading it"));
    row->addWidget(m_test);
    row->addWidget(m_howMuch);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    row->addWidget(m_connect);
    connect(cancel, &QPushButton::clicked, this, &ProfilesDialog::reject);
    return footer;
}

void ProfilesDialog::setupMenu()
{
    m_duplicate = m_menu->addAction(tr("&Duplicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), this, &ProfilesDialog::duplicate);
    m_remove = m_menu->addAction(tr("De&lete"), this, &ProfilesDialog::remove);
    m_menu->addSeparator();
    m_menu->addAction(tr("&Import a file…"), this, &ProfilesDialog::importFile)
        ->setToolTip(tr("client.properties of Java, kcat's configuration, or a .env file"));
    m_menu->addAction(tr("Import the &KAFKA_* variables"), this, &ProfilesDialog::importVariables);
    m_menu->setToolTipsVisible(true);
    addActions(m_menu->actions());
}

void ProfilesDialog::connectParts()
{
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_list);
    deleteKey->setContext(Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &ProfilesDialog::remove);
    auto* helpKey = new QShortcut(Qt::Key_F1, this);
    connect(helpKey, &QShortcut::activated, this, &ProfilesDialog::toggleHelp);
    connect(m_new, &QToolButton::clicked, this, &ProfilesDialog::addNew);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        m_check->clear();
        m_estimate->clear();
        if (now.isValid())
            m_form->load(m_drafts.at(now.row()));
        refresh();
    });
    connect(m_list, &QListView::doubleClicked, this, &ProfilesDialog::connectTo);
    connect(m_form, &ProfileForm::edited, this, &ProfilesDialog::takeEdits);
    connect(m_check, &CheckPanel::runningChanged, this, &ProfilesDialog::refresh);
    connect(m_test, &QPushButton::clicked, this, [this] { m_check->isRunning() ? m_check->stop() : test(); });
    connect(m_estimate, &EstimatePanel::runningChanged, this, &ProfilesDialog::refresh);
    connect(m_howMuch, &QPushButton::clicked, this, [this] { m_estimate->isRunning() ? m_estimate->stop() : estimate(); });
    connect(m_save, &QPushButton::clicked, this, &ProfilesDialog::saveAndClose);
    connect(m_connect, &QPushButton::clicked, this, &ProfilesDialog::connectTo);
}

void ProfilesDialog::load()
{
    if (const auto loaded = m_drafts.load(); !loaded) {
        m_isKept = false;
        m_messages->tell(MessageBar::Kind::Error, tr("Your saved clusters can't be read, so nothing is saved over them. %1").arg(toQString(loaded.error().text())));
    }
    if (m_drafts.count() == 0) {
        ProfileDraft local;
        local.profile.name = "local";
        local.profile.bootstrap = "localhost:9092";
        local.profile.environment = kafka::Environment::Development;
        m_drafts.add(std::move(local));
    }
    choose(0);
    m_list->setFocus();
}

int ProfilesDialog::current() const
{
    return m_list->currentIndex().row();
}

void ProfilesDialog::choose(int row)
{
    m_list->setCurrentIndex(m_drafts.index(row));
}

void ProfilesDialog::choose(const std::string& name)
{
    if (const int row = m_drafts.rowOf(name); row >= 0)
        choose(row);
}

void ProfilesDialog::chooseOrAdd(const std::string& nameOrHosts)
{
    if (m_drafts.rowOf(nameOrHosts) >= 0)
        return choose(nameOrHosts);
    ProfileDraft draft;
    draft.profile.name = nameOrHosts;
    draft.profile.bootstrap = nameOrHosts;
    choose(m_drafts.add(std::move(draft)));
}

void ProfilesDialog::takeEdits()
{
    if (current() < 0)
        return;
    ProfileDraft draft = m_drafts.at(current());
    m_form->store(draft);
    m_drafts.set(current(), std::move(draft));
    m_isEdited = true;
    m_check->clear(); // it spoke of other settings
    m_estimate->clear();
    refresh();
}

void ProfilesDialog::refresh()
{
    const int row = current();
    const bool isAny = row >= 0;
    const auto problem = isAny ? m_drafts.problem(row) : std::nullopt;
    const int first = m_drafts.firstProblem();
    m_form->setEnabled(isAny);
    m_form->markMember(problem ? problem->subject : std::string());
    m_problem->setText(problem ? profileProblem(*problem)
                               : first >= 0 ? tr("%1 is not complete yet.").arg(m_drafts.index(first).data().toString()) : QString());
    m_test->setText(m_check->isRunning() ? tr("Stop the test") : tr("Test connection"));
    m_test->setEnabled(isAny && !problem);
    m_howMuch->setText(m_estimate->isRunning() ? tr("Stop the estimate") : tr("Estimate"));
    m_howMuch->setEnabled(isAny && !problem);
    m_connect->setEnabled(isAny && first < 0);
    m_save->setEnabled(m_isKept && first < 0 && m_drafts.isChanged());
    m_duplicate->setEnabled(isAny);
    m_remove->setEnabled(isAny);
}

void ProfilesDialog::addNew()
{
    ProfileDraft draft;
    draft.profile.name = tr("new cluster").toStdString();
    draft.profile.environment = kafka::Environment::Development;
    m_isEdited = true;
    choose(m_drafts.add(std::move(draft)));
    m_form->focusMember("name");
}

void ProfilesDialog::duplicate()
{
    if (current() < 0)
        return;
    m_isEdited = true;
    choose(m_drafts.duplicate(current()));
    m_form->focusMember("name");
}

void ProfilesDialog::remove()
{
    if (current() < 0)
        return;
    m_isEdited = true;
    m_drafts.remove(current());
    refresh();
    m_messages->tell(MessageBar::Kind::Notice, tr("“%1” is deleted once you save.").arg(m_drafts.removedName()),
                     {{tr("Bring it back"), [this] { choose(m_drafts.bringBack()); }}});
}

void ProfilesDialog::test()
{
    withSecrets([this](const profile::ClusterProfile& profile, const profile::Secrets& secrets) {
        m_estimate->clear();
        m_check->start(profile::toKafka(profile, secrets), profile::namedTopics(profile));
    });
}

void ProfilesDialog::estimate()
{
    withSecrets([this](const profile::ClusterProfile& profile, const profile::Secrets& secrets) {
        m_check->clear();
        m_estimate->start(profile::toKafka(profile, secrets), profile.scope);
    });
}

void ProfilesDialog::withSecrets(std::function<void(const profile::ClusterProfile&, const profile::Secrets&)> go)
{
    const auto made = current() >= 0 ? m_drafts.at(current()).made() : base::Result<profile::ClusterProfile>(base::Error{});
    if (!made)
        return;
    const ProfileDraft& draft = m_drafts.at(current());
    const auto needed = profile::neededSecrets(*made);
    const auto ready = [this, self = QPointer(this), profile = *made, typed = draft.typed, needed, go = std::move(go)](const profile::Secrets& known) {
        if (!self)
            return;
        const profile::Secrets secrets{typed.password.empty() ? known.password : typed.password,
                                       typed.keyPassword.empty() ? known.keyPassword : typed.keyPassword};
        if (needed.areIn(secrets))
            return go(profile, secrets);
        m_problem->setText(tr("The password is needed for it. Type it first."));
        m_form->focusMember(needed.password && secrets.password.empty() ? "password" : "keyPassword");
    };
    if (draft.savedName.empty() || needed.areIn(draft.typed))
        ready({});
    else
        m_shelf.findSecrets(draft.savedName, ready);
}

bool ProfilesDialog::save()
{
    if (!m_isKept)
        return true;
    const auto saved = m_drafts.save(m_onUnkept);
    if (!saved)
        m_messages->tell(MessageBar::Kind::Error, errorSentence(saved.error()), {}, toQString(saved.error().text()));
    return saved.isOk();
}

void ProfilesDialog::saveAndClose()
{
    if (save())
        accept();
}

void ProfilesDialog::connectTo()
{
    if (!m_connect->isEnabled())
        return;
    const ProfileDraft& draft = m_drafts.at(current());
    const auto made = draft.made();
    if (!made || !save())
        return;
    if (!m_isKept && !draft.typed.isEmpty())
        m_shelf.rememberSecrets(made->name, draft.typed);
    m_connected = *made;
    accept();
}

void ProfilesDialog::reject()
{
    if (m_isEdited && m_drafts.isChanged()) {
        QMessageBox question(QMessageBox::NoIcon, tr("Clusters"), tr("Discard the changes to your clusters?"), QMessageBox::NoButton, this);
        const auto* discard = question.addButton(tr("Discard"), QMessageBox::DestructiveRole);
        question.setDefaultButton(question.addButton(tr("Go on editing"), QMessageBox::RejectRole));
        question.exec();
        if (question.clickedButton() != discard)
            return;
    }
    m_check->clear();
    m_estimate->clear();
    QDialog::reject();
}

} // namespace sagascope::ui
