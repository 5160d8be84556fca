// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/JsonDocument.h"
#include "core/session/redaction/RedactionRules.h"

namespace sagascope::session {

/// Why a value is taken out by where it stands; None: it is looked at for what it is.
enum class Hiding : std::uint8_t { None, Secret, Phone, Field };

/// What becomes of the values of a record.
class RedactionPen
{
public:
    RedactionPen() = default;
    virtual ~RedactionPen() = default;
    RedactionPen(const RedactionPen&) = delete;
    RedactionPen& operator=(const RedactionPen&) = delete;

    virtual std::string hidden(std::string_view text, Hiding why) = 0;
    virtual std::string hiddenNumber(std::string_view number, Hiding why) = 0;
    virtual std::string words(std::string_view text) = 0; ///< text that holds no JSON
    virtual std::string number(std::string_view number) = 0;

    [[nodiscard]] bool isJson(std::string_view text);    ///< whole and right
    [[nodiscard]] bool holdsJson(std::string_view text); ///< an object, a list or a text; nobody takes a bare word for JSON

private:
    event::JsonDocument m_document; ///< reused
};

/// What decides by name and place.
struct RedactionPlan
{
    explicit RedactionPlan(RedactionRules which) : rules(std::move(which)), fields(rules.fields) {}
    [[nodiscard]] Hiding hidingOf(std::string_view name) const;

    RedactionRules rules;
    RedactedFields fields;
};

/// Copies JSON that is known to be right with the values that the pen changes; all else stays byte by byte as it was, also
/// in JSON that is encoded in its strings. A number stays a number and a text a text; what is true or false becomes null
/// where it is hidden, and null, empty and placeholders stay. One text, one use.
class JsonRedaction
{
public:
    JsonRedaction(std::string_view json, const RedactionPlan& plan, RedactionPen& pen) : JsonRedaction(json, plan, pen, {}, 0) {}
    [[nodiscard]] std::string run();
    /// The same for any text: JSON as such, everything else as words.
    [[nodiscard]] static std::string ofText(std::string_view text, const RedactionPlan& plan, RedactionPen& pen);

private:
    struct Frame
    {
        bool isObject = false;
        Hiding hiding = Hiding::None; ///< of all that lies in it
        std::size_t index = 0;
    };

    JsonRedaction(std::string_view json, const RedactionPlan& plan, RedactionPen& pen, std::vector<std::string> path, int depth)
        : m_text(json), m_plan(plan), m_pen(pen), m_path(std::move(path)), m_depth(depth)
    {
    }
    void open(bool isObject);
    void close();
    void readString();
    void readName(std::string_view content, std::size_t from, std::size_t end);
    void readBare();
    void beginValue();
    void endValue();
    [[nodiscard]] std::string ofString(const std::string& plain);
    [[nodiscard]] std::string ofContent(const std::string& plain);
    void replace(std::size_t from, std::size_t to, std::string_view replacement);

    std::string_view m_text;
    const RedactionPlan& m_plan;
    RedactionPen& m_pen;
    std::vector<std::string> m_path; ///< tokens to the value that comes next
    int m_depth;                     ///< encodings around it
    std::vector<Frame> m_frames;
    bool m_isNameNext = false;
    Hiding m_hiding = Hiding::None; ///< of the value that comes next
    std::size_t m_at = 0;
    std::size_t m_copied = 0;
    std::string m_out;
};

} // namespace sagascope::session
