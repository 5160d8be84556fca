// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/events/EventArrival.h"
#include "ui/events/EventHistogram.h"
#include "ui/events/EventTableModel.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace sagascope::ui {

class DiffPage;
class EmptyState;
class EventColumns;
class EventDetails;
class EventExporter;
class EventFilterBar;
class EventGoTo;
class EventMenu;
class EventTable;
class HighlightLegend;
class HistogramView;
class MessageBar;
class NoteBook;
class Panel;
class RelatedPage;

/// The live table of all events with its filters, and the selected event beside it.
class EventsRoom : public Room
{
    Q_OBJECT

public:
    explicit EventsRoom(ViewState& state, QWidget* parent = nullptr);
    ~EventsRoom() override;

    [[nodiscard]] static QString roomName() { return QStringLiteral("events"); }
    [[nodiscard]] static QString roomTitle() { return tr("Events"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;
    [[nodiscard]] bool isSettled() const override;

    void setNotes(NoteBook& notes) override; ///< shown at their events and offered to be written
    /// Asks for an event by link, coordinates, id or time, and selects it.
    void askWhereToGo();
    /// Selects the event at once, or as soon as it has been read.
    void goTo(const QString& text);
    [[nodiscard]] const EventHistogram& histogram() const { return m_histogram; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    void connectTable();
    void connectState();
    void retranslate();
    void applyFilter();
    void clearAllFilters();
    void showCounts();
    void showWhyNothing();
    void keepArrangement() const;
    void showDetails();
    void showArrival();
    void setHighlights(const HighlightRules& rules);
    void askForHighlights();
    void selectFromState();
    void selectFromTable();
    void updateCompletions();
    void showFound(base::EventIndex event);
    void mark(base::EventIndex event);
    void compare(base::EventIndex other, base::EventIndex event);

    ViewState& m_state;
    EventTableModel m_model;
    EventHistogram m_histogram;
    EventArrival m_arrival;
    EventFilterBar* m_filters;
    HistogramView* m_overTime;
    HighlightLegend* m_legend;
    QToolButton* m_late; ///< how many events were, while any were
    QToolButton* m_highlight;
    EventTable* m_table;
    EventColumns* m_columns;
    MessageBar* m_messages;
    EventGoTo* m_goTo;
    EventMenu* m_menu;
    EventExporter* m_exporter;
    QToolButton* m_export;
    EventDetails* m_details;
    RelatedPage* m_related;
    DiffPage* m_diff;
    Panel* m_panel;
    QSplitter* m_split;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    EmptyState* m_nothingPasses;
    std::size_t m_knownTopics = 0;
    bool m_isSelecting = false;
    bool m_isRestored = false; ///< what there is of earlier runs was taken over
    bool m_isSplit = false; ///< the details have been given their share
};

} // namespace sagascope::ui
