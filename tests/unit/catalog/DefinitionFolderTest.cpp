// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionFolder.h"

#include <filesystem>
#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionText.h"
#include "tests/support/History.h"

namespace sagascope::catalog {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace fs = std::filesystem;

class DefinitionFolderTest : public testing::Test
{
protected:
    DefinitionFolderTest() : m_folder(m_directory, test::builtInCatalog()->definitionSchema()) {}
    ~DefinitionFolderTest() override
    {
        std::error_code ignored;
        fs::permissions(m_directory, fs::perms::owner_all, ignored);
        fs::remove_all(m_directory, ignored);
    }

    static SagaDefinition named(const std::string& name)
    {
        SagaDefinition definition = *test::builtInCatalog()->definition("refund");
        definition.name = name;
        return definition;
    }

    void put(const std::string& file, const std::string& text) const
    {
        fs::create_directories(m_directory);
        std::ofstream(m_directory / file, std::ios::binary) << text;
    }

    [[nodiscard]] std::vector<std::string> filesIn() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_directory))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    [[nodiscard]] std::vector<std::string> namesOf() const
    {
        std::vector<std::string> names;
        for (const SagaDefinition& definition : m_folder.load().definitions)
            names.push_back(definition.name);
        return names;
    }

    fs::path m_directory = fs::temp_directory_path() / ("sagascope-definitions-" + std::to_string(std::random_device{}()));
    DefinitionFolder m_folder;
};

TEST_F(DefinitionFolderTest, AFolderThatIsNotThereHasNothingAndNoFault)
{
    const auto content = m_folder.load();
    EXPECT_THAT(content.definitions, IsEmpty());
    EXPECT_THAT(content.faults, IsEmpty());
    EXPECT_FALSE(fs::exists(m_directory));
}

TEST_F(DefinitionFolderTest, WhatIsSavedIsLoadedAgain)
{
    ASSERT_TRUE(m_folder.save(named("b")));
    ASSERT_TRUE(m_folder.save(named("a")));
    const auto content = m_folder.load();
    EXPECT_THAT(content.definitions, ElementsAre(named("a"), named("b")));
    EXPECT_THAT(content.faults, IsEmpty());
    EXPECT_THAT(filesIn(), ElementsAre("a.json", "b.json")) << "nothing is left of writing them";
}

TEST_F(DefinitionFolderTest, TheTextIsKeptAsItWasWritten)
{
    const std::string text = "  " + writeSagaDefinition(named("mine")) + "\n\n";
    ASSERT_TRUE(m_folder.save(text));
    const auto kept = m_folder.textOf("mine");
    ASSERT_TRUE(kept);
    EXPECT_EQ(*kept, text);
}

TEST_F(DefinitionFolderTest, SavingReplacesWhatHasTheSameName)
{
    SagaDefinition definition = named("mine");
    ASSERT_TRUE(m_folder.save(definition));
    definition.description = "Changed.";
    ASSERT_TRUE(m_folder.save(definition));
    EXPECT_THAT(m_folder.load().definitions, ElementsAre(definition));
}

TEST_F(DefinitionFolderTest, ATextThatIsNoDefinitionIsNotSaved)
{
    const auto saved = m_folder.save(R"({"name": "mine"})");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, base::ErrorCode::Malformed);
    EXPECT_FALSE(fs::exists(m_directory));
}

TEST_F(DefinitionFolderTest, OneBadFileNeverHidesTheOthers)
{
    ASSERT_TRUE(m_folder.save(named("good")));
    put("no-json.json", "{");
    put("empty.json", "");
    put("readme.txt", "not looked at");
    SagaDefinition contradictory = named("contradictory");
    contradictory.start = "nowhere";
    put("contradictory.json", writeSagaDefinition(contradictory));
    put("other-name.json", writeSagaDefinition(named("good")));
    fs::create_directory(m_directory / "folder.json");

    const auto content = m_folder.load();
    EXPECT_THAT(namesOf(), ElementsAre("good"));
    ASSERT_EQ(content.faults.size(), 5U);
    EXPECT_EQ(content.faults[0], (DefinitionFault{(m_directory / "contradictory.json").string(), "/start",
                                                  "there is no step named nowhere"}));
    EXPECT_THAT(content.faults[1].text(), HasSubstr("empty.json: the file is no JSON"));
    EXPECT_THAT(content.faults[2].text(), HasSubstr("folder.json: the file can't be read"));
    EXPECT_THAT(content.faults[3].text(), HasSubstr("no-json.json: the file is no JSON"));
    EXPECT_THAT(content.faults[4].text(), HasSubstr("other-name.json#/name: the definition is named good"));
}

TEST_F(DefinitionFolderTest, AFileBeyondAllSizeIsNotRead)
{
    put("big.json", std::string(kLargestDefinition + 1, ' '));
    ASSERT_EQ(m_folder.load().faults.size(), 1U);
    EXPECT_THAT(m_folder.load().faults[0].sentence, HasSubstr("too large"));
}

TEST_F(DefinitionFolderTest, WhatIsRemovedIsGone)
{
    ASSERT_TRUE(m_folder.save(named("mine")));
    EXPECT_TRUE(m_folder.remove("mine"));
    EXPECT_THAT(namesOf(), IsEmpty());
    const auto again = m_folder.remove("mine");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, base::ErrorCode::NotFound);
}

TEST_F(DefinitionFolderTest, ANameNeverLeavesTheFolder)
{
    put("victim.json", "{}");
    for (const char* name : {"", "..", "../victim", "a/b", "a\\b", "A", "a b", "-a", "a-", "a--b", "con", "lpt1", ".hidden", "ü"}) {
        EXPECT_FALSE(DefinitionFolder::isFileSafe(name)) << name;
        const auto removed = m_folder.remove(name);
        ASSERT_FALSE(removed) << name;
        EXPECT_EQ(removed.error().code, base::ErrorCode::InvalidArgument) << name;
    }
    EXPECT_FALSE(DefinitionFolder::isFileSafe(std::string(81, 'a')));
    EXPECT_TRUE(DefinitionFolder::isFileSafe("booking-payment-2"));
    EXPECT_TRUE(DefinitionFolder::isFileSafe("console"));
    const auto device = m_folder.save(named("nul"));
    ASSERT_FALSE(device);
    EXPECT_EQ(device.error().code, base::ErrorCode::InvalidArgument);
    EXPECT_THAT(filesIn(), ElementsAre("victim.json"));
}

TEST_F(DefinitionFolderTest, APlaceThatIsNoFolderIsAFaultAndRefusesToKeepAnything)
{
    std::ofstream(m_directory, std::ios::binary) << "a file";
    ASSERT_EQ(m_folder.load().faults.size(), 1U);
    EXPECT_EQ(m_folder.load().faults[0].file, m_directory.string());
    const auto saved = m_folder.save(named("mine"));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, base::ErrorCode::Refused);
}

TEST_F(DefinitionFolderTest, WhereTheFileCannotBePutTheOldOneStays)
{
    fs::create_directories(m_directory / "mine.json" / "inside"); // nothing can be renamed over it
    const auto saved = m_folder.save(named("mine"));
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, base::ErrorCode::Refused);
    EXPECT_THAT(filesIn(), ElementsAre("mine.json")) << "nothing is left of trying";
}

} // namespace
} // namespace sagascope::catalog
