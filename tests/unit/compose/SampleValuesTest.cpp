// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/SampleValues.h"

#include <set>

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/catalog/ValueFormat.h"
#include "tests/unit/compose/FixedClock.h"

namespace sagascope::compose {
namespace {

class EverySchema : public testing::TestWithParam<SampleValues::Fill>
{
};

TEST_P(EverySchema, AcceptsItsSamples)
{
    const auto catalog = *catalog::Catalog::load();
    const FixedClock clock;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SampleValues samples(seed, clock);
        for (const catalog::DeclaredTopic& topic : catalog->topics()) {
            if (!topic.schema)
                continue;
            const std::string payload =
                toJsonText(samples.payload(*FormModel::fromSchema(topic.schemaText), GetParam()));
            const auto verdict = topic.schema->inspect(payload);
            EXPECT_TRUE(verdict.violations.empty())
                << topic.name << " " << payload << " " << verdict.violations.front().message;
            EXPECT_TRUE(verdict.extraFields.empty()) << topic.name << " " << payload;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Fill, EverySchema,
                         testing::Values(SampleValues::Fill::Required, SampleValues::Fill::Everything));

TEST(SampleValues, AreTheSameForTheSameSeed)
{
    const auto catalog = *catalog::Catalog::load();
    const FixedClock clock;
    const auto form = *FormModel::fromSchema(catalog->eventType("voyage.booking.created")->schemaText);
    EXPECT_EQ(SampleValues(7, clock).payload(form), SampleValues(7, clock).payload(form));
    EXPECT_NE(SampleValues(7, clock).payload(form), SampleValues(8, clock).payload(form));
}

TEST(SampleValues, FillOptionalFieldsOnlyWhenAsked)
{
    const auto catalog = *catalog::Catalog::load();
    const auto form = *FormModel::fromSchema(catalog->eventType("user.created")->schemaText);
    SampleValues samples(1);
    EXPECT_FALSE(samples.payload(form).contains("firstName"));
    EXPECT_TRUE(samples.payload(form, SampleValues::Fill::Everything).contains("firstName"));
}

TEST(SampleValues, MakeVersionFourUuidsThatDoNotRepeat)
{
    SampleValues samples = SampleValues::unseeded();
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = samples.uuid();
        EXPECT_TRUE(catalog::matchesFormat("uuid", id)) << id;
        EXPECT_EQ(id[14], '4') << id;
        EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos) << id;
        EXPECT_TRUE(seen.insert(id).second);
    }
}

TEST(SampleValues, TakeTheTimeFromTheClock)
{
    const FixedClock clock;
    FormField field;
    field.kind = FieldKind::DateTime;
    EXPECT_EQ(SampleValues(1, clock).value(field), "2026-11-23T10:24:18.512Z");
    field.kind = FieldKind::Text;
    field.name = "confirmationNumber";
    EXPECT_EQ(SampleValues(1, clock).value(field).get<std::string>().substr(0, 14), "BOOK-20261123-");
}

} // namespace
} // namespace sagascope::compose
