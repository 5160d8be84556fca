// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/catalog/Catalog.h"
#include "core/kafka/EmbeddedBroker.h"
#include "core/kafka/Publisher.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"
#include "ui/compose/ComposeRoom.h"
#include "ui/shell/SessionHost.h"
#include "ui/state/ViewState.h"

namespace sagascope::test {

/// What is built into the program, loaded once.
[[nodiscard]] inline const std::shared_ptr<const catalog::Catalog>& loadedCatalog()
{
    static const auto catalog = catalog::Catalog::load().value();
    return catalog;
}

[[nodiscard]] inline bool waitFor(const std::function<bool()>& condition, int milliseconds = 30'000)
{
    return QTest::qWaitFor(condition, milliseconds);
}

/// A Compose room on a state of its own, without any session.
struct ComposeTest : testing::Test
{
    ui::ViewState state;
    ui::ComposeRoom room{state, loadedCatalog()};

    void SetUp() override
    {
        room.resize(1140, 720);
        room.show();
    }

    /// The first widget of a kind inside the editor of a payload field.
    template <typename Widget> [[nodiscard]] Widget* input(const char* pointer)
    {
        auto* editor = room.findChild<QWidget*>(QStringLiteral("field ") + QString::fromLatin1(pointer));
        return editor == nullptr ? nullptr : editor->findChild<Widget*>();
    }
    template <typename Part> [[nodiscard]] Part* part() { return room.findChild<Part*>(); }
    void settle() { ASSERT_TRUE(waitFor([this] { return room.isSettled(); })); }
};

/// The same with a session that reads an embedded broker.
struct ComposeOnBrokerTest : ComposeTest
{
    std::unique_ptr<kafka::EmbeddedBroker> broker;
    ui::StartedSession started;
    QTimer pump;

    void SetUp() override
    {
        ComposeTest::SetUp();
        broker = kafka::EmbeddedBroker::start().value();
        createTopics();
        start(broker->profile("staging"));
        QObject::connect(&pump, &QTimer::timeout, &state, [this] {
            if (started.session->snapshot()->sequence != state.snapshot()->sequence)
                state.setSnapshot(started.session->snapshot());
        });
        pump.start(20);
    }

    void TearDown() override
    {
        pump.stop();
        room.clearTarget();
        started.session->stop();
        started.publisher.reset();
        started.session.reset();
        broker.reset();
    }

    void createTopics()
    {
        for (const char* topic : {"dreamscape.voyage.booking.created", "dreamscape.payment.initiated",
                                  "dreamscape.payment.failed", "dreamscape.voyage.booking.cancelled"})
            ASSERT_TRUE(broker->createTopic(topic, 3));
    }

    void start(kafka::Profile profile)
    {
        profile.metadataInterval = std::chrono::milliseconds(100);
        session::KafkaSourceOptions options;
        options.published = started.published;
        auto source = session::KafkaSource::open(profile, options);
        ASSERT_TRUE(source) << source.error().text();
        session::SessionOptions sessionOptions;
        sessionOptions.catalog = loadedCatalog();
        started.session = std::make_shared<session::Session>(std::move(source).value(), sessionOptions);
        started.publisher = kafka::Publisher::open(profile).value();
        started.profile = profile;
        room.attach(started);
    }
};

} // namespace sagascope::test
