// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RegularExpression.h"

#include <algorithm>
#include <string>

#include <re2/re2.h>

namespace sagascope::session {
namespace {

constexpr std::size_t kLongest = 1000;

RE2::Options optionsOf(bool ignoresCase)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignoresCase);
    options.set_never_capture(true);
    return options;
}

} // namespace

class RegularExpression::Program
{
public:
    Program(std::string_view pattern, bool ignoresCase)
        : m_engine(re2::StringPiece(pattern.data(), pattern.size()), optionsOf(ignoresCase))
    {
    }
    [[nodiscard]] const RE2& engine() const { return m_engine; }

private:
    RE2 m_engine;
};

RegularExpression::Compiled RegularExpression::compile(std::string_view pattern, bool ignoresCase)
{
    Compiled compiled;
    compiled.isFaulty = pattern.size() > kLongest;
    if (compiled.isFaulty) {
        compiled.faultAt = kLongest;
        compiled.faultLength = pattern.size() - kLongest;
        return compiled;
    }
    auto program = std::make_shared<const Program>(pattern, ignoresCase);
    const RE2& engine = program->engine();
    compiled.isFaulty = !engine.ok();
    if (compiled.isFaulty) {
        const std::string& culprit = engine.error_arg();
        const std::size_t at = pattern.find(culprit);
        const bool isKnown = !culprit.empty() && at != std::string_view::npos;
        compiled.faultAt = isKnown ? at : 0;
        compiled.faultLength = isKnown ? culprit.size() : pattern.size();
    }
    compiled.expression.m_program = std::move(program);
    return compiled;
}

bool RegularExpression::isIn(std::string_view text) const
{
    return m_program && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), m_program->engine());
}

} // namespace sagascope::session
