// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/Setup.h"

#include <cstdio>
#include <exception>

#include <QCommandLineParser>
#include <QCoreApplication>

namespace sagascope::bench {

std::optional<Setup> readSetup(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("WHAT"), QStringLiteral("Which measurement."));
    const auto add = [&](const char* name, const char* what, const char* value, const char* usual = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value), QString::fromLatin1(usual)});
    };
    add("events", "How many events, where it makes them itself.", "N", "200000");
    add("rounds", "How often; the median counts.", "N", "3");
    add("capture", "A capture that `generate` made.", "FILE");
    add("values", "The same events' values, a line each, compressed by zstd.", "FILE");
    add("program", "The application.", "FILE");
    parser.process(application);

    Setup setup;
    bool isCount = false;
    bool isRounds = false;
    setup.events = parser.value(QStringLiteral("events")).toULongLong(&isCount);
    setup.rounds = parser.value(QStringLiteral("rounds")).toInt(&isRounds);
    setup.capture = parser.value(QStringLiteral("capture")).toStdString();
    setup.values = parser.value(QStringLiteral("values")).toStdString();
    setup.program = parser.value(QStringLiteral("program")).toStdString();
    if (parser.positionalArguments().size() != 1 || !isCount || !isRounds || setup.events == 0 || setup.rounds < 1) {
        std::fputs("one measurement and positive numbers are wanted; see --help\n", stderr);
        return std::nullopt;
    }
    setup.what = parser.positionalArguments().first().toStdString();
    return setup;
}

int run(const Setup& setup, void (*measure)(const Setup&))
{
    try {
        measure(setup);
        return 0;
    } catch (const Unavailable& lack) {
        std::fprintf(stderr, "%s was not measured: %s\n", setup.what.c_str(), lack.what());
        return kUnavailable;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s could not be measured: %s\n", setup.what.c_str(), failure.what());
        return 1;
    }
}

} // namespace sagascope::bench
