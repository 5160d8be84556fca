// SPDX-License-Identifier: GPL-3.0-or-later
// What the clusters' dialog takes over from other clients.
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QProcessEnvironment>

#include "ui/common/CodeText.h"
#include "ui/connect/ProfileWords.h"
#include "ui/connect/ProfilesDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {

void ProfilesDialog::importFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Import a client's configuration"), QString(),
                                                      tr("Configurations (*.properties *.conf *.config *.cfg *.env .env);;All files (*)"));
    if (!file.isEmpty())
        take(profile::importProfile(std::filesystem::path(file.toStdU16String())));
}

void ProfilesDialog::importVariables()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    profile::Properties variables;
    for (const QString& name : environment.keys())
        variables.emplace_back(name.toStdString(), environment.value(name).toStdString());
    take(profile::importEnvironment(variables));
}

void ProfilesDialog::take(base::Result<profile::ImportedProfile> imported)
{
    if (imported)
        return add(*imported);
    m_messages->tell(MessageBar::Kind::Error, tr("Nothing was imported: %1").arg(toQString(imported.error().text())));
}

void ProfilesDialog::add(const profile::ImportedProfile& imported)
{
    ProfileDraft draft = ProfileDraft::of(imported.profile);
    draft.typed = imported.secrets;
    m_isEdited = true;
    choose(m_drafts.add(std::move(draft)));
    QStringList sentences{tr("Imported as “%1”.").arg(toQString(m_drafts.at(current()).profile.name))};
    std::vector<MessageBar::Fix> fixes;
    for (const profile::ImportRemark& remark : imported.remarks) {
        sentences << importRemarkSentence(remark);
        if (!remark.advice.empty() && fixes.empty())
            fixes.push_back({tr("Copy the command"), [text = toQString(remark.advice)] { QGuiApplication::clipboard()->setText(text); }});
    }
    m_messages->tell(imported.remarks.empty() ? MessageBar::Kind::Notice : MessageBar::Kind::Warning, sentences.join(u'\n'), fixes);
}

} // namespace sagascope::ui
