// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace sagascope::base {

/// What went wrong, as a code that the ui and the command line put into a sentence with the fix.
enum class ErrorCode {
    InvalidArgument,
    NotFound,
    Unreadable,
    Malformed,
    Unreachable,
    AuthenticationFailed,
    NotAuthorised,
    Refused,
    TimedOut,
    TooLarge,
    ReadOnly,
    Unsupported,
    Cancelled,
    Internal,
};

/// A failure as a value. `subject` names what failed (a file, a host, a topic); `detail` is the cause in the words of
/// the part that saw it (English, for logs and "details"). Never holds a secret.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string subject;
    std::string detail;

    [[nodiscard]] std::string text() const { return subject.empty() ? detail : subject + ": " + detail; }
};

/// Either a value or an Error. Construction that can fail returns one; nothing in core throws across a folder.
template <typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    [[nodiscard]] const T& value() const& { return assertOk(), *std::get_if<0>(&m_state); }
    [[nodiscard]] T& value() & { return assertOk(), *std::get_if<0>(&m_state); }
    [[nodiscard]] T&& value() && { return assertOk(), std::move(*std::get_if<0>(&m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const Error& error() const
    {
        assert(!isOk());
        return *std::get_if<1>(&m_state);
    }

private:
    void assertOk() const { assert(isOk()); }
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const Error& error() const { return assert(m_error), *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace sagascope::base
