// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <span>
#include <variant>
#include <vector>

#include <simdjson.h>

#include "core/event/Decoder.h"
#include "core/identity/Identity.h"
#include "tests/bench/speed/Measurements.h"
#include "tests/bench/speed/Records.h"
#include "tests/bench/speed/Stopwatch.h"
#include "tests/bench/speed/Verdict.h"

namespace sagascope::bench {
namespace {

using Batches = std::span<const event::RecordBatch>;

std::size_t largestValue(Batches batches)
{
    std::size_t largest = 0;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records())
            largest = std::max(largest, record.value.value_or("").size());
    }
    return largest;
}

/// Seconds that simdjson takes for the values alone, copied into padded memory like ours.
double parseDom(Batches batches, simdjson::dom::parser& parser, std::vector<char>& padded)
{
    std::size_t understood = 0;
    const Stopwatch watch;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records()) {
            const std::string_view value = record.value.value_or("");
            std::memcpy(padded.data(), value.data(), value.size());
            understood += parser.parse(padded.data(), value.size(), false).error() == simdjson::SUCCESS ? 1 : 0;
        }
    }
    const double seconds = watch.thread();
    if (understood == 0)
        throw std::runtime_error("simdjson reads none of the values");
    return seconds;
}

double decode(Batches batches)
{
    event::Decoder decoder;
    std::size_t understood = 0;
    const Stopwatch watch;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records())
            understood += std::holds_alternative<event::Event>(decoder.decode(record)) ? 1 : 0;
    }
    const double seconds = watch.thread();
    if (understood == 0)
        throw std::runtime_error("none of the values is an event");
    return seconds;
}

/// Declared ids, aliases and causes: all that ties one event to another.
double decodeAndLink(Batches batches, const std::shared_ptr<const catalog::Catalog>& catalog)
{
    event::Decoder decoder;
    identity::Identity identity(catalog);
    std::uint32_t index = 0;
    const Stopwatch watch;
    for (const event::RecordBatch& batch : batches) {
        for (const event::RawRecord& record : batch.records()) {
            const event::Decoded& decoded = decoder.decode(record);
            identity.append(base::EventIndex(index++), std::get_if<event::Event>(&decoded), record.value.value_or(""));
        }
    }
    return watch.thread();
}

} // namespace

void measureDecode(const Setup& setup)
{
    const auto catalog = theCatalog();
    const auto batches = recordsInMemory(setup.events);
    simdjson::dom::parser parser;
    std::vector<char> padded(largestValue(batches) + simdjson::SIMDJSON_PADDING);
    std::vector<double> ratios;
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> linked;
    for (int round = 0; round < setup.rounds; ++round) {
        theirs.push_back(parseDom(batches, parser, padded));
        ours.push_back(decode(batches));
        ratios.push_back(ours.back() / theirs.back());
        linked.push_back(decodeAndLink(batches, catalog));
    }
    const auto events = double(setup.events);
    tellAtMost("decode.of-dom", median(ratios), "times", 1.6);
    tell("decode.dom", median(theirs) / events * 1e9, "ns/event");
    tell("decode.ours", median(ours) / events * 1e9, "ns/event");
    tellAtLeast("decode.and-link", events / median(linked), "events/s", 2'500'000);
}

} // namespace sagascope::bench
