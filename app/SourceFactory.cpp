// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SourceFactory.h"

#include <utility>

#include "app/SavedProfile.h"
#include "core/session/CaptureSource.h"
#include "core/session/DemoSource.h"
#include "core/session/KafkaSource.h"
#include "core/session/SampledSource.h"

namespace sagascope::app {
namespace {

base::Result<OpenedSource> openDemo(const SourceOptions& options, const session::PublishedRecords& published)
{
    auto source = session::DemoSource::start(options.demo, published);
    if (!source)
        return source.error();
    kafka::Profile profile = (*source)->profile();
    std::shared_ptr<void> demo = (*source)->demo();
    return OpenedSource{std::move(demo), *std::move(source), std::move(profile)};
}

base::Result<OpenedSource> openFile(const SourceOptions& options, const CatalogPtr& catalog)
{
    const bool isWhole = options.oneIn.value_or(1) <= 1; // a sample looks at the records themselves
    auto source = session::openRecording(options.name, isWhole ? catalog.get() : nullptr);
    if (!source)
        return source.error();
    OpenedSource opened{nullptr, sampled(*std::move(source), catalog, options.oneIn.value_or(1)), std::nullopt};
    if (capture::isCaptureFile(options.name)) {
        opened.captureRead = options.name;
        if (auto annex = capture::readAnnex(options.name))
            opened.annex = *std::move(annex);
    }
    return opened;
}

base::Result<ClusterChoice> chooseSaved(const SourceOptions& options, const catalog::Catalog& catalog)
{
    const auto saved = savedProfile(options.name);
    if (!saved)
        return saved.error();
    SystemKeychain keychain;
    SecretStore store(keychain);
    const auto secrets = secretsFor(*saved, options.isPasswordOnStdin, store);
    if (!secrets)
        return secrets.error();
    return ClusterChoice{readyProfile(*saved, *secrets, catalog), scopeOf(options, saved->scope)};
}

base::Result<OpenedSource> openCluster(const SourceOptions& options, const CatalogPtr& catalog,
                                       const session::PublishedRecords& published)
{
    auto chosen = chooseCluster(options, *catalog);
    if (!chosen)
        return chosen.error();
    session::KafkaSourceOptions kafkaOptions;
    kafkaOptions.consumer = chosen->scope.toConsumer();
    kafkaOptions.connectTimeout = options.connectTimeout;
    kafkaOptions.published = published;
    auto source = session::KafkaSource::open(chosen->profile, std::move(kafkaOptions));
    if (!source)
        return source.error();
    return OpenedSource{nullptr, sampled(*std::move(source), catalog, chosen->scope.sampleOneIn()), std::move(chosen->profile)};
}

base::Result<OpenedSource> openOfKind(const SourceOptions& options, const CatalogPtr& catalog,
                                      const session::PublishedRecords& published)
{
    switch (options.kind) {
    case SourceKind::Demo:
        return openDemo(options, published);
    case SourceKind::File:
        return openFile(options, catalog);
    case SourceKind::Bootstrap:
    case SourceKind::Profile:
        break;
    }
    return openCluster(options, catalog, published);
}

} // namespace

profile::Scope scopeOf(const SourceOptions& options, profile::Scope otherwise)
{
    otherwise.start = options.start.value_or(otherwise.start);
    otherwise.isolation = options.isolation.value_or(otherwise.isolation);
    otherwise.oneIn = options.oneIn.value_or(otherwise.oneIn);
    otherwise.isUntilEnd = otherwise.isUntilEnd || options.isUntilEnd;
    otherwise.until = options.until ? options.until : otherwise.until;
    otherwise.search = options.search;
    return otherwise;
}

base::Result<ClusterChoice> chooseCluster(const SourceOptions& options, const catalog::Catalog& catalog)
{
    if (options.kind == SourceKind::Profile)
        return chooseSaved(options, catalog);
    return ClusterChoice{profileFor(options.name, catalog), scopeOf(options, {})};
}

std::unique_ptr<session::EventSource> sampled(std::unique_ptr<session::EventSource> source, const CatalogPtr& catalog,
                                              std::uint32_t oneIn)
{
    if (oneIn <= 1)
        return source;
    return std::make_unique<session::SampledSource>(std::move(source), catalog, session::SampleOptions{.oneIn = oneIn});
}

kafka::Profile profileFor(const std::string& bootstrap, const catalog::Catalog& catalog)
{
    kafka::Profile profile;
    profile.name = bootstrap;
    profile.bootstrap = bootstrap;
    for (const catalog::DeclaredGroup& group : catalog.groups()) {
        if (group.isLive)
            profile.watchedGroups.push_back({group.name, group.topics});
    }
    return profile;
}

base::Result<OpenedSource> withCapture(base::Result<OpenedSource> opened, const std::string& file)
{
    if (!opened || file.empty())
        return opened;
    auto writer = capture::CaptureWriter::create(file);
    if (!writer)
        return writer.error();
    opened->capture = *std::move(writer);
    return opened;
}

base::Result<OpenedSource> openSource(const SourceOptions& options, const CatalogPtr& catalog,
                                      const session::PublishedRecords& published)
{
    return withCapture(openOfKind(options, catalog, published), options.capture);
}

} // namespace sagascope::app
