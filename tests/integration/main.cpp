// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/integration/RealKafka.h"

namespace {

/// Ends the broker while the program is still whole, not among its static objects.
class BrokerEnd : public testing::Environment
{
public:
    void TearDown() override { sagascope::integration::endKafka(); }
};

} // namespace

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    testing::AddGlobalTestEnvironment(new BrokerEnd); // GoogleTest owns it
    return RUN_ALL_TESTS();
}
