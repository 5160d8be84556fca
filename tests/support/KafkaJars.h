// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sagascope::support {

/// The class path of the Kafka jars, or why there is none.
struct KafkaJars
{
    std::string classPath;
    std::string reason;
};

/// The jars pinned in tests/kafka/pom.xml, in the build folder. The first caller has Maven fetch them; others wait
/// for it at a lock file, so test processes may run in parallel. Fetched again only when the pom changes.
KafkaJars fetchKafkaJars();

} // namespace sagascope::support
