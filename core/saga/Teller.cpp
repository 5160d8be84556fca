// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Teller.h"

#include "core/saga/Tell.h"

namespace sagascope::saga {

Told Teller::tell(const Members& members, const Moment& at)
{
    if (!isSaga(*members, at))
        return {};
    Told told = tell(members, nullptr, at);
    told.part = inferencePartOf(m_evaluation);
    return told;
}

Told Teller::tell(const Members& members, std::shared_ptr<const Inferred> inferred, const Moment& at)
{
    m_evaluation.arrange(*members, at.events, at.ids, inferred.get());
    m_evaluation.judge(at.now);
    Told told{lineOf(m_evaluation, m_texts), std::nullopt, m_evaluation.nextDeadline()};
    told.line.events = members;
    told.line.inferred = std::move(inferred);
    return told;
}

bool Teller::isSaga(std::span<const base::EventIndex> members, const Moment& at)
{
    return formsSaga(members, at.events, at.ids, repeats());
}

} // namespace sagascope::saga
