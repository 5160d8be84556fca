// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Screenshots.h"

#include <QApplication>
#include <QCoroTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

#include <tuple>

#include "ui/shell/MainWindow.h"
#include "ui/shell/Room.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

QCoro::Task<> settle(MainWindow& window, std::chrono::milliseconds patience)
{
    QElapsedTimer clock;
    clock.start();
    // Two looks in a row: a room that has just been shown starts its work with the next turn of the event loop.
    for (int calm = 0; calm < 3 && clock.elapsed() < patience.count();) {
        co_await QCoro::sleepFor(60ms);
        calm = window.isSettled() ? calm + 1 : 0;
    }
}

} // namespace

base::SagaId tellingSaga(const session::Snapshot& snapshot)
{
    base::SagaId best;
    const auto rank = [&](base::SagaId id) {
        const saga::SagaSummary& saga = snapshot.sagas.saga(id);
        return std::tuple(saga.state == saga::SagaState::Compensated && saga.definition != nullptr,
                          saga.state != saga::SagaState::Running, saga.events ? saga.events->size() : 0);
    };
    for (std::uint32_t slot = 0; slot < snapshot.sagas.slotCount(); ++slot) {
        const base::SagaId id(slot);
        if (snapshot.sagas.saga(id).isAlive && (!best.isValid() || rank(id) > rank(best)))
            best = id;
    }
    return best;
}

QCoro::Task<base::Result<std::vector<QString>>> takeScreenshots(MainWindow& window, ScreenshotPlan plan)
{
    if (!QDir().mkpath(plan.directory))
        co_return base::Error{base::ErrorCode::Unreadable, plan.directory.toStdString(), "cannot create the folder"};
    std::vector<QString> files;
    window.resize(plan.size);
    window.show();
    window.state().selectSaga(tellingSaga(*window.state().snapshot()));
    for (const ThemeKind theme : plan.themes) {
        window.setTheme(theme);
        for (std::size_t i = 0; i < window.rooms().size(); ++i) {
            window.showRoom(int(i));
            co_await settle(window, plan.patience);
            const QString name = window.rooms()[i]->name() +
                                 (theme == ThemeKind::Dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            const QString file = QDir(plan.directory).filePath(name);
            if (!window.grab().save(file))
                co_return base::Error{base::ErrorCode::Unreadable, file.toStdString(), "cannot write the picture"};
            files.push_back(file);
        }
    }
    co_return files;
}

} // namespace sagascope::ui
