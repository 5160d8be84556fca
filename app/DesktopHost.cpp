// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DesktopHost.h"

#include <QCoroFuture>
#include <QtConcurrent>

#include <utility>
#include <variant>

#include "app/ConfigDirectory.h"
#include "core/kafka/Cluster.h"
#include "core/kafka/Publisher.h"
#include "core/session/DemoSource.h"
#include "core/session/KafkaSource.h"
#include "core/session/Session.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kConnectTimeout = 15s;

/// Opens what the window asks for; may wait for brokers, so it runs on a pool thread.
class Opener
{
public:
    Opener(std::shared_ptr<const catalog::Catalog> catalog, session::PublishedRecords published)
        : m_catalog(std::move(catalog)), m_published(std::move(published))
    {
    }

    base::Result<OpenedSource> operator()(const ui::DemoRequest& request) const
    {
        SourceOptions options;
        options.kind = SourceKind::Demo;
        options.demo = {request.seed, request.eventsPerSecond, request.failureRate, request.duration,
                        request.platformShare};
        return openSource(options, m_catalog, m_published);
    }

    base::Result<OpenedSource> operator()(const ui::FileRequest& request) const
    {
        SourceOptions options;
        options.kind = SourceKind::File;
        options.name = request.path;
        options.oneIn = request.oneIn;
        return openSource(options, m_catalog, m_published);
    }

    base::Result<OpenedSource> operator()(const ui::KafkaRequest& request) const
    {
        kafka::Profile profile = request.profile;
        if (profile.watchedGroups.empty())
            profile.watchedGroups = profileFor(profile.bootstrap, *m_catalog).watchedGroups;
        // Asked first, so that a wrong host is told at once instead of being retried behind an empty window.
        const auto cluster = kafka::Cluster::open(profile);
        if (!cluster)
            return cluster.error();
        if (const auto answer = (*cluster)->describe(kConnectTimeout); !answer)
            return answer.error();
        session::KafkaSourceOptions options;
        options.consumer = request.scope.toConsumer();
        options.published = m_published;
        auto source = session::KafkaSource::open(profile, std::move(options));
        if (!source)
            return source.error();
        return OpenedSource{nullptr, sampled(*std::move(source), m_catalog, request.scope.sampleOneIn()), std::move(profile)};
    }

private:
    std::shared_ptr<const catalog::Catalog> m_catalog;
    session::PublishedRecords m_published;
};

/// Memory holds what finds no place on the disk: that is no reason not to start.
base::Result<OpenedSource> withRoom(base::Result<OpenedSource> opened, const std::optional<SessionFolder>& sessions)
{
    if (!opened || opened->capture || opened->source->blocks() || !sessions)
        return opened;
    if (auto writer = sessions->create()) {
        opened->capture = *std::move(writer);
        opened->isCaptureTemporary = true;
    }
    return opened;
}

} // namespace

ui::StartedSession startSession(OpenedSource opened, const session::PublishedRecords& published,
                                const std::shared_ptr<const catalog::Catalog>& catalog)
{
    ui::StartedSession started;
    started.keepAlive = std::move(opened.keepAlive);
    started.published = published;
    started.profile = std::move(opened.profile);
    started.capture = std::move(opened.captureRead);
    started.annex = std::move(opened.annex);
    session::SessionOptions options;
    options.catalog = catalog;
    options.capture = std::move(opened.capture);
    options.isCaptureTemporary = opened.isCaptureTemporary;
    options.cacheBytes = opened.cacheBytes;
    options.columnFolder = madeSessionsDirectory();
    started.session = std::make_shared<session::Session>(std::move(opened.source), std::move(options));
    if (started.profile && !started.profile->isReadOnly) {
        if (auto publisher = kafka::Publisher::open(*started.profile))
            started.publisher = *std::move(publisher);
    }
    return started;
}

DesktopHost::DesktopHost(std::shared_ptr<const catalog::Catalog> catalog, std::optional<catalog::DefinitionFolder> folder)
    : m_catalog(std::move(catalog)), m_folder(std::move(folder))
{
}

base::Result<void> DesktopHost::saveDefinition(std::string_view text)
{
    if (!m_folder)
        return SessionHost::saveDefinition(text);
    if (const auto saved = m_folder->save(text); !saved)
        return saved.error();
    return {};
}

base::Result<void> DesktopHost::removeDefinition(std::string_view name)
{
    return m_folder ? m_folder->remove(name) : SessionHost::removeDefinition(name);
}

QCoro::Task<base::Result<ui::StartedSession>> DesktopHost::start(ui::SourceRequest request)
{
    const session::PublishedRecords published;
    using Opened = std::shared_ptr<base::Result<OpenedSource>>; // a future's result must be copyable
    // Named, not temporary: GCC 12 copies the temporaries of a co_await expression byte by byte, and a short path inside
    // would be freed where it never was allocated.
    auto open = [request, opener = Opener(m_catalog, published), file = std::exchange(m_captureFile, {}),
                 sessions = m_sessions]() -> Opened {
        return std::make_shared<base::Result<OpenedSource>>(withRoom(withCapture(std::visit(opener, request), file), sessions));
    };
    const QFuture<Opened> opening = QtConcurrent::run(std::move(open));
    const Opened opened = co_await opening;
    if (!*opened)
        co_return opened->error();
    (*opened)->cacheBytes = m_cacheBytes;
    ui::StartedSession started = startSession(std::move(**opened), published, m_catalog);
    const auto* file = std::get_if<ui::FileRequest>(&request);
    started.isCaptureReadOnly = file != nullptr && file->isReadOnly;
    co_return started;
}

} // namespace sagascope::app
