// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/session/Query.h"
#include "core/session/QueryCompletion.h"

// The query language's words for people, translated. GUI thread.
namespace sagascope::ui {

/// What is wrong with a query, and what to do about it.
[[nodiscard]] QString queryErrorText(const session::QueryError& error);
/// What a field asks for, in a few words.
[[nodiscard]] QString queryFieldText(const session::QueryFieldName& field);
/// What a suggestion is, in a few words; shown beside it.
[[nodiscard]] QString querySuggestionText(const session::QuerySuggestion& suggestion);

/// The language on one page: a line for each rule, with an example that can be tried.
struct QueryExample
{
    QString query;
    QString meaning;
};
[[nodiscard]] std::vector<QueryExample> queryExamples();

} // namespace sagascope::ui
