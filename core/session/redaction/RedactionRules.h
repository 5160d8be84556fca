// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"

namespace sagascope::session {

/// What is taken out of records before they are saved for somebody else. A plain value.
struct RedactionRules
{
    bool secrets = false;   ///< what event/SecretMask hides: values called like a secret, tokens, card numbers
    bool emails = false;
    bool phones = false;
    bool addresses = false; ///< of machines: IPv4 and IPv6
    /// A person's own: names of members and headers (case and punctuation do not count), and JSON pointers from the root
    /// of the value, where `*` stands for any one member or element.
    std::vector<std::string> fields;

    [[nodiscard]] static RedactionRules usual() { return {true, true, true, true, {}}; }
    [[nodiscard]] bool isNone() const { return *this == RedactionRules(); }
    friend bool operator==(const RedactionRules&, const RedactionRules&) = default;
};

/// Reads `secrets`, `email`, `phone`, `ip`, `default` (these four), names and pointers, apart by commas. InvalidArgument,
/// naming what is none of them.
[[nodiscard]] base::Result<RedactionRules> readRedaction(std::string_view words);
/// The names and pointers of a person's own, apart by commas. InvalidArgument as above.
[[nodiscard]] base::Result<std::vector<std::string>> readRedactedFields(std::string_view words);
/// What readRedaction() reads as the same rules; empty for none.
[[nodiscard]] std::string redactionText(const RedactionRules& rules);

/// Whether a name or the way to a value is among the fields. Made once for many questions; any thread.
class RedactedFields
{
public:
    explicit RedactedFields(const std::vector<std::string>& fields);

    [[nodiscard]] bool hasName(std::string_view name) const;
    [[nodiscard]] bool hasPointers() const { return !m_pointers.empty(); }
    [[nodiscard]] bool hasPlace(const std::vector<std::string>& path) const; ///< tokens from the root, not escaped

private:
    std::vector<std::string> m_names; ///< only letters and digits, in lower case; sorted
    std::vector<std::vector<std::string>> m_pointers;
};

/// Whether a member of this name holds a phone number, in whatever form: `phone`, `contact_mobile`, `msisdn`, …
[[nodiscard]] bool isPhoneName(std::string_view name);

} // namespace sagascope::session
