// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/PayloadSchema.h"
#include "ui/common/JsonDocument.h"

namespace sagascope::ui {

/// What the schema of its type says of one value of a payload. A value; words are made by schemaHintText().
struct SchemaHint
{
    QString description;
    QString format;
    QStringList allowed; ///< the values that an enumeration lists
    std::vector<catalog::SchemaViolation> problems;
    bool isUndeclared = false; ///< the schema does not know the member
    bool isMissing = false;    ///< a required member that is not there: the document has a ghost in its place

    [[nodiscard]] bool isTrouble() const { return isMissing || isUndeclared || !problems.empty(); }
    [[nodiscard]] bool isEmpty() const { return !isTrouble() && description.isEmpty() && format.isEmpty() && allowed.isEmpty(); }
};

/// One hint for each item of the document, which gets a ghost for each required member that is missing. `payloadJson` is the
/// payload that the document was made from. Pure; any thread; takes milliseconds for a large payload.
[[nodiscard]] std::vector<SchemaHint> hintSchema(JsonDocument& document, const catalog::PayloadSchema& schema, std::string_view payloadJson);

/// In a few words, trouble first; empty where there is nothing to say. GUI thread (translates).
[[nodiscard]] QString schemaHintText(const SchemaHint& hint);

} // namespace sagascope::ui
