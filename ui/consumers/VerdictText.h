// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include "core/metrics/FanOut.h"
#include "core/metrics/GroupBoard.h"

class QPainter;

// What core says about consumer groups in codes, in words. GUI thread (translations are looked up).
namespace sagascope::ui {

class ViewState;

[[nodiscard]] QString verdictLabel(metrics::Verdict verdict);
/// The same of one partition, of which more is known.
[[nodiscard]] QString standingLabel(const metrics::PartitionStanding& partition);
/// Readable as text on the theme's panels.
[[nodiscard]] QColor verdictColor(metrics::Verdict verdict);
/// Each verdict has a shape of its own: ok disc, slowing triangle, rewound arrow back, stopped square, stalled two bars, unknown
/// ring.
void paintVerdictMark(QPainter& painter, const QPointF& centre, double size, metrics::Verdict verdict);

/// Why, with its numbers.
[[nodiscard]] QString reasonSentence(const metrics::Judgement& judgement);
[[nodiscard]] QString phaseLabel(metrics::GroupPhase phase);
/// How a group is there: its phase and members; or that it is absent, cannot be read, …
[[nodiscard]] QString presenceText(const metrics::GroupReading& group);
/// The same at length, where there is something to explain; else empty.
[[nodiscard]] QString presenceSentence(const metrics::GroupReading& group);
/// What becomes of the lag, in a few words; a dash where there is nothing to say.
[[nodiscard]] QString forecastText(const metrics::Forecast& forecast);
[[nodiscard]] QString forecastSentence(const metrics::Forecast& forecast);
/// Where the age is from; empty where there is none to explain.
[[nodiscard]] QString ageSentence(const metrics::LagSample& sample);
/// What became of a record that the broker wrote at `written`.
[[nodiscard]] QString passageText(const metrics::GroupPassage& passage, base::Timestamp written);

/// A dash for what is not known.
[[nodiscard]] QString lagText(std::optional<std::int64_t> lag);
[[nodiscard]] QString ageText(std::optional<std::int64_t> milliseconds);
[[nodiscard]] QString rateText(double perSecond);
/// `payment.completed 0, 2` and so on: the partitions of each topic, without the topics' common beginning.
[[nodiscard]] QString placesText(const std::vector<metrics::Place>& places);
/// Without `dreamscape.`.
[[nodiscard]] QString shortTopic(const std::string& topic);
/// The client's name, which people choose; the coordinator's id where there is none.
[[nodiscard]] QString memberName(const metrics::GroupMember& member);
/// Tells a row of one partition from those of others.
[[nodiscard]] QString placeKey(const std::string& topic, std::int32_t partition);

} // namespace sagascope::ui
