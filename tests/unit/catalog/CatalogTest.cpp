// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/Catalog.h"

#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sagascope::catalog {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;
namespace fs = std::filesystem;

std::shared_ptr<const Catalog> builtIn()
{
    static const auto catalog = [] {
        auto loaded = Catalog::load();
        EXPECT_TRUE(loaded) << loaded.error().text();
        return *loaded;
    }();
    return catalog;
}

std::vector<json> linesOf(const std::string& fixture)
{
    std::ifstream in(std::string(SAGASCOPE_SOURCE_DIR) + "/tests/fixtures/catalog/" + fixture);
    std::vector<json> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(json::parse(line));
    return lines;
}

std::vector<std::string> pointersOf(const std::vector<SchemaViolation>& violations)
{
    std::vector<std::string> pointers;
    for (const SchemaViolation& violation : violations)
        pointers.push_back(violation.pointer);
    return pointers;
}

std::string messagesOf(const std::vector<SchemaViolation>& violations)
{
    std::string text;
    for (const SchemaViolation& violation : violations)
        text += violation.message + "\n";
    return text;
}

/// A copy of `resources/` in which a test may break something.
class EditableCatalog : public testing::Test
{
protected:
    EditableCatalog()
    {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_directory = fs::temp_directory_path() /
                      ("sagascope-" + std::string(info->name()) + std::to_string(std::random_device{}()));
        fs::create_directories(m_directory);
        for (const char* folder : {"catalog", "sagas"})
            fs::copy(fs::path(SAGASCOPE_SOURCE_DIR) / "resources" / folder, m_directory / folder);
    }
    ~EditableCatalog() override { fs::remove_all(m_directory); }

    void write(const std::string& file, const std::string& text) const { std::ofstream(m_directory / file) << text; }
    void edit(const std::string& file, const std::string& pointer, const json& value) const
    {
        std::ifstream in(m_directory / file);
        json document = json::parse(in);
        in.close();
        document[json::json_pointer(pointer)] = value;
        write(file, document.dump());
    }
    [[nodiscard]] std::string failure() const
    {
        const auto loaded = Catalog::load(m_directory);
        return loaded ? std::string("loaded") : loaded.error().text();
    }
    fs::path m_directory;
};

TEST(Catalog, HasASchemaForEveryTopicWithADeclaredPayload)
{
    std::size_t withSchema = 0;
    for (const DeclaredTopic& topic : builtIn()->topics())
        withSchema += topic.schema ? 1 : 0;
    EXPECT_EQ(withSchema, 39U);
}

TEST(Catalog, FindsATopicByNameAndByEventType)
{
    const DeclaredTopic* topic = builtIn()->topic("dreamscape.payment.completed");
    ASSERT_NE(topic, nullptr);
    EXPECT_EQ(topic, builtIn()->eventType("payment.completed"));
    EXPECT_EQ(topic, builtIn()->eventType("dreamscape.payment.completed"));
    EXPECT_EQ(topic->status, TopicStatus::Live);
    EXPECT_EQ(topic->keyPointer(), "/payload/paymentId");
    EXPECT_EQ(topic->partitions, 3);
    EXPECT_THAT(topic->versions, Contains("1.0"));
}

TEST(Catalog, KnowsForeignEventTypesOfATopic)
{
    const DeclaredTopic* topic = builtIn()->eventType("ai.model.inference_completed");
    ASSERT_NE(topic, nullptr);
    EXPECT_EQ(topic->name, "dreamscape.ai.prediction.made");
    EXPECT_EQ(topic->keyPointer("ai.model.inference_completed"), "/payload/requestId");
    EXPECT_EQ(topic->keyPointer("ai.prediction.made"), "/payload/predictionId");
}

TEST(Catalog, KeepsTestAndDiagramNamesUnknown)
{
    for (const char* name :
         {"booking.created", "payment.succeeded", "dreamscape.test.integration", "voyage.order.created",
          "payment.intent.created", "test.dreamscape.monitoring", "payment.processed"})
        EXPECT_EQ(builtIn()->topic(name), nullptr) << name;
}

TEST(Catalog, ListsNamesThatExistOnPaperWithAStatusAndNoSchema)
{
    for (const char* name :
         {"dreamscape.payment.cancelled", "dreamscape.auth.user.login", "dreamscape.user.profile.updated.dlq"}) {
        const DeclaredTopic* topic = builtIn()->topic(name);
        ASSERT_NE(topic, nullptr) << name;
        EXPECT_EQ(topic->status, TopicStatus::DocsOnly) << name;
        EXPECT_FALSE(topic->schema) << name;
        EXPECT_FALSE(topic->isLive()) << name;
    }
    EXPECT_EQ(builtIn()->topic("dreamscape.retry.queue")->status, TopicStatus::SpecOnly);
}

TEST(Catalog, LooksAtTheTypeFirstAndAtTheTopicSecond)
{
    EXPECT_EQ(builtIn()->find("payment.failed", "dreamscape.dead.letter.queue")->name, "dreamscape.payment.failed");
    EXPECT_EQ(builtIn()->find("something.else", "dreamscape.payment.failed")->name, "dreamscape.payment.failed");
    EXPECT_EQ(builtIn()->find("something.else", "dreamscape.retry.queue"), nullptr);
    EXPECT_EQ(builtIn()->find("something.else", "dreamscape.dead.letter.queue"), nullptr);
    EXPECT_EQ(builtIn()->find("dead_letter.event", "dreamscape.dead.letter.queue")->name,
              "dreamscape.dead.letter.queue");
}

TEST(Catalog, PrefersTheTopicWithASchemaWhenTwoCarryOneType)
{
    EXPECT_EQ(builtIn()->eventType("user.onboarding.completed")->name, "user.onboarding.completed");
}

TEST(Catalog, CollectsTheConsumerGroups)
{
    const DeclaredGroup* voyage = builtIn()->group("dreamscape-voyage-service-group");
    ASSERT_NE(voyage, nullptr);
    EXPECT_TRUE(voyage->isLive);
    EXPECT_EQ(voyage->service, "voyage-service");
    EXPECT_THAT(voyage->topics, Contains("dreamscape.payment.completed"));
    const DeclaredGroup* ai = builtIn()->group("dreamscape-ai-service-group");
    ASSERT_NE(ai, nullptr);
    EXPECT_EQ(ai->topics.size(), 6U);
    EXPECT_FALSE(builtIn()->group("dreamscape-payment-service-group")->isLive);
}

TEST(Catalog, MarksSecrets)
{
    EXPECT_THAT(builtIn()->eventType("auth.password.reset.requested")->secrets, Contains("/payload/resetToken"));
}

TEST(Catalog, AcceptsEveryConformingEvent)
{
    std::set<std::string> seen;
    for (const json& line : linesOf("conforming.jsonl")) {
        const DeclaredTopic* topic = builtIn()->eventType(line.at("type").get<std::string>());
        ASSERT_NE(topic, nullptr) << line;
        seen.insert(topic->name);
        const auto verdict = topic->schema->inspect(line.at("payload").dump());
        EXPECT_TRUE(verdict.violations.empty()) << line << "\n" << messagesOf(verdict.violations);
        EXPECT_TRUE(verdict.extraFields.empty()) << line;
    }
    EXPECT_EQ(seen.size(), 39U) << "every topic with a schema needs a conforming line";
}

TEST(Catalog, FindsEveryDocumentedDivergence)
{
    const auto lines = linesOf("diverging.jsonl");
    ASSERT_FALSE(lines.empty());
    for (const json& line : lines) {
        const DeclaredTopic* topic = builtIn()->eventType(line.at("type").get<std::string>());
        ASSERT_NE(topic, nullptr) << line;
        const auto verdict = topic->schema->inspect(line.at("payload").dump());
        EXPECT_THAT(pointersOf(verdict.violations),
                    UnorderedElementsAreArray(line.at("violations").get<std::vector<std::string>>()))
            << line.at("what") << "\n"
            << messagesOf(verdict.violations);
        EXPECT_THAT(verdict.extraFields, UnorderedElementsAreArray(line.at("extra").get<std::vector<std::string>>()))
            << line.at("what");
    }
}

TEST(Catalog, PointsIdentifiersAndKeysAtDeclaredPlaces)
{
    for (const DeclaredTopic& topic : builtIn()->topics()) {
        for (const DeclaredIdentifier& identifier : topic.identifiers)
            EXPECT_TRUE(identifier.pointer.rfind("/payload/", 0) == 0 || identifier.pointer.rfind("/metadata/", 0) == 0)
                << topic.name << " " << identifier.pointer;
        if (!topic.schema || topic.keyPointer().empty() || topic.name == "dreamscape.ai.prediction.made")
            continue;
        const std::string member(topic.keyPointer().substr(std::string_view("/payload/").size()));
        EXPECT_TRUE(topic.schema->document().at("properties").contains(member)) << topic.name;
    }
}

TEST(Catalog, BuiltInFilesEqualTheFilesOfTheHouse)
{
    const auto fromDisk = Catalog::load(fs::path(SAGASCOPE_SOURCE_DIR) / "resources");
    ASSERT_TRUE(fromDisk) << fromDisk.error().text();
    ASSERT_EQ((*fromDisk)->topics().size(), builtIn()->topics().size());
    for (const DeclaredTopic& topic : builtIn()->topics()) {
        const DeclaredTopic* other = (*fromDisk)->topic(topic.name);
        ASSERT_NE(other, nullptr) << topic.name;
        EXPECT_EQ(other->schemaText, topic.schemaText);
    }
    EXPECT_EQ((*fromDisk)->definitions().size(), builtIn()->definitions().size());
}

TEST_F(EditableCatalog, NamesFileAndPlaceOfAFault)
{
    edit("catalog/payment.failed.json", "/identifiers/2/kind", "bookin");
    EXPECT_THAT(failure(),
                HasSubstr("catalog/payment.failed.json#/identifiers/2/kind: is no kind of identifier: bookin"));
}

TEST_F(EditableCatalog, RefusesAnUnknownStatus)
{
    edit("catalog/payment.failed.json", "/status", "alive");
    EXPECT_THAT(failure(), HasSubstr("catalog/payment.failed.json#/status"));
}

TEST_F(EditableCatalog, RefusesASchemaThatIsNone)
{
    edit("catalog/payment.failed.json", "/schema/required", 7);
    EXPECT_THAT(failure(), HasSubstr("catalog/payment.failed.json#/schema"));
}

TEST_F(EditableCatalog, RefusesATopicThatIsThereTwice)
{
    fs::copy(m_directory / "catalog/payment.failed.json", m_directory / "catalog/copy.json");
    EXPECT_THAT(failure(), HasSubstr("dreamscape.payment.failed is there twice"));
}

TEST_F(EditableCatalog, RefusesAFileThatIsNoJson)
{
    write("catalog/payment.failed.json", "{");
    EXPECT_EQ(failure(), "catalog/payment.failed.json: the file is no JSON");
}

TEST_F(EditableCatalog, NamesTheStepThatADefinitionMisses)
{
    edit("sagas/booking-payment.json", "/steps/2/awaits", "creatd");
    EXPECT_EQ(failure(), "sagas/booking-payment.json#/steps/2/awaits: there is no step named creatd");
}

TEST_F(EditableCatalog, NamesTheMemberThatADefinitionGetsWrong)
{
    edit("sagas/booking-payment.json", "/style", "chaotic");
    EXPECT_EQ(failure(), "sagas/booking-payment.json#/style: /style must be one of choreographed, orchestrated");
}

TEST_F(EditableCatalog, RefusesAMemberThatDefinitionsDoNotHave)
{
    edit("sagas/refund.json", "/steps/0/requird", true);
    EXPECT_THAT(failure(), HasSubstr("sagas/refund.json#/steps/0"));
    EXPECT_THAT(failure(), HasSubstr("requird"));
}

TEST_F(EditableCatalog, SaysWhichFolderIsMissing)
{
    fs::remove_all(m_directory / "sagas");
    EXPECT_THAT(failure(), HasSubstr("sagas"));
}

} // namespace
} // namespace sagascope::catalog
