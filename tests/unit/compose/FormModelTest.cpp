// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/FormModel.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"

namespace sagascope::compose {
namespace {

using testing::ElementsAre;

FormModel formOf(std::string_view schema)
{
    auto form = FormModel::fromSchema(schema);
    if (!form)
        throw std::runtime_error(form.error().text());
    return *form;
}

FormModel formFor(const char* eventType)
{
    static const auto catalog = *catalog::Catalog::load();
    return formOf(catalog->eventType(eventType)->schemaText);
}

std::vector<std::string> namesOf(const std::vector<FormField>& fields)
{
    std::vector<std::string> names;
    for (const FormField& field : fields)
        names.push_back(field.name);
    return names;
}

TEST(FormModel, ShowsFieldsInTheOrderOfTheSchema)
{
    EXPECT_THAT(namesOf(formFor("payment.completed").fields()),
                ElementsAre("paymentId", "bookingId", "userId", "amount", "currency", "transactionId", "completedAt"));
}

TEST(FormModel, GivesEveryTypeItsEditor)
{
    const FormModel form = formFor("voyage.booking.created");
    EXPECT_EQ(form.field("/bookingId")->kind, FieldKind::Text);
    EXPECT_EQ(form.field("/bookingType")->kind, FieldKind::Choice);
    EXPECT_THAT(form.field("/bookingType")->choices, ElementsAre("flight", "hotel", "package"));
    EXPECT_EQ(form.field("/totalAmount")->kind, FieldKind::Number);
    EXPECT_EQ(form.field("/totalAmount")->minimum, 0.0);
    EXPECT_EQ(form.field("/createdAt")->kind, FieldKind::DateTime);
    EXPECT_EQ(form.field("/items")->kind, FieldKind::List);
    EXPECT_EQ(form.field("/currency")->pattern, "^[A-Z]{3}$");
    EXPECT_EQ(formFor("user.consent.updated").field("/marketing")->kind, FieldKind::Boolean);
    EXPECT_EQ(formFor("user.profile.updated").field("/profile/dateOfBirth")->kind, FieldKind::Date);
    EXPECT_EQ(formFor("voyage.search.performed").field("/resultsCount")->kind, FieldKind::Integer);
}

TEST(FormModel, MarksWhatIsRequired)
{
    const FormModel form = formFor("user.created");
    EXPECT_TRUE(form.field("/email")->isRequired);
    EXPECT_EQ(form.field("/email")->format, "email");
    EXPECT_FALSE(form.field("/firstName")->isRequired);
}

TEST(FormModel, PointsElementsOfAListAtTheirPlace)
{
    const FormModel form = formFor("voyage.booking.created");
    const auto price = form.field("/items/3/price");
    ASSERT_TRUE(price);
    EXPECT_EQ(price->pointer, "/items/3/price");
    EXPECT_EQ(price->kind, FieldKind::Number);
    EXPECT_TRUE(price->isRequired);
    EXPECT_FALSE(form.field("/items/x/price"));
    EXPECT_FALSE(form.field("/nowhere"));
    EXPECT_THAT(namesOf(form.field("/items")->at(0).fields), ElementsAre("type", "reference", "description", "price"));
}

TEST(FormModel, FallsBackToJsonWhereAFormCannotFollow)
{
    const FormModel form = formOf(R"({"type":"object","properties":{
        "any":{},"choice":{"anyOf":[{"type":"string"},{"type":"number"}]},"two":{"type":["string","null"]},
        "free":{"type":"object"},"map":{"type":"object","additionalProperties":{"type":"string"}},
        "mixed":{"enum":[1,"a"]},"tuple":{"type":"array","items":[{"type":"string"}]}}})");
    for (const FormField& field : form.fields())
        EXPECT_EQ(field.kind, FieldKind::Raw) << field.name;
}

TEST(FormModel, EndsWhereASchemaRefersToItself)
{
    const FormModel form = formOf(
        R"({"type":"object","definitions":{"node":{"type":"object","properties":{"next":{"$ref":"#/definitions/node"}}},
        "loop":{"$ref":"#/definitions/loop"}},"properties":{"first":{"$ref":"#/definitions/node"},"odd":{"$ref":"#/definitions/loop"}}})");
    EXPECT_EQ(form.field("/first/next/next")->kind, FieldKind::Object);
    EXPECT_EQ(form.field("/odd")->kind, FieldKind::Raw);
}

TEST(FormModel, RefusesWhatDescribesNoObject)
{
    EXPECT_FALSE(FormModel::fromSchema(R"({"type":"string"})"));
    EXPECT_FALSE(FormModel::fromSchema("{"));
}

TEST(FormField, ReadsWhatItShows)
{
    const auto check = [](FieldKind kind, const Json& value, const char* text) {
        FormField field;
        field.kind = kind;
        EXPECT_EQ(field.show(&value), text);
        const auto read = field.read(text);
        ASSERT_TRUE(read) << text;
        EXPECT_EQ(*read, value) << text;
    };
    check(FieldKind::Text, "plain", "plain");
    check(FieldKind::Text, "", "");
    check(FieldKind::Number, 129.9, "129.9");
    check(FieldKind::Integer, -7, "-7");
    check(FieldKind::Boolean, true, "true");
    check(FieldKind::Raw, Json({{"a", 1}}), R"({"a":1})");
    check(FieldKind::Raw, "text", R"("text")");
    EXPECT_EQ(FormField().show(nullptr), "");
}

TEST(FormField, RefusesATextThatCannotBeAValueOfItsKind)
{
    FormField field;
    field.pointer = "/amount";
    field.kind = FieldKind::Number;
    EXPECT_EQ(field.read("12,5").error().subject, "/amount");
    EXPECT_FALSE(field.read(""));
    field.kind = FieldKind::Integer;
    EXPECT_FALSE(field.read("1.5"));
    field.kind = FieldKind::Boolean;
    EXPECT_FALSE(field.read("yes"));
    field.kind = FieldKind::Raw;
    EXPECT_FALSE(field.read("{"));
}

TEST(FormModel, IsMadeFromEverySchemaOfTheCatalog)
{
    const auto catalog = *catalog::Catalog::load();
    int forms = 0;
    const std::function<void(const std::vector<FormField>&, const std::string&)> visit = [&](const auto& fields,
                                                                                             const std::string& at) {
        for (const FormField& field : fields) {
            EXPECT_FALSE(field.description.empty() && field.name != "type" && field.name != "id")
                << at << field.pointer;
            visit(field.fields, at);
            visit(field.element.empty() ? std::vector<FormField>() : field.element.front().fields, at);
        }
    };
    for (const catalog::DeclaredTopic& topic : catalog->topics()) {
        if (!topic.schema)
            continue;
        const auto form = FormModel::fromSchema(topic.schemaText);
        ASSERT_TRUE(form) << topic.name;
        EXPECT_FALSE(form->fields().empty()) << topic.name;
        visit(form->fields(), topic.name);
        ++forms;
    }
    EXPECT_EQ(forms, 39);
}

} // namespace
} // namespace sagascope::compose
