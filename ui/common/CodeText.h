// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <string_view>

#include "core/base/Result.h"
#include "core/base/Rule.h"
#include "core/event/Event.h"
#include "core/identity/Evidence.h"
#include "core/identity/Identifier.h"
#include "core/kafka/EmbeddedBroker.h"
#include "core/saga/Saga.h"
#include "core/session/EventSource.h"

// Core speaks in codes; these are their words, translated. GUI thread (translations are looked up).
namespace sagascope::ui {

[[nodiscard]] QString evidenceLabel(identity::Evidence evidence);
[[nodiscard]] QString repeatLabel(identity::Repeat repeat); ///< empty for None
[[nodiscard]] QString identifierLabel(identity::IdentifierKind kind);
[[nodiscard]] QString stepStatusLabel(saga::StepStatus status);
[[nodiscard]] QString styleLabel(saga::SagaStyle style);
[[nodiscard]] QString severityLabel(base::Severity severity);
[[nodiscard]] QString originLabel(event::Origin origin); ///< where a member was read; empty for None and Envelope
[[nodiscard]] QString connectionLabel(session::ConnectionState state);
[[nodiscard]] QString embeddedLimitSentence(kafka::EmbeddedLimit limit);
[[nodiscard]] QString faultSentence(const session::RecordingFault& fault, const QString& recording);
/// What happened, to what, and what to do next.
[[nodiscard]] QString errorSentence(const base::Error& error);

/// `+312 ms`, `1.84 s`, `15 m 02 s`, `2 h 10 m`; an en dash for negative durations of unknown times.
[[nodiscard]] QString durationText(base::Duration duration);
/// `850 B`, `1.9 kB`, `5.1 MB`.
[[nodiscard]] QString sizeText(std::uint64_t bytes);

/// Long ids with their middle left out, so that both ends can be compared: `292bcbc9…000b2410ee`.
[[nodiscard]] QString shortId(const QString& id);

[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace sagascope::ui
