// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CaptureReading.h"

#include "core/session/CaptureSource.h"
#include "core/session/Session.h"

namespace sagascope::session {

base::Result<SnapshotPtr> readCapture(const std::filesystem::path& file, std::shared_ptr<const catalog::Catalog> catalog,
                                      const std::function<bool()>& shouldStop,
                                      const std::function<void(std::uint64_t)>& showRecords)
{
    constexpr std::chrono::milliseconds kLook{100};
    auto source = openRecording(file, catalog.get());
    if (!source)
        return source.error();
    SessionOptions options;
    options.catalog = std::move(catalog);
    Session session(std::move(*source), options);
    while (!session.waitUntilFinished(kLook)) {
        if (showRecords)
            showRecords(session.snapshot()->counts.records);
        if (shouldStop && shouldStop())
            break;
    }
    session.stop();
    if (const auto failure = session.failure())
        return *failure;
    return session.snapshot();
}

} // namespace sagascope::session
