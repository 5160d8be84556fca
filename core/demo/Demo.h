// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/base/Result.h"
#include "core/demo/DemoOptions.h"
#include "core/demo/DemoReport.h"
#include "core/kafka/Profile.h"

namespace sagascope::demo {

/// A whole DreamScape in this process: a broker, the platform's topics, and services that are real Kafka clients, with
/// producers and consumer groups of their own, telling the stories of a StoryPlan.
///
/// The stories begin when every group has joined (about three seconds after start() on the embedded broker). After the
/// duration nothing new begins, and running stories are told to their end (a dead letter takes seven seconds).
///
/// Threads: every call from any. Ownership: owns the broker; clients of profile() should go before the Demo does.
/// The destructor stops everything within about two seconds, whatever is going on.
class Demo
{
public:
    /// Errors: InvalidArgument (subject: the option), Unreachable when no loopback port can be listened on.
    static base::Result<std::unique_ptr<Demo>> start(const DemoOptions& options);
    ~Demo();
    Demo(const Demo&) = delete;
    Demo& operator=(const Demo&) = delete;

    /// For observers: where the broker is, and which groups read which topics.
    [[nodiscard]] const kafka::Profile& profile() const;

    [[nodiscard]] bool hasStarted() const; ///< all groups have joined, stories are being told
    [[nodiscard]] bool isFinished() const; ///< nothing will be produced any more
    void stopStarting();                   ///< begin nothing new; running stories go on
    [[nodiscard]] DemoReport report() const;

private:
    class Impl;
    explicit Demo(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::demo
