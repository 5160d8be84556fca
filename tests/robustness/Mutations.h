// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace sagascope::test {

/// Message values that lie near the borders of what is read: the seeds for mutation.
[[nodiscard]] std::vector<std::string> corpus();
/// Queries, right ones and wrong ones.
[[nodiscard]] std::vector<std::string> queryCorpus();

/// Damages texts the way wires, editors and attackers do. The same seed tells the same story everywhere.
class Mutations
{
public:
    explicit Mutations(std::uint64_t seed, std::vector<std::string> seeds = corpus())
        : m_random(seed), m_corpus(std::move(seeds))
    {
    }

    /// One of the corpus, changed in up to eight places.
    [[nodiscard]] std::string next();

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    void change(std::string& text);

    std::mt19937_64 m_random;
    std::vector<std::string> m_corpus;
};

} // namespace sagascope::test
