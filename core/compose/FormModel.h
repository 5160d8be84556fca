// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/compose/JsonText.h"

namespace sagascope::compose {

/// Which editor a field needs.
enum class FieldKind : std::uint8_t {
    Text,
    Number,
    Integer,
    Boolean,
    Choice,   ///< one of FormField::choices
    DateTime, ///< a text with the format date-time
    Date,
    Object, ///< FormField::fields
    List,   ///< of FormField::element
    Raw,    ///< JSON as text: whatever the schema says that a form can't
};

/// One input of a form. Texts come from the schema; `pointer` starts at the payload.
struct FormField
{
    std::string name;
    std::string pointer;
    FieldKind kind = FieldKind::Raw;
    bool isRequired = false;
    std::string format;  ///< of a text; empty when none
    std::string pattern; ///< of a text; empty when none
    std::string description;
    std::vector<std::string> choices;
    std::vector<Json> examples;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::vector<FormField> fields;  ///< members of an Object
    std::vector<FormField> element; ///< of a List: one field that stands for any element; its pointer ends in `/-`

    /// The field for element `index` of a List.
    [[nodiscard]] FormField at(std::size_t index) const;
    /// The text that an editor shows for a value: as it is for texts, JSON for the rest; empty for an absent value.
    [[nodiscard]] std::string show(const Json* value) const;
    /// The value that an edited text means. Error InvalidArgument when it can't be one of this kind; what the schema
    /// forbids beyond that (a pattern, a choice) is left to validation, since people may break it on purpose.
    [[nodiscard]] base::Result<Json> read(std::string_view text) const;
};

/// The inputs for a payload, in the order of its schema. A plain value, made once per event type.
class FormModel
{
public:
    /// Error Malformed when the text is no JSON Schema of an object.
    static base::Result<FormModel> fromSchema(std::string_view schemaJson);

    [[nodiscard]] const std::vector<FormField>& fields() const { return m_fields; }
    /// The field at a pointer, elements of lists included.
    [[nodiscard]] std::optional<FormField> field(std::string_view pointer) const;

private:
    std::vector<FormField> m_fields;
};

} // namespace sagascope::compose
