// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/SampleValues.h"

#include <array>
#include <chrono>
#include <cmath>

namespace sagascope::compose {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kLetters = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kCapitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool isAnyOf(std::string_view text, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), text) != names.end();
}

} // namespace

SampleValues::SampleValues(std::uint64_t seed, const base::Clock& clock) : m_random(seed), m_clock(clock) {}

SampleValues SampleValues::unseeded(const base::Clock& clock)
{
    std::random_device device;
    return SampleValues((std::uint64_t(device()) << 32U) | device(), clock);
}

Json SampleValues::payload(const FormModel& form, Fill fill)
{
    return members(form.fields(), fill);
}

Json SampleValues::value(const FormField& field, Fill fill)
{
    switch (field.kind) {
    case FieldKind::Choice:
        return field.choices.empty() ? Json() : Json(field.choices[below(field.choices.size())]);
    case FieldKind::Number:
    case FieldKind::Integer:
        return number(field);
    case FieldKind::Boolean:
        return below(2) == 1;
    case FieldKind::Object:
        return members(field.fields, fill);
    case FieldKind::List:
        return elements(field, fill);
    case FieldKind::Raw:
        return Json::object();
    case FieldKind::DateTime:
        return now();
    case FieldKind::Date:
        return date(30 + static_cast<int>(below(60)));
    case FieldKind::Text:
        break;
    }
    return text(field);
}

Json SampleValues::members(const std::vector<FormField>& fields, Fill fill)
{
    Json object = Json::object();
    for (const FormField& field : fields)
        if (field.isRequired || fill == Fill::Everything)
            object[field.name] = value(field, fill);
    return object;
}

/// One element where the schema says what it is made of; none where any object would do.
Json SampleValues::elements(const FormField& list, Fill fill)
{
    Json array = Json::array();
    if (!list.element.empty() && list.element.front().kind != FieldKind::Raw)
        array.push_back(value(list.at(0), fill));
    return array;
}

Json SampleValues::number(const FormField& field)
{
    const double low = field.minimum.value_or(0);
    if (field.kind == FieldKind::Integer)
        return static_cast<std::int64_t>(std::ceil(low)) + 1 + static_cast<std::int64_t>(below(4));
    if (isAnyOf(field.name, {"score", "confidence"}))
        return static_cast<double>(50 + below(50)) / 100;
    return low + static_cast<double>(1000 + below(90000)) / 100;
}

std::string SampleValues::text(const FormField& field)
{
    if (field.format == "uuid")
        return uuid();
    if (field.format == "email")
        return "traveller." + token(4, kLetters) + "@example.org";
    if (!field.examples.empty() && field.examples.front().is_string())
        return field.examples[below(field.examples.size())].get<std::string>();
    if (field.name == "userId")
        return uuid();
    if (isAnyOf(field.name, {"confirmationNumber", "bookingReference"})) {
        std::string day = date(0);
        day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
        return "BOOK-" + day + "-" + token(5, kCapitals);
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kProviderIds{{
        {"paymentId", "pi_"},
        {"paymentIntentId", "pi_"},
        {"refundId", "re_"},
        {"bookingId", "bkg-"},
        {"searchId", "search-"},
        {"requestId", "req-"},
    }};
    for (const auto& [name, start] : kProviderIds)
        if (field.name == name)
            return std::string(start) + token(12, kLetters);
    if (field.name == "phone")
        return "+3361" + token(7, "0123456789");
    if (endsWith(field.name, "At") || endsWith(field.name, "Time"))
        return now();
    if (isAnyOf(field.name, {"start", "end"}))
        return date(field.name == "start" ? 30 : 37);
    return endsWith(field.name, "Id") ? field.name.substr(0, field.name.size() - 2) + "-" + token(8, kLetters)
                                      : "sample";
}

std::string SampleValues::uuid()
{
    std::string id = token(32, kHex);
    id[12] = '4';
    id[16] = kHex[8 + below(4)];
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        id.insert(dash, 1, '-');
    return id;
}

std::string SampleValues::now() const
{
    return base::formatIso8601(m_clock.now());
}

std::string SampleValues::date(int daysAhead) const
{
    return base::formatIso8601(m_clock.now() + std::chrono::hours(24) * daysAhead).substr(0, 10);
}

std::string SampleValues::token(std::size_t length, std::string_view alphabet)
{
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += alphabet[below(alphabet.size())];
    return out;
}

/// Not std::uniform_int_distribution: its results differ between standard libraries.
std::uint64_t SampleValues::below(std::uint64_t limit)
{
    return m_random() % limit;
}

} // namespace sagascope::compose
