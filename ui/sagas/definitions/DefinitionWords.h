// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/sagas/definitions/DefinitionDocument.h"

// The words of the Definitions page for what documents and core say in codes. GUI thread (translations are looked up).
namespace sagascope::ui {

/// What is wrong, without its place: `there is no step named paid`.
[[nodiscard]] QString faultText(const DocumentFault& fault);
/// With its place: `/steps/2/awaits · there is no step named paid`.
[[nodiscard]] QString faultSentence(const DocumentFault& fault);

/// `choreographed`, `orchestrated`; `step`, `failure`, `compensation`: the schema's words, translated.
[[nodiscard]] QString schemaWord(const std::string& word);
[[nodiscard]] QString kindWord(const std::string& kind); ///< of an identifier
/// Kinds of identifiers as definitions write them.
[[nodiscard]] std::vector<std::string> identifierKinds();

/// `15 min`, `1 h 30 min`, `2 s`, `250 ms`: what readSpan() reads back.
[[nodiscard]] QString spanText(std::int64_t milliseconds);
/// Milliseconds; plain numbers are seconds. Nothing when it is no time.
[[nodiscard]] std::optional<std::int64_t> readSpan(const QString& text);

[[nodiscard]] QStringList toQStrings(const std::vector<std::string>& texts);
/// Words with commas between them, as the form shows lists.
[[nodiscard]] QString joined(const std::vector<std::string>& texts);

} // namespace sagascope::ui
