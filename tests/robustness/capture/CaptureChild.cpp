// SPDX-License-Identifier: GPL-3.0-or-later
// Usage: capture_child FILE SEED. Writes a capture and prints the number (which is the offset) of every record once it is
// committed, a line each, until somebody kills it; some seeds come to an end by themselves and close the file.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <thread>

#include <unistd.h>

#include "core/capture/CaptureWriter.h"
#include "tests/robustness/capture/NumberedRecords.h"

namespace {

using namespace sagascope;

/// Without any buffer of ours: what was printed has left the process.
void print(const std::string& text)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written <= 0)
            std::_Exit(3);
        rest.remove_prefix(std::size_t(written));
    }
}

event::RecordBatch numberedBatch(std::uint32_t first, std::uint32_t count)
{
    event::RecordBatch batch;
    for (std::uint32_t i = first; i < first + count; ++i) {
        const test::Record record = robustness::numberedRecord(i);
        batch.append(record.raw());
    }
    return batch;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    std::minstd_rand random(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
    std::uint64_t acknowledged = 0;
    capture::CaptureOptions options;
    options.commitInterval = std::chrono::milliseconds(1 + random() % 20);
    options.commitBytes = 100'000 + random() % 1'000'000;
    auto writer = capture::CaptureWriter::create(argv[1], options, [&acknowledged](std::uint64_t committed) {
        std::string lines;
        for (; acknowledged < committed; ++acknowledged)
            lines += std::to_string(acknowledged) + "\n";
        print(lines);
    });
    if (!writer)
        return 4;
    const auto end = static_cast<std::uint32_t>(random() % 2 == 0 ? 2'000 + random() % 20'000 : 10'000'000);
    for (std::uint32_t next = 0; next < end;) {
        const auto count = static_cast<std::uint32_t>(1 + random() % 200);
        if ((*writer)->append(numberedBatch(next, count)))
            next += count;
        if (random() % 4 == 0)
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 3'000));
    }
    return (*writer)->close() ? 0 : 5;
}
