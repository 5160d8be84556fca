// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/DemoOptions.h"

namespace sagascope::demo {

namespace {

base::Error invalid(const char* subject, const char* detail)
{
    return {base::ErrorCode::InvalidArgument, subject, detail};
}

} // namespace

base::Result<void> DemoOptions::check() const
{
    // Written so that NaN fails as well.
    if (!(rate >= 1 && rate <= 5'000))
        return invalid("rate", "must be between 1 and 5000 events per second");
    if (!(failureRate >= 0 && failureRate <= 1))
        return invalid("failure-rate", "must be between 0 and 1");
    if (!(platformShare >= 0 && platformShare <= 1))
        return invalid("dialect", "share must be between 0 and 1");
    if (duration && duration->count() <= 0)
        return invalid("duration", "must be longer than nothing");
    return {};
}

} // namespace sagascope::demo
