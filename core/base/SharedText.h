// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sagascope::base {

/// A text that never changes and that many may hold; empty by default. Any thread may read it.
class SharedText
{
public:
    SharedText() = default;
    explicit SharedText(std::string_view text) : m_text(std::make_shared<const std::string>(text)) {}
    operator std::string_view() const { return m_text ? std::string_view(*m_text) : std::string_view(); } // NOLINT: it is one
    [[nodiscard]] std::string text() const { return std::string(std::string_view(*this)); }
    friend bool operator==(const SharedText& a, const SharedText& b)
    {
        return a.m_text == b.m_text || std::string_view(a) == std::string_view(b);
    }
    friend bool operator==(const SharedText& a, std::string_view b) { return std::string_view(a) == b; }

private:
    std::shared_ptr<const std::string> m_text;
};

/// Hands out one SharedText for all equal texts; meant for texts of which few differ. One thread.
class SharedTexts
{
public:
    [[nodiscard]] const SharedText& share(std::string_view text)
    {
        const auto known = m_texts.find(text);
        if (known != m_texts.end())
            return known->second;
        const SharedText fresh(text);
        return m_texts.emplace(std::string_view(fresh), fresh).first->second;
    }

private:
    std::unordered_map<std::string_view, SharedText> m_texts;
};

} // namespace sagascope::base
