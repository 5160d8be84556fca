// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "core/base/Time.h"
#include "core/compose/FormModel.h"

namespace sagascope::compose {

/// Plausible values for a form: by format, then by the schema's examples, then by the field's name, then by its type.
/// The same seed and clock give the same values. Not thread-safe; cheap to make.
class SampleValues
{
public:
    explicit SampleValues(std::uint64_t seed, const base::Clock& clock = base::Clock::system());
    /// With a seed of its own, for ids that must not repeat.
    static SampleValues unseeded(const base::Clock& clock = base::Clock::system());

    enum class Fill : std::uint8_t { Required, Everything };
    /// A payload with a value for every required field, or for every field.
    [[nodiscard]] Json payload(const FormModel& form, Fill fill = Fill::Required);
    [[nodiscard]] Json value(const FormField& field, Fill fill = Fill::Required);

    [[nodiscard]] std::string uuid();      ///< version 4
    [[nodiscard]] std::string now() const; ///< ISO 8601, UTC, milliseconds

private:
    Json members(const std::vector<FormField>& fields, Fill fill);
    Json elements(const FormField& list, Fill fill);
    Json number(const FormField& field);
    std::string text(const FormField& field);
    std::string date(int daysAhead) const;
    std::string token(std::size_t length, std::string_view alphabet);
    std::uint64_t below(std::uint64_t limit);

    std::mt19937_64 m_random;
    const base::Clock& m_clock;
};

} // namespace sagascope::compose
