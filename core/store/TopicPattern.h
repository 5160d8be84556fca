// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sagascope::store {

/// A pattern over topic names, segment by segment: `*` is exactly one segment, `**` any number of them (none too);
/// inside a segment `*` stands for any run of characters but a dot. Everything else is literal, dots included, and
/// letters match whatever their case. The empty pattern matches every topic.
///
/// An immutable value; any thread.
class TopicPattern
{
public:
    TopicPattern() = default;
    explicit TopicPattern(std::string_view pattern);

    [[nodiscard]] bool matches(std::string_view topic) const;
    [[nodiscard]] bool matchesEverything() const { return m_segments.empty(); }

private:
    std::vector<std::string> m_segments; ///< lower case
};

} // namespace sagascope::store
