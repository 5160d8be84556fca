// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

#include "core/metrics/TimeHistogram.h"
#include "ui/common/LatestWins.h"

namespace sagascope::ui {

class EventTableModel;

/// How many of the live table's rows lie where in broker time, by domain, and how many of them have errors. A worker counts
/// the rows that came, once each, in pieces that bound what the GUI thread hands over at a time; when rows go or change, it
/// begins anew while the counts before stay. GUI thread only; the model outlives it.
class EventHistogram : public QObject
{
    Q_OBJECT

public:
    struct Reading
    {
        metrics::TimeHistogram::Bars bars;
        QStringList domains; ///< by category, "" for what comes beyond those that are told apart
    };

    explicit EventHistogram(EventTableModel& model, QObject* parent = nullptr);

    [[nodiscard]] const Reading& reading() const { return m_reading; }
    void setMostBars(int most);
    [[nodiscard]] bool isSettled() const { return !m_pace.isActive() && !m_work.isBusy(); }

Q_SIGNALS:
    void changed();

private:
    /// Of the worker alone, one piece of work at a time.
    struct Shelf
    {
        metrics::TimeHistogram histogram;
        std::vector<int> categoryOfTopic; ///< -1: not seen
        QStringList domains;
    };

    static int categoryOf(Shelf& shelf, std::size_t topic, std::string_view name);
    void begin();
    void count();
    void take(Reading reading);

    EventTableModel& m_model;
    std::shared_ptr<Shelf> m_shelf;
    Reading m_reading;
    int m_given = 0; ///< rows that the worker was given
    int m_most = 200;
    bool m_isOutdated = true; ///< the reading is of another number of bars
    QTimer m_pace;
    LatestWins<Reading> m_work;
};

} // namespace sagascope::ui
