// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SourceFactory.h"

#include <utility>

#include "app/SavedProfile.h"
#include "core/session/DemoSource.h"
#include "core/session/FileSource.h"
#include "core/session/KafkaSource.h"

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

base::Result<OpenedSource> openFile(const SourceOptions& options)
{
    auto source = session::FileSource::open(options.name);
    if (!source)
        return source.error();
    return OpenedSource{nullptr, *std::move(source), std::nullopt};
}

base::Result<OpenedSource> openCluster(kafka::Profile profile, const SourceOptions& options,
                                       const session::PublishedRecords& published, kafka::StartPoint start)
{
    session::KafkaSourceOptions kafkaOptions;
    kafkaOptions.consumer.start = options.start.value_or(start);
    kafkaOptions.consumer.isUntilEnd = options.isUntilEnd;
    kafkaOptions.connectTimeout = options.connectTimeout;
    kafkaOptions.published = published;
    auto source = session::KafkaSource::open(profile, std::move(kafkaOptions));
    if (!source)
        return source.error();
    return OpenedSource{nullptr, *std::move(source), std::move(profile)};
}

base::Result<OpenedSource> openSaved(const SourceOptions& options, const catalog::Catalog& catalog,
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
    return openCluster(readyProfile(*saved, *secrets, catalog), options, published, saved->start);
}

} // namespace

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

base::Result<OpenedSource> openSource(const SourceOptions& options, const catalog::Catalog& catalog,
                                      const session::PublishedRecords& published)
{
    switch (options.kind) {
    case SourceKind::Demo:
        return openDemo(options, published);
    case SourceKind::File:
        return openFile(options);
    case SourceKind::Bootstrap:
        return openCluster(profileFor(options.name, catalog), options, published, {});
    case SourceKind::Profile:
        break;
    }
    return openSaved(options, catalog, published);
}

} // namespace sagascope::app
