// SPDX-License-Identifier: GPL-3.0-or-later
// How many histories each property is tried on: SAGASCOPE_HISTORIES, 500 unless told. RC_PARAMS still decides when set.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

int main(int argc, char** argv)
{
    const char* histories = std::getenv("SAGASCOPE_HISTORIES");
    const std::string params = "max_success=" + std::string(histories != nullptr ? histories : "500");
    setenv("RC_PARAMS", params.c_str(), 0);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
