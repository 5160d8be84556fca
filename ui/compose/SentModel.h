// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/kafka/Publisher.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// What was published in this window, newest first: acknowledged where, and which saga it moved, as soon as the event
/// comes back through the session. GUI thread.
class SentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Type, Acknowledgement, Effect, ColumnCount };
    using FormatTime = std::function<QString(base::Timestamp)>;

    explicit SentModel(FormatTime formatTime, QObject* parent = nullptr);

    struct Sent
    {
        base::Timestamp time = base::kNoTime;
        QString eventType;
        QString eventId;
        kafka::Delivery delivery;
        base::EventIndex event; ///< invalid until it came back
        base::SagaId saga;      ///< invalid: in none
        std::optional<saga::SagaState> state;
        QString effect;
        bool isFromEarlierSession = false;
    };

    /// `seen`: rows that the session's store had when the record was handed over; it is none of those.
    void add(Sent sent, std::size_t seen);
    /// Looks for what came back and tells how the sagas stand. False when there is more to look through at once than
    /// is done in one go: then call again soon.
    bool follow(const session::Snapshot& snapshot);
    void endSession(); ///< indices of before mean nothing any more
    void refreshTexts(); ///< times or language changed

    [[nodiscard]] const Sent& at(int row) const { return m_sent[m_sent.size() - 1 - std::size_t(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr std::size_t kMostKept = 500;

private:
    [[nodiscard]] bool isWaiting() const;
    void find(const session::Snapshot& snapshot, std::size_t end);
    void tellEffects(const session::Snapshot& snapshot);
    [[nodiscard]] static QString effectText(const Sent& sent, const session::Snapshot& snapshot);
    FormatTime m_formatTime;
    std::vector<Sent> m_sent; ///< oldest first
    std::size_t m_searched = 0; ///< rows of the store that were looked through
};

} // namespace sagascope::ui
