// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/robustness/Mutations.h"
#include "tests/support/DecodeCheck.h"
#include "tests/support/QueryCheck.h"

namespace sagascope::test {
namespace {

/// Rounds per test: few while people work, many under the label "long".
std::uint64_t rounds()
{
    const char* set = std::getenv("SAGASCOPE_ROUNDS");
    return set ? std::strtoull(set, nullptr, 10) : 20'000;
}

/// The bytes in a form that can be pasted into a test.
std::string escaped(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes) {
        char hex[8];
        std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(c));
        out += c >= ' ' && c <= '~' && c != '\\' ? std::string(1, c) : std::string(hex);
    }
    return out;
}

TEST(Mutations, TheCorpusItselfIsReadAsItShould)
{
    DecodeCheck check;
    for (const std::string& text : corpus())
        EXPECT_EQ(check.problemWith(text).value_or(""), "") << escaped(text);
}

TEST(Mutations, DamagedMessagesAreReadOrRefusedButNeverMisread)
{
    constexpr std::uint64_t kSeed = 20260302;
    DecodeCheck check;
    Mutations mutations(kSeed);
    for (std::uint64_t round = 0; round < rounds(); ++round) {
        const std::string text = mutations.next();
        const auto problem = check.problemWith(text);
        ASSERT_FALSE(problem) << *problem << "\nround " << round << ": " << escaped(text);
    }
}

TEST(Mutations, DamagedQueriesAreReadOrRefusedWithTheirPlace)
{
    constexpr std::uint64_t kSeed = 20261124;
    QueryCheck check;
    Mutations mutations(kSeed, queryCorpus());
    for (std::uint64_t round = 0; round < rounds() / 4; ++round) {
        const std::string text = mutations.next();
        const auto problem = check.problemWith(text);
        ASSERT_FALSE(problem) << *problem << "\nround " << round << ": " << escaped(text);
    }
}

} // namespace
} // namespace sagascope::test
