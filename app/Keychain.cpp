// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Keychain.h"

#include <utility>

#include <QObject>
#include <QString>

#include <qt6keychain/keychain.h>

namespace sagascope::app {
namespace {

/// Jobs delete themselves when they are through.
template <typename Job> Job* jobFor(const std::string& key)
{
    auto* job = new Job(QStringLiteral("sagascope"));
    job->setKey(QString::fromStdString(key));
    return job;
}

} // namespace

void SystemKeychain::read(const std::string& key, Answer done)
{
    auto* job = jobFor<QKeychain::ReadPasswordJob>(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, done = std::move(done)] {
        const bool isThere = job->error() == QKeychain::NoError;
        done(isThere ? std::optional(job->textData().toStdString()) : std::nullopt);
    });
    job->start();
}

void SystemKeychain::write(const std::string& key, const std::string& value, std::function<void(bool isKept)> done)
{
    auto* job = jobFor<QKeychain::WritePasswordJob>(key);
    job->setTextData(QString::fromStdString(value));
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, done = std::move(done)] { done(job->error() == QKeychain::NoError); });
    job->start();
}

void SystemKeychain::remove(const std::string& key)
{
    jobFor<QKeychain::DeletePasswordJob>(key)->start();
}

} // namespace sagascope::app
