// SPDX-License-Identifier: GPL-3.0-or-later
// How the Definitions page comes to a proposed definition, and shows what speaks for it.
#include <utility>

#include "core/catalog/DefinitionText.h"
#include "core/session/DefinitionProposal.h"
#include "ui/sagas/definitions/DefinitionForm.h"
#include "ui/sagas/definitions/DefinitionsPage.h"
#include "ui/sagas/definitions/ProposalText.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {

void DefinitionsPage::propose(const session::SnapshotPtr& snapshot, std::vector<base::SagaId> sagas)
{
    if (sagas.empty()) {
        m_messages->tell(MessageBar::Kind::Notice, tr("No saga is listed that a definition could be made from. Clear the filters of the list, or wait for traffic."));
        return;
    }
    m_messages->tell(MessageBar::Kind::Notice, tr("A definition is being made from %Ln saga(s) …", nullptr, int(sagas.size())), {{tr("Cancel"), [this] {
        m_proposer.cancel();
        m_messages->clear();
    }}});
    m_proposer.start([snapshot, sagas = std::move(sagas)](StopToken stop) {
        return session::proposeDefinition(snapshot, sagas, [stop] { return stop.stopRequested(); });
    });
}

void DefinitionsPage::takeProposal(std::optional<saga::Proposal> proposal)
{
    if (!proposal) {
        m_messages->tell(MessageBar::Kind::Notice, tr("These sagas have no event with a type, so that nothing can be proposed."));
        return;
    }
    auto root = compose::fromJsonText(catalog::writeSagaDefinition(proposal->definition));
    if (!root)
        return;
    const QString sentence = proposalSentence(*proposal);
    add(*std::move(root), std::make_shared<const saga::Proposal>(*std::move(proposal)));
    m_messages->tell(MessageBar::Kind::Notice, sentence);
}

void DefinitionsPage::showEvidence()
{
    const bool isProposed = m_document != nullptr && m_current >= 0 && m_shelf.entry(m_current).proposal != nullptr;
    m_form->setEvidence(isProposed ? evidenceOf(*m_shelf.entry(m_current).proposal, m_document->root()) : std::vector<PartEvidence>());
}

} // namespace sagascope::ui
