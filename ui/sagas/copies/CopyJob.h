// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/base/Ids.h"
#include "core/session/Snapshot.h"
#include "ui/sagas/SagaPicture.h"
#include "ui/sagas/copies/CopyKind.h"

namespace sagascope::ui {

/// What is copied, as which form, and where to.
struct CopyOrder
{
    CopyKind kind = CopyKind::Text;
    session::SnapshotPtr snapshot;
    std::vector<base::SagaId> sagas;
    PictureSource picture; ///< of the first saga; only pictures need one
    QString path;          ///< empty: for the clipboard
};

enum class CopyTrouble : std::uint8_t {
    None,
    Stopped,
    NothingThere, ///< the sagas are gone, or the view shows nothing
    TooLarge,     ///< no memory for the picture
    NotWritten,   ///< `detail` says why, in the system's words
};

struct CopyOutcome
{
    CopyOrder order;
    CopyTrouble trouble = CopyTrouble::None;
    QString detail;
    QString text;     ///< for the clipboard
    QImage image;     ///< for the clipboard
    double scale = 1; ///< of a picture in pixels
    bool isCut = false;
    std::size_t events = 0;
};

/// Does it. Files are written whole or not at all. `done` counts the events that are written; `isStopped` is asked now and
/// then. Takes as long as the sagas are large: off the GUI thread.
[[nodiscard]] CopyOutcome runCopy(CopyOrder order, std::atomic<std::size_t>& done, const std::function<bool()>& isStopped);

} // namespace sagascope::ui
