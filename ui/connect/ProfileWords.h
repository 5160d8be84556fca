// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <string>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"
#include "core/profile/ClusterProfile.h"
#include "core/profile/ProfileImport.h"

// The words and colours of profiles. GUI thread (translations are looked up).
namespace sagascope::ui {

[[nodiscard]] QString environmentLabel(kafka::Environment environment);
[[nodiscard]] QString mechanismLabel(profile::SaslMechanism mechanism);

/// The profile's own, else the environment's: what may go wrong in one is to be seen.
[[nodiscard]] QColor profileColour(const std::string& colour, kafka::Environment environment);

/// What is wrong with a member of a profile and how to mend it, from what ClusterProfile::check() said.
[[nodiscard]] QString profileProblem(const base::Error& error);

[[nodiscard]] QString importRemarkSentence(const profile::ImportRemark& remark);

} // namespace sagascope::ui
