// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <vector>

#include <rapidcheck.h>

#include "tests/law/Chronicle.h"

namespace rc {

template <> struct Arbitrary<sagascope::test::Tale>
{
    static Gen<sagascope::test::Tale> arbitrary()
    {
        using sagascope::test::Tale;
        using sagascope::test::TaleKind;
        const auto kind = gen::map(gen::inRange(0, sagascope::test::kTaleKinds), [](int i) { return TaleKind(i); });
        // Sizes of the numbers must not follow the size of the history.
        return gen::resize(100, gen::build<Tale>(gen::set(&Tale::kind, kind), gen::set(&Tale::start, gen::inRange(0, 7200)),
                                                 gen::set(&Tale::user, gen::inRange(0U, 60U)),
                                                 gen::set(&Tale::price, gen::inRange(0U, 12U)),
                                                 gen::set(&Tale::dice, gen::arbitrary<std::uint32_t>())));
    }
};

} // namespace rc

namespace sagascope::test {

inline void showValue(const Tale& tale, std::ostream& out)
{
    out << "Tale(kind " << int(tale.kind) << ", start " << tale.start << ", user " << tale.user << ", price " << tale.price
        << ", dice " << tale.dice << ")";
}

inline constexpr int kLongest = 12; ///< tales of one history

/// For a property's body: some tales, fewer when it is shrunk.
inline std::vector<Tale> anyTales()
{
    return *rc::gen::resize(kLongest, rc::gen::container<std::vector<Tale>>(rc::gen::arbitrary<Tale>()));
}

} // namespace sagascope::test
