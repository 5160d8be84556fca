// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/EstimateCommand.h"

#include <cstdio>
#include <string>

#include "app/Console.h"
#include "app/Interrupt.h"
#include "app/SourceFactory.h"
#include "core/session/EstimateReport.h"

namespace sagascope::app {
namespace {

base::Result<session::EstimateReport> estimate(const ReportOptions& options, const catalog::Catalog& catalog)
{
    const auto chosen = chooseCluster(options.source, catalog);
    if (!chosen)
        return chosen.error();
    Interrupt::install();
    ProgressLine progress(options.isQuiet);
    kafka::EstimateOptions how;
    how.timeout = options.source.connectTimeout.value_or(how.timeout);
    how.isStopped = [] { return Interrupt::isRequested(); };
    how.onProgress = [&progress](int done, int of) {
        progress.show("estimating: step " + std::to_string(done) + " of " + std::to_string(of));
    };
    auto made = kafka::estimateScope(chosen->profile, chosen->scope.toConsumer(), how);
    if (!made)
        return made.error();
    return session::EstimateReport{*std::move(made), chosen->scope.sampleOneIn(), chosen->scope.search};
}

} // namespace

int runEstimate(const ReportOptions& options, const catalog::Catalog& catalog)
{
    const auto report = estimate(options, catalog);
    if (!report) {
        complain(sentence(report.error()));
        return kExitFailed;
    }
    const std::string text = options.format == ReportFormat::Json ? session::toJson(*report) : session::toText(*report);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? kExitFine : kExitFailed;
}

} // namespace sagascope::app
