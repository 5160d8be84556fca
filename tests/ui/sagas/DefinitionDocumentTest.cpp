// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/DefinitionDocument.h"

#include <QSignalSpy>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/EmbeddedResources.h"
#include "ui/common/JsonLayout.h"
#include "ui/common/JsonOutline.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"

namespace sagascope::ui {
namespace {

using compose::Json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string_view resource(std::string_view path)
{
    for (const catalog::EmbeddedFile& file : catalog::embeddedFiles())
        if (file.path == path)
            return file.text;
    ADD_FAILURE() << "no such resource: " << path;
    return {};
}

class DefinitionDocumentTest : public testing::Test
{
protected:
    static catalog::PayloadSchema schema()
    {
        return *catalog::PayloadSchema::compile(resource("sagas/saga-definition.schema.json"));
    }

    static Json booking() { return *compose::fromJsonText(resource("sagas/booking-payment.json")); }

    std::string text() const { return document.text().toStdString(); }
    std::string at(std::string_view pointer) const { return textOf(document.at(pointer)); }

    std::vector<std::string> faults() const
    {
        std::vector<std::string> sentences;
        for (const DocumentFault& fault : document.faults())
            sentences.push_back(faultSentence(fault).toStdString());
        return sentences;
    }

    void replaceInText(const char* before, const char* after)
    {
        QString changed = document.text();
        ASSERT_TRUE(changed.contains(QLatin1String(before))) << before;
        document.setText(changed.replace(changed.indexOf(QLatin1String(before)), qsizetype(qstrlen(before)), QLatin1String(after)));
    }

    DefinitionDocument document{schema(), booking()};
};

TEST_F(DefinitionDocumentTest, WhatIsBuiltInIsReadWithoutFault)
{
    for (const catalog::EmbeddedFile& file : catalog::embeddedFiles()) {
        if (file.path.substr(0, 6) != "sagas/" || file.path == "sagas/saga-definition.schema.json")
            continue;
        const Json root = *compose::fromJsonText(file.text);
        const DefinitionDocument opened(schema(), root);
        EXPECT_EQ(opened.root(), root) << file.path;
        EXPECT_TRUE(opened.faults().empty()) << file.path;
        EXPECT_TRUE(opened.definition()) << file.path;
        EXPECT_FALSE(opened.isModified()) << file.path;
    }
}

TEST_F(DefinitionDocumentTest, AnEditOfTheFormIsInTheTextAndInTheDefinition)
{
    QSignalSpy changes(&document, &DefinitionDocument::changed);
    document.put("/steps/2/timeLimitMs", 1'800'000);
    EXPECT_THAT(text(), HasSubstr("\"timeLimitMs\": 1800000"));
    EXPECT_EQ(document.definition()->step("paid")->timeLimit, std::chrono::minutes(30));
    EXPECT_TRUE(document.isModified());
    EXPECT_EQ(changes.size(), 1);
}

TEST_F(DefinitionDocumentTest, AnEditOfTheTextIsWhatTheFormReads)
{
    replaceInText("\"windowMs\": 1800000", "\"windowMs\": 60000");
    EXPECT_EQ(at("/inference/windowMs"), "60000");
    EXPECT_EQ(document.definition()->inference->window, std::chrono::minutes(1));
}

TEST_F(DefinitionDocumentTest, ANewMemberStandsWhereDefinitionsHaveIt)
{
    document.put("/steps/0/repeatable", true);
    std::vector<std::string> members;
    for (auto member = document.at("/steps/0")->begin(); member != document.at("/steps/0")->end(); ++member)
        members.push_back(member.key());
    EXPECT_THAT(members, ElementsAre("name", "eventType", "service", "role", "required", "repeatable", "fact", "amount"));
}

TEST_F(DefinitionDocumentTest, OneWayBackForFormAndText)
{
    const std::string before = text();
    document.put("/description", "Other words");
    replaceInText("\"threshold\": 0.8", "\"threshold\": 0.9");
    document.undoStack().undo();
    EXPECT_EQ(at("/inference/threshold"), "0.8");
    EXPECT_EQ(at("/description"), "Other words");
    document.undoStack().undo();
    EXPECT_EQ(text(), before);
    EXPECT_FALSE(document.isModified());
    document.undoStack().redo();
    EXPECT_EQ(at("/description"), "Other words");
}

TEST_F(DefinitionDocumentTest, WhatIsTypedIntoOneFieldIsTakenBackInOneGo)
{
    for (const char* typed : {"N", "Ne", "New"})
        document.put("/description", typed, DefinitionDocument::Way::Typed);
    document.put("/style", "orchestrated");
    document.put("/style", "choreographed");
    EXPECT_EQ(document.undoStack().count(), 3);
    document.undoStack().undo();
    EXPECT_EQ(at("/style"), "orchestrated");
    document.undoStack().undo();
    EXPECT_EQ(at("/description"), "New");
    document.undoStack().undo();
    EXPECT_EQ(document.root(), booking());
}

TEST_F(DefinitionDocumentTest, ATextThatIsNoJsonSaysWhereAndTheFormKeepsWhatWas)
{
    replaceInText("\"style\": \"choreographed\",", "\"style\": \"choreographed\"");
    EXPECT_FALSE(document.isReadable());
    EXPECT_FALSE(document.definition());
    EXPECT_THAT(faults(), ElementsAre("Line 4, column 3 · a comma or a closing bracket is missing here"));
    EXPECT_EQ(at("/name"), "booking-payment");
    document.put("/name", "other");
    EXPECT_THAT(text(), HasSubstr("booking-payment")) << "the form does not write over a text that is being mended";
}

TEST_F(DefinitionDocumentTest, EveryFaultHasItsPlaceInTheText)
{
    document.put("/steps/2/awaits", "nothing");
    document.put("/inference/weights/user", 0.4);
    EXPECT_THAT(faults(), ElementsAre("/steps/2/awaits · there is no step named nothing", "/inference/weights · the weights add up to 1.2 instead of 1"));
    const DocumentFault& fault = document.faults().front();
    EXPECT_TRUE(document.text().mid(fault.offset).startsWith(QStringLiteral("\"awaits\": \"nothing\"")));
    EXPECT_EQ(document.text().split(u'\n')[fault.line - 1].trimmed(), QStringLiteral("\"awaits\": \"nothing\","));
}

TEST_F(DefinitionDocumentTest, AStepIsRenamedWhereverItIsSpokenOf)
{
    document.renameStep(2, "charged");
    EXPECT_TRUE(document.definition()) << testing::PrintToString(faults());
    EXPECT_EQ(at("/steps/3/awaits"), "charged");
    EXPECT_EQ(at("/steps/6/compensates"), "charged");
    EXPECT_EQ(at("/steps/4/supersededBy"), "[\"charged\"]");
    EXPECT_EQ(at("/outcomes/success"), "[\"charged\",\"confirmed\"]");
    EXPECT_EQ(at("/invariants/0/present"), "[\"charged\",\"cancelled\"]");
    document.undoStack().undo();
    EXPECT_EQ(document.root(), booking());
}

TEST_F(DefinitionDocumentTest, ElementsAreAddedMovedAndRemoved)
{
    document.insert("/follows", 0, Json::object({{"effect", "a.b"}, {"causes", Json::array({"c.d"})}}));
    EXPECT_EQ(at("/follows/0/effect"), "a.b");
    document.move("/follows", 0, 1);
    EXPECT_EQ(at("/follows/1/effect"), "a.b");
    document.remove("/follows/1");
    EXPECT_EQ(document.root(), booking());
}

TEST_F(DefinitionDocumentTest, ANewOneIsUnsavedAndSaysWhatItNeeds)
{
    DefinitionDocument fresh(schema(), emptyDefinition("mine"));
    fresh.setSavedAs(nullptr);
    EXPECT_TRUE(fresh.isModified());
    EXPECT_FALSE(fresh.definition());
    EXPECT_FALSE(fresh.faults().empty());
    fresh.setSaved();
    EXPECT_FALSE(fresh.isModified());
}

TEST(JsonOutlineTest, NamesWhatKeepsATextFromBeingJson)
{
    const auto problem = [](const char* text) { return JsonOutline(QLatin1String(text).toString()).problem(); };
    EXPECT_EQ(problem("  "), JsonSyntax::Empty);
    EXPECT_EQ(problem("{\"a\": }"), JsonSyntax::NoValue);
    EXPECT_EQ(problem("{a: 1}"), JsonSyntax::NoName);
    EXPECT_EQ(problem("{\"a\" 1}"), JsonSyntax::NoColon);
    EXPECT_EQ(problem("[1 2]"), JsonSyntax::NoComma);
    EXPECT_EQ(problem("[\"a"), JsonSyntax::UnclosedText);
    EXPECT_EQ(problem("[\"\\x\"]"), JsonSyntax::BadEscape);
    EXPECT_EQ(problem("[yes]"), JsonSyntax::BadWord);
    EXPECT_EQ(problem("[01]"), JsonSyntax::BadWord);
    EXPECT_EQ(problem("{\"a\": 1, \"a\": 2}"), JsonSyntax::NameTwice);
    EXPECT_EQ(problem("{} {}"), JsonSyntax::Rest);
    EXPECT_EQ(JsonOutline(QString(5000, u'[')).problem(), JsonSyntax::TooDeep);
    EXPECT_EQ(problem("{\"a\": [1, -2.5e3, true, null, \"\\u00e9\"]}"), JsonSyntax::Valid);
}

TEST(JsonOutlineTest, KnowsWhereAValueStands)
{
    const QString text = QStringLiteral("{\"a/b\": [1, {\"c\": 2}]}");
    const JsonOutline outline(text);
    EXPECT_EQ(outline.nearest("/a~1b/1/c")->start, text.indexOf(QStringLiteral("\"c\"")));
    EXPECT_EQ(outline.nearest("/a~1b/1/missing")->pointer, "/a~1b/1");
    EXPECT_EQ(outline.pointerAt(text.indexOf(u'2')), "/a~1b/1/c");
}

TEST(JsonLayoutTest, SetsShortThingsOnOneLineAndReadsBackEqual)
{
    const Json value = *compose::fromJsonText(R"({"b": [], "a": {"x": 0.2, "y": [1, 2]}, "list": ["aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"]})");
    EXPECT_EQ(layOutJson(value, 40).toStdString(), R"({
  "b": [],
  "a": {"x": 0.2, "y": [1, 2]},
  "list": [
    "aaaaaaaa", "bbbbbbbb", "cccccccc",
    "dddddddd"
  ]
}
)");
    EXPECT_EQ(*compose::fromJsonText(layOutJson(value, 10).toStdString()), value);
}

TEST(SpanTest, IsReadAsPeopleWriteIt)
{
    const auto span = [](const char* text) { return readSpan(QLatin1String(text).toString()).value_or(-1); };
    EXPECT_EQ(span("15 min"), 900'000);
    EXPECT_EQ(span("1h30m"), 5'400'000);
    EXPECT_EQ(span("1.5 s"), 1500);
    EXPECT_EQ(span("250 ms"), 250);
    EXPECT_EQ(span("90"), 90'000);
    EXPECT_EQ(span("soon"), -1);
    EXPECT_EQ(span("5 min and more"), -1);
    for (const std::int64_t length : {250LL, 1500LL, 900'000LL, 5'400'000LL, 90'000'000LL})
        EXPECT_EQ(readSpan(spanText(length)), length) << spanText(length).toStdString();
}

} // namespace
} // namespace sagascope::ui
