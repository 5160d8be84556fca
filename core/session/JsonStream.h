// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace sagascope::session {

/// JSON whose members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// Takes text piece by piece; false when nobody wants more of it.
using TextSink = std::function<bool(std::string_view)>;

/// Writes JSON, indented by two, as it comes, so that a large object never stands in memory whole. Texts may hold any bytes:
/// what is no UTF-8 is replaced. Not thread-safe; the caller keeps to JSON's grammar.
class JsonStream
{
public:
    explicit JsonStream(TextSink sink) : m_sink(std::move(sink)) {}

    void openObject() { open('{'); }
    void closeObject() { close('}'); }
    void openList() { open('['); }
    void closeList() { close(']'); }
    void name(std::string_view name); ///< of the member whose value is written next
    void value(const Json& value);
    void text(std::string_view json); ///< a value that is JSON text already, kept as it is
    void member(std::string_view name, const Json& value);
    /// A member that is a list: `make` gives the value of each item.
    template <typename Items, typename Make> void list(std::string_view listName, const Items& items, Make&& make)
    {
        name(listName);
        openList();
        for (const auto& item : items) {
            if (isStopped())
                break;
            value(make(item));
        }
        closeList();
    }

    [[nodiscard]] bool isStopped() const { return m_isStopped; } ///< the sink wants no more

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void put(std::string_view text);

    TextSink m_sink;
    std::vector<bool> m_hasItems; ///< per open object or list
    bool m_isNamed = false;
    bool m_isStopped = false;
};

} // namespace sagascope::session
