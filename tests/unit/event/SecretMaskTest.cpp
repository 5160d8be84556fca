// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/SecretMask.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

std::string mask()
{
    return std::string(kMask);
}

TEST(SecretMask, knowsSecretsByNameWhateverCaseAndPunctuation)
{
    for (const char* name : {"resetToken", "user_PASSWORD", "X-Api-Key", "client_secret", "Authorization", "Set-Cookie", "cardNumber",
                             "card_number", "pwd", "private-key", "otp", "cvc", "passphrase"})
        EXPECT_TRUE(isSecretName(name)) << name;
    for (const char* name : {"bookingId", "eventType", "amount", "", "laptop", "key"})
        EXPECT_FALSE(isSecretName(name)) << name;
}

TEST(SecretMask, hidesWhateverTheFindingCallsASecret)
{
    for (const char* name : {"token", "password", "passwd", "pwd", "passphrase", "passwordHash", "secret", "cardnumber", "secretKey",
                             "accessKey", "privateKey", "apiKey", "cvv", "cvc", "otp", "authorization"}) {
        ASSERT_TRUE(namesSecret(name)) << name;
        EXPECT_TRUE(isSecretName(name)) << name;
    }
    ASSERT_TRUE(looksLikeCardNumber("4111-1111-1111-1111"));
    EXPECT_EQ(masked("4111-1111-1111-1111"), mask());
}

TEST(SecretMask, masksValuesInPlaceAndLeavesEveryOtherByteAlone)
{
    EXPECT_EQ(masked(R"({ "a" : "b", "resetToken":  "s3cr3t" , "n":1.50, "é":"\u00e9" })"),
              R"({ "a" : "b", "resetToken":  ")" + mask() + R"(" , "n":1.50, "é":"\u00e9" })");
    EXPECT_EQ(masked(R"({"cvv":123,"password":null,"pwd":"","token":"***"})"),
              R"({"cvv":")" + mask() + R"(","password":null,"pwd":"","token":"***"})");
    const std::string plain = R"({"bookingId":"BK-7741","at":1760000000000,"id":"4d3e1111-1111-4111-8111-111111111111","x":[1,2]})";
    EXPECT_EQ(masked(plain), plain);
    for (const char* name : {"auth.password.reset.requested", "dreamscape.auth.token.refreshed", "2026-03-02T09:40:00.000Z", "a:b=c"})
        EXPECT_EQ(masked(name), name);
}

TEST(SecretMask, findsThemBehindEscapesAndInsideOfEncodedJson)
{
    EXPECT_EQ(masked(R"({"reset\u0054oken":"s3\u0063r3t\"x"})"), R"({"reset\u0054oken":")" + mask() + R"("})");
    EXPECT_EQ(masked(R"({"inner":"{\"password\":\"hush\",\"n\":1}"})"), R"({"inner":"{\"password\":\")" + mask() + R"(\",\"n\":1}"})");
    const std::string twice = nlohmann::json(nlohmann::json(R"({"pwd":"hush"})").dump()).dump();
    EXPECT_EQ(masked(R"({"a":)" + twice + "}").find("hush"), std::string::npos);
}

TEST(SecretMask, hidesAllThatLiesUnderASecretName)
{
    const std::string text = masked(R"({"tokens":["one",{"deep":"two","n":[3456]}],"after":"seen"})");
    for (const char* secret : {"one", "two", "3456"})
        EXPECT_EQ(text.find(secret), std::string::npos) << text;
    EXPECT_EQ(nlohmann::json::parse(text)["after"], "seen");
    EXPECT_EQ(nlohmann::json::parse(text)["tokens"][1]["n"][0], mask());
}

TEST(SecretMask, findsWhatGivesItselfAwayUnderAnyName)
{
    EXPECT_EQ(masked(R"({"note":"card 4111 1111 1111 1111 12/27","n":4111111111111111})"),
              R"({"note":"card )" + mask() + R"( 12/27","n":")" + mask() + R"("})");
    EXPECT_EQ(masked(R"({"h":"Bearer abcdef123456"})"), R"({"h":")" + mask() + R"("})");
    EXPECT_EQ(masked(R"({"u":"https://x/reset?resetToken=abc&lang=fr"})"), R"({"u":"https://x/reset?resetToken=)" + mask() + R"(&lang=fr"})");
    EXPECT_EQ(masked("eyJhbGciOiJIUzI1NiJ9.e30.c2ln"), mask());
    EXPECT_TRUE(isSecretValue("eyJhbGciOiJIUzI1NiJ9.e30.c2ln"));
    EXPECT_TRUE(isSecretValue("4111 1111 1111 1111"));
    EXPECT_FALSE(isSecretValue("4111 1111 1111 1112"));
    EXPECT_FALSE(isSecretValue("BOOK-20261123-AB12C"));
    EXPECT_FALSE(isSecretValue(""));
}

TEST(SecretMask, masksTextThatIsNoJsonAndJsonThatIsBroken)
{
    EXPECT_EQ(masked("login password=hunter2; ok"), "login password=" + mask() + "; ok");
    EXPECT_EQ(masked("Authorization: Bearer abcdefgh\nok"), "Authorization: " + mask() + "\nok");
    EXPECT_EQ(masked("{'password': 'hunter2'}"), "{'password': '" + mask() + "'}");
    EXPECT_EQ(masked(R"({password:"hunter2"})"), R"({password:")" + mask() + R"("})");
    for (const char* broken : {R"({"password":"hunter2)", R"("a":{"password":"hunter2"}})", R"(}]{"x":}"password" : hunter2)",
                               "\xFF{\"password\":\"hunter2\"}"})
        EXPECT_EQ(masked(broken).find("hunter2"), std::string::npos) << broken;
    EXPECT_EQ(masked(""), "");
}

TEST(SecretMask, ofWellFormedJsonMakesWellFormedJsonThatIsMaskedAlready)
{
    const std::vector<std::string> texts = {
        R"({"a":[true,false,null,-1.5e3],"token":[1,{"b":null}],"s":"\\\"","k":"\u0000"})",
        R"(["password",{"password":"password"},"x=1"])", R"({"secret":{"secret":{"x":"token:abc def"}}})", R"("{\"apiKey\":12}")"};
    for (const std::string& text : texts) {
        const std::string once = masked(text);
        EXPECT_TRUE(nlohmann::json::accept(once)) << once;
        EXPECT_EQ(masked(once), once);
    }
}

TEST(SecretMask, standsAnyBytesAndNeverUnmakesJson)
{
    static const std::vector<std::string> kPieces = {"{", "}", "[", "]", "\"", ":", ",", "\\", "\\\"", "=", " ", "\"password\":", "\"n\":", "eyJhbGciOiJIUzI1NiJ9",
                                                     "4111", "1111", "-", "null", "true", "12", "\"a\"", "Bearer ", "\xFF", "\\u00e9", "\n", "token"};
    std::mt19937 random(7);
    int wellFormed = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string text = i % 2 == 0 ? "{\"password\":" : "[";
        for (auto n = random() % 9; n > 0; --n)
            text += kPieces[random() % kPieces.size()];
        text += i % 2 == 0 ? "}" : "]";
        const std::string once = masked(text);
        EXPECT_EQ(masked(once), once) << text;
        if (!nlohmann::json::accept(text))
            continue;
        ++wellFormed;
        EXPECT_TRUE(nlohmann::json::accept(once)) << text << " became " << once;
    }
    EXPECT_GT(wellFormed, 500);
}

} // namespace
} // namespace sagascope::event
