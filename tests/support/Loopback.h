// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace sagascope::support {

/// Ports of the loopback address that nobody listens on now. They are not reserved.
std::vector<int> freePorts(int count);

/// Whether a Kafka broker answers on this loopback port: it is asked which API versions it speaks, the first question
/// of every client.
bool speaksKafka(int port);

} // namespace sagascope::support
