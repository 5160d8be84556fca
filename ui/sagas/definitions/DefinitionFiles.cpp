// SPDX-License-Identifier: GPL-3.0-or-later
// What the Definitions page keeps and throws away: saving, removing, files, and unsaved changes when it is left.
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionKeeper.h"
#include "ui/sagas/definitions/DefinitionsPage.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

base::Error unreadable(const QString& path, const QString& why)
{
    return {base::ErrorCode::Unreadable, QDir::toNativeSeparators(path).toStdString(), why.toStdString()};
}

} // namespace

void DefinitionsPage::tell(const base::Error& error)
{
    m_messages->tell(MessageBar::Kind::Error, errorSentence(error), {}, toQString(error.text()));
}

void DefinitionsPage::add(compose::Json root, std::shared_ptr<const saga::Proposal> proposal)
{
    if (m_shelf.catalog())
        openEntry(m_shelf.add(std::move(root), std::move(proposal)));
}

bool DefinitionsPage::save()
{
    return m_current >= 0 && saveEntry(m_current);
}

bool DefinitionsPage::saveEntry(int index)
{
    const ShelfEntry& entry = m_shelf.entry(index);
    const auto user = m_shelf.withSaved(index);
    if (m_keeper == nullptr || !user || !entry.isModified())
        return false;
    const std::string before = entry.name;
    const std::string name = entry.shownName();
    if (m_shelf.isNameTaken(index)) {
        m_messages->tell(MessageBar::Kind::Error, tr("You have another definition named %1. Choose another name and save again.").arg(toQString(name)));
        return false;
    }
    if (const auto saved = m_keeper->save(entry.document->text().toStdString()); !saved) {
        tell(saved.error());
        return false;
    }
    const bool wasUsers = !entry.isNew() && entry.origin != catalog::DefinitionOrigin::BuiltIn;
    if (wasUsers && name != before)
        if (const auto removed = m_keeper->remove(before); !removed)
            tell(removed.error());
    m_messages->clear();
    m_shelf.setSaved(index);
    m_shelf.setCatalog(m_shelf.catalog()->with(*user));
    m_keeper->apply(m_shelf.catalog());
    showHead();
    askWhatIf();
    return true;
}

bool DefinitionsPage::removeEntry(int index)
{
    const ShelfEntry& entry = m_shelf.entry(index);
    const bool isOpen = index == m_current;
    if (!entry.isNew()) {
        if (m_keeper == nullptr || entry.origin == catalog::DefinitionOrigin::BuiltIn)
            return false;
        if (const auto removed = m_keeper->remove(entry.name); !removed) {
            tell(removed.error());
            return false;
        }
    }
    const bool isStaying = !entry.isNew() && entry.origin == catalog::DefinitionOrigin::UserOverride;
    if (isOpen && !isStaying) // before its document goes
        openEntry(index > 0 ? index - 1 : m_shelf.count() > 1 ? 1 : -1);
    if (entry.isNew()) {
        m_shelf.discard(index);
        return true;
    }
    const auto catalog = m_shelf.catalog()->with(m_shelf.without(index));
    m_shelf.setRemoved(index);
    m_shelf.setCatalog(catalog);
    m_keeper->apply(catalog);
    showHead();
    askWhatIf();
    return true;
}

void DefinitionsPage::askToRemove(int index)
{
    const ShelfEntry& entry = m_shelf.entry(index);
    const QString name = toQString(entry.shownName());
    const bool isOverride = !entry.isNew() && entry.origin == catalog::DefinitionOrigin::UserOverride;
    QMessageBox question(QMessageBox::NoIcon, tr("Definitions"),
                         isOverride ? tr("Go back to the built-in definition %1?").arg(name) : tr("Delete the definition %1?").arg(name),
                         QMessageBox::NoButton, this);
    question.setInformativeText(isOverride ? tr("Yours is deleted, and its sagas are told by the built-in one again.")
                                           : tr("Its sagas are told by the other definitions again, or by none."));
    const auto* yes = question.addButton(isOverride ? tr("Go back") : tr("Delete"), QMessageBox::DestructiveRole);
    question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() == yes)
        removeEntry(index);
}

bool DefinitionsPage::importFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tell(unreadable(path, file.errorString()));
        return false;
    }
    const QByteArray bytes = file.read(qint64(catalog::kLargestDefinition) + 1);
    if (bytes.size() > qsizetype(catalog::kLargestDefinition)) {
        tell({base::ErrorCode::TooLarge, QDir::toNativeSeparators(path).toStdString(), "no definition is that long"});
        return false;
    }
    auto root = compose::fromJsonText(bytes.toStdString());
    if (!root || !root->is_object()) {
        tell({base::ErrorCode::Malformed, QDir::toNativeSeparators(path).toStdString(), "the file is no JSON object"});
        return false;
    }
    add(*std::move(root));
    return true;
}

bool DefinitionsPage::exportFile(int index, const QString& path)
{
    const DefinitionDocument* document = m_shelf.open(index);
    QSaveFile file(path);
    if (document == nullptr || !file.open(QIODevice::WriteOnly) || file.write(document->text().toUtf8()) < 0 || !file.commit()) {
        tell({base::ErrorCode::Refused, QDir::toNativeSeparators(path).toStdString(), file.errorString().toStdString()});
        return false;
    }
    return true;
}

void DefinitionsPage::askForImport()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a definition"), QString(), tr("Definitions (*.json);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void DefinitionsPage::askForExport(int index)
{
    const QString name = toQString(m_shelf.entry(index).shownName()) + QStringLiteral(".json");
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the definition"), name, tr("Definitions (*.json);;All files (*)"));
    if (!path.isEmpty())
        exportFile(index, path);
}

bool DefinitionsPage::canLeave()
{
    QStringList names;
    for (int i = 0; i < m_shelf.count(); ++i)
        if (m_shelf.entry(i).isModified())
            names << toQString(m_shelf.entry(i).shownName());
    if (names.isEmpty())
        return true;
    QMessageBox question(QMessageBox::NoIcon, tr("Definitions"), tr("%n definition(s) with unsaved changes: %1", nullptr, int(names.size())).arg(names.join(QStringLiteral(", "))),
                         QMessageBox::NoButton, this);
    const auto* saveAll = question.addButton(tr("Save"), QMessageBox::AcceptRole);
    const auto* discard = question.addButton(tr("Don't save"), QMessageBox::DestructiveRole);
    question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() == discard)
        return true;
    if (question.clickedButton() != saveAll)
        return false;
    for (int i = 0; i < m_shelf.count(); ++i)
        if (m_shelf.entry(i).isModified() && !saveEntry(i)) {
            openEntry(i); // with its faults, or the message that it could not be kept
            return false;
        }
    return true;
}

} // namespace sagascope::ui
