// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

namespace sagascope::support {

/// How bytes travel on a line, in each direction.
struct LinkSpeed
{
    std::size_t bytesPerSecond = 0;
    std::chrono::milliseconds delay{0}; ///< of every byte, beside what the line's width costs
};

/// A line of a given speed to a loopback port: whoever connects to port() talks with the target, slowly. Nothing is lost
/// or changed on the way. Has a thread of its own; the destructor closes all connections and joins it.
class SlowLink
{
public:
    SlowLink(int targetPort, LinkSpeed speed);
    ~SlowLink();
    SlowLink(const SlowLink&) = delete;
    SlowLink& operator=(const SlowLink&) = delete;

    [[nodiscard]] int port() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::support
