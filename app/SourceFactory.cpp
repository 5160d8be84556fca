// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SourceFactory.h"

#include <utility>

#include "app/SavedProfile.h"
#include "core/session/DemoSource.h"
#include "core/session/FileSource.h"
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
    auto source = session::FileSource::open(options.name);
    if (!source)
        return source.error();
    return OpenedSource{nullptr, sampled(*std::move(source), catalog, options.oneIn.value_or(1)), std::nullopt};
}

base::Result<OpenedSource> openCluster(kafka::Profile profile, const SourceOptions& options, const CatalogPtr& catalog,
                                       const session::PublishedRecords& published, const profile::Scope& scope)
{
    session::KafkaSourceOptions kafkaOptions;
    kafkaOptions.consumer.start = scope.start;
    kafkaOptions.consumer.isolation = scope.isolation;
    kafkaOptions.consumer.isUntilEnd = options.isUntilEnd;
    kafkaOptions.consumer.until = options.until;
    kafkaOptions.connectTimeout = options.connectTimeout;
    kafkaOptions.published = published;
    auto source = session::KafkaSource::open(profile, std::move(kafkaOptions));
    if (!source)
        return source.error();
    return OpenedSource{nullptr, sampled(*std::move(source), catalog, scope.oneIn), std::move(profile)};
}

base::Result<OpenedSource> openSaved(const SourceOptions& options, const CatalogPtr& catalog,
                                     const session::PublishedRecords& published)
{
    const auto saved = savedProfile(options.name);
    if (!saved)
        return saved.error();
    SystemKeychain keychain;
    SecretStore store(keychain);
    const auto secrets = secretsFor(*saved, options.isPasswordOnStdin, store);
    if (!secrets)
        return secrets.error();
    return openCluster(readyProfile(*saved, *secrets, *catalog), options, catalog, published, scopeOf(options, saved->scope));
}

} // namespace

profile::Scope scopeOf(const SourceOptions& options, profile::Scope otherwise)
{
    otherwise.start = options.start.value_or(otherwise.start);
    otherwise.isolation = options.isolation.value_or(otherwise.isolation);
    otherwise.oneIn = options.oneIn.value_or(otherwise.oneIn);
    return otherwise;
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

base::Result<OpenedSource> openSource(const SourceOptions& options, const CatalogPtr& catalog,
                                      const session::PublishedRecords& published)
{
    switch (options.kind) {
    case SourceKind::Demo:
        return openDemo(options, published);
    case SourceKind::File:
        return openFile(options, catalog);
    case SourceKind::Bootstrap:
        return openCluster(profileFor(options.name, *catalog), options, catalog, published, scopeOf(options, {}));
    case SourceKind::Profile:
        break;
    }
    return openSaved(options, catalog, published);
}

} // namespace sagascope::app
