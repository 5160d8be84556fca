// SPDX-License-Identifier: GPL-3.0-or-later
// Writes made-up events in the platform's ratios: see DemoTraffic. The same options give the same bytes on any day, and
// fewer events are the beginning of more.
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <QCommandLineParser>
#include <QCoreApplication>

#include "core/capture/CaptureWriter.h"
#include "core/event/JsonLines.h"
#include "tests/bench/DemoTraffic.h"

namespace sagascope::bench {
namespace {

constexpr std::size_t kBatch = 2'000;

int complain(const std::string& what)
{
    std::fprintf(stderr, "generate: %s\n", what.c_str());
    return 2;
}

/// A file, or standard output where it is called `-`; none without a name.
class Output
{
public:
    explicit Output(const QString& name)
    {
        if (!name.isEmpty())
            m_file = name == QLatin1String("-") ? stdout : std::fopen(name.toLocal8Bit().constData(), "wb");
        m_isWanted = !name.isEmpty();
    }
    ~Output()
    {
        if (m_file && m_file != stdout)
            std::fclose(m_file);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    [[nodiscard]] bool isWanted() const { return m_isWanted; }
    bool writeLine(std::string_view line)
    {
        return m_file && std::fwrite(line.data(), 1, line.size(), m_file) == line.size() && std::fputc('\n', m_file) != EOF;
    }
    [[nodiscard]] bool close() { return m_file && std::fflush(m_file) == 0; }

private:
    std::FILE* m_file = nullptr;
    bool m_isWanted = false;
};

/// A capture that takes everything, however long the disk needs.
class Capture
{
public:
    base::Result<void> open(const QString& name)
    {
        if (name.isEmpty())
            return {};
        capture::CaptureOptions options;
        options.longestWait = std::chrono::hours(1);
        auto writer = capture::CaptureWriter::create(name.toStdString(), options);
        if (!writer)
            return writer.error();
        m_writer = *std::move(writer);
        return {};
    }
    void take(const event::RawRecord& record)
    {
        if (!m_writer)
            return;
        m_batch.append(record);
        if (m_batch.size() == kBatch)
            hand();
    }
    base::Result<void> close()
    {
        if (!m_writer)
            return {};
        hand();
        const auto closed = m_writer->close();
        const std::uint64_t missed = m_writer->status().missed;
        if (closed && missed > 0)
            return base::Error{base::ErrorCode::Unreadable, m_writer->status().path, std::to_string(missed) + " events are not in it"};
        return closed;
    }

private:
    void hand()
    {
        m_writer->append(m_batch);
        m_batch = event::RecordBatch();
    }
    std::unique_ptr<capture::CaptureWriter> m_writer;
    event::RecordBatch m_batch;
};

struct Orders
{
    std::uint64_t count = 0;
    DemoTrafficOptions traffic;
    QString lines;
    QString values;
    QString capture;
};

std::optional<double> shareOf(const QString& dialect)
{
    return dialect == QLatin1String("spec")       ? std::optional(0.0)
           : dialect == QLatin1String("platform") ? std::optional(1.0)
           : dialect == QLatin1String("mixed")    ? std::optional(0.5)
                                                  : std::nullopt;
}

std::optional<Orders> readOrders(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes made-up events in the platform's ratios."));
    parser.addHelpOption();
    const auto add = [&](const char* name, const char* what, const char* value, const char* usual = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1(value), QString::fromLatin1(usual)});
    };
    add("count", "How many.", "N", "1000");
    add("seed", "Another number, other events.", "N", "1");
    add("rate", "Events a second of their own time.", "N", "100");
    add("dialect", "spec, platform or mixed.", "NAME", "mixed");
    add("lines", "Where JSON lines as kcat -J prints them go; - is standard output, as without any of these.", "FILE");
    add("values", "Where the values alone go, a line each.", "FILE");
    add("capture", "A new capture.", "FILE.sagascope");
    parser.process(application);

    bool isCount = false;
    bool isSeed = false;
    bool isRate = false;
    Orders orders;
    orders.count = parser.value(QStringLiteral("count")).toULongLong(&isCount);
    orders.traffic.seed = parser.value(QStringLiteral("seed")).toULongLong(&isSeed);
    orders.traffic.perSecond = parser.value(QStringLiteral("rate")).toDouble(&isRate);
    const auto share = shareOf(parser.value(QStringLiteral("dialect")));
    if (!isCount || !isSeed || !isRate || !(orders.traffic.perSecond > 0) || !share)
        return std::nullopt;
    orders.traffic.platformShare = *share;
    orders.lines = parser.value(QStringLiteral("lines"));
    orders.values = parser.value(QStringLiteral("values"));
    orders.capture = parser.value(QStringLiteral("capture"));
    if (orders.lines.isEmpty() && orders.values.isEmpty() && orders.capture.isEmpty())
        orders.lines = QStringLiteral("-");
    return orders;
}

int generate(const Orders& orders)
{
    Output lines(orders.lines);
    Output values(orders.values);
    Capture capture;
    if (const auto opened = capture.open(orders.capture); !opened)
        return complain(opened.error().text());
    DemoTraffic traffic(orders.traffic);
    for (std::uint64_t i = 0; i < orders.count; ++i) {
        const event::RawRecord record = traffic.next();
        if (lines.isWanted() && !lines.writeLine(event::writeLine(record)))
            return complain("lines cannot be written: " + std::string(std::strerror(errno)));
        if (values.isWanted() && !values.writeLine(record.value.value_or("")))
            return complain("values cannot be written: " + std::string(std::strerror(errno)));
        capture.take(record);
    }
    if ((lines.isWanted() && !lines.close()) || (values.isWanted() && !values.close()))
        return complain("not everything could be written: " + std::string(std::strerror(errno)));
    const auto closed = capture.close();
    return closed ? 0 : complain(closed.error().text());
}

} // namespace
} // namespace sagascope::bench

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto orders = sagascope::bench::readOrders(application);
    if (!orders)
        return sagascope::bench::complain("numbers, and a dialect of spec, platform or mixed, are wanted; see --help");
    return sagascope::bench::generate(*orders);
}
