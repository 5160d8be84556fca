// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/PropertiesText.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::profile {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(PropertiesText, readsWhatJavaReads)
{
    EXPECT_THAT(javaProperties("# remark\n! another\n  a = 1\nb:2\nc 3\nd\\=e=f\\:g\\u00e9\\t|\nlong=one,\\\n   two\nempty=\n"
                               "path=C:\\\\certs\\\\ca.pem\r\nlast=x"),
                ElementsAre(Pair("a", "1"), Pair("b", "2"), Pair("c", "3"), Pair("d=e", "f:g\xC3\xA9\t|"), Pair("long", "one,two"),
                            Pair("empty", ""), Pair("path", "C:\\certs\\ca.pem"), Pair("last", "x")));
}

TEST(PropertiesText, readsWhatKcatReads)
{
    EXPECT_THAT(kcatProperties("# remark\nssl.ca.location = C:\\certs\\ca.pem\nsasl.password=a=b\n\nflag\n"),
                ElementsAre(Pair("ssl.ca.location", "C:\\certs\\ca.pem"), Pair("sasl.password", "a=b"), Pair("flag", "")));
}

TEST(PropertiesText, readsAnEnvironmentFile)
{
    EXPECT_THAT(environmentLines("export KAFKA_BROKERS=\"a:1,b:2\"\nKAFKA_SSL='true'\nX=y\n"),
                ElementsAre(Pair("KAFKA_BROKERS", "a:1,b:2"), Pair("KAFKA_SSL", "true"), Pair("X", "y")));
}

TEST(PropertiesText, readsAJaasEntry)
{
    EXPECT_THAT(jaasOptions("  org.example.PlainLoginModule required\n username=\"al\\\"ice\" password='x';"),
                testing::UnorderedElementsAre(Pair("", "org.example.PlainLoginModule"), Pair("username", "al\"ice"),
                                              Pair("password", "'x'")));
    EXPECT_THAT(jaasOptions("Module required user=\"a;b\" debug=true;"),
                testing::UnorderedElementsAre(Pair("", "Module"), Pair("user", "a;b"), Pair("debug", "true")));
}

TEST(PropertiesText, endsOnWhateverItIsGiven)
{
    for (const char* text : {"", "\\", "=", "a\\", "\\u12", "x=\\u00zz", "\"", "a=\"", "\n\n\\\n", "# only\\\n"}) {
        (void)javaProperties(text);
        (void)kcatProperties(text);
        (void)environmentLines(text);
        (void)jaasOptions(text);
    }
}

} // namespace
} // namespace sagascope::profile
