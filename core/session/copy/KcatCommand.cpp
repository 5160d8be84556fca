// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/KcatCommand.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/base/Utf8.h"
#include "core/session/copy/MaskedRecord.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kSmall = 900'000; ///< kcat's own limit is a million bytes

bool isControl(unsigned char c)
{
    return c < 0x20 || c == 0x7F;
}

/// Printable, to a terminal as well: no escape sequences, no tab that completes, no C1 codes, nothing that turns the direction.
bool isPlain(std::string_view text)
{
    const auto isFine = [](char c) { return !isControl(static_cast<unsigned char>(c)) || c == '\n'; };
    if (!base::isUtf8(text) || !std::all_of(text.begin(), text.end(), isFine))
        return false;
    if (text.find('\n') != std::string_view::npos && text.find('!') != std::string_view::npos)
        return false; // older shells look for their history in the second line of a quote
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = static_cast<unsigned char>(text[i + 1]);
        const auto third = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0U;
        const bool isC1 = first == 0xC2 && second < 0xA0;
        const bool isTurn = first == 0xE2 && ((second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9));
        if (isC1 || isTurn)
            return false;
    }
    return true;
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

/// A mark that stands nowhere in the text, so that kcat splits where it should and nowhere else.
std::string absentFrom(std::string_view text, const std::string& word)
{
    std::string mark = "<<" + word + ">>";
    for (int i = 1; text.find(mark) != std::string_view::npos; ++i)
        mark = "<<" + word + std::to_string(i) + ">>";
    return mark;
}

/// For a comment: nothing in it can end the line or mean something to a shell.
std::string harmless(std::string_view text)
{
    std::string shown(text.substr(0, 80));
    for (char& c : shown) {
        const bool isFine = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        c = isFine ? c : '?';
    }
    return shown;
}

class CommandWriter
{
public:
    explicit CommandWriter(const event::RawRecord& record)
        : m_masked(record, MaskedRecord::Unreadable::AsFarAsTold), m_record(m_masked.raw())
    {
    }

    KcatCommand write()
    {
        m_options = " -t " + quotedForShell(m_record.topic) + " -p " + std::to_string(m_record.partition);
        writeKeyAndValue();
        for (const event::HeaderView& header : m_record.headers)
            writeHeader(header);
        if (m_input.size() > kSmall)
            m_options += " -X message.max.bytes=" + std::to_string(2 * m_input.size());
        if (m_masked.isChanged())
            m_command.text = "# secrets are masked: put the real values in place of \u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\n" + m_command.text;
        m_command.isMasked = m_masked.isChanged();
        m_command.text += input() + " | kcat -P -b \"$KAFKA_BROKERS\"" + m_options;
        return std::move(m_command);
    }

private:
    /// kcat passes over empty input, and `-Z` makes null of what is empty: then the key stands in the input, too.
    void writeKeyAndValue()
    {
        const std::string_view key = m_record.key.value_or("");
        const std::string_view value = m_record.value.value_or("");
        const bool isKeyAWord = m_record.key && key.find('\0') == std::string_view::npos;
        if (!value.empty() && !m_record.key)
            m_input = value;
        else if (!value.empty() && isKeyAWord) {
            m_input = value;
            m_options += " -k " + quotedForShell(key);
        } else
            writeKeyIntoInput(key, value);
        if (m_input.find('\n') != std::string::npos)
            m_options += " -D " + quotedForShell(absentFrom(m_input, "end"));
    }

    void writeKeyIntoInput(std::string_view key, std::string_view value)
    {
        const std::string mark = absentFrom(std::string(key) + std::string(value), "key");
        m_input = std::string(key) + mark + std::string(value);
        m_options += " -K " + quotedForShell(mark) + (m_record.value ? "" : " -Z");
        if (!m_record.key && m_record.value)
            leaveOut("the missing key: it sends an empty one");
        if (m_record.key && key.empty() && !m_record.value)
            leaveOut("an empty key without a value: it sends no key");
    }

    void writeHeader(const event::HeaderView& header)
    {
        const std::string_view value = header.value.value_or("");
        const bool hasZero = header.name.find('\0') != std::string_view::npos || value.find('\0') != std::string_view::npos;
        if (header.name.empty() || header.name.find('=') != std::string_view::npos)
            leaveOut("the header " + harmless(header.name) + " because of its name");
        else if (hasZero)
            leaveOut("the header " + harmless(header.name) + " because of a zero byte");
        else
            m_options += " -H " + quotedForShell(std::string(header.name) + (header.value ? "=" + std::string(value) : ""));
    }

    void leaveOut(const std::string& what)
    {
        m_command.text += "# kcat cannot send " + what + "\n";
        m_command.isComplete = false;
    }

    [[nodiscard]] std::string input() const
    {
        if (isPlain(m_input))
            return "printf %s " + quotedForShell(m_input);
        return "printf %s '" + base64(m_input) + "' | base64 -d";
    }

    MaskedRecord m_masked;
    event::RawRecord m_record;
    std::string m_input; ///< what kcat reads
    std::string m_options;
    KcatCommand m_command;
};

} // namespace

std::string quotedForShell(std::string_view text)
{
    std::string word;
    if (isPlain(text)) {
        for (const char c : text)
            word += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return "'" + word + "'";
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\'' || c == '\\')
            word += '\\';
        if (isControl(byte) || byte >= 0x80) {
            std::array<char, 5> octal{};
            std::snprintf(octal.data(), octal.size(), "\\%03o", unsigned(byte));
            word += octal.data();
        } else {
            word += c;
        }
    }
    return "$'" + word + "'";
}

KcatCommand kcatPublishCommand(const event::RawRecord& record)
{
    return CommandWriter(record).write();
}

} // namespace sagascope::session
