// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/common/EventReading.h"
#include "ui/common/FindingList.h"
#include "ui/common/LatestWins.h"
#include "ui/state/ViewState.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace sagascope::ui {

class DecodeTrouble;
class EmptyState;
class EventPage;
class HeaderTable;
class HexPage;
class KeyValueList;
class Panel;
class PayloadView;

/// What was found at one event, by itself and in its saga, and what it was found from.
struct EventFindings
{
    base::EventIndex event;
    saga::SagaState state{};
    decltype(saga::SagaSummary::events) members; ///< of its saga; null when it has none
    std::vector<Finding> findings;
};

/// The selected event in full: envelope with the places its members came from, payload, headers, raw text, bytes and
/// findings; of a record that holds no event, why. Follows ViewState's selection while visible; reads in a worker. Secrets are masked until "Show secrets".
class EventDetails : public QWidget
{
    Q_OBJECT

public:
    explicit EventDetails(ViewState& state, QWidget* parent = nullptr);
    ~EventDetails() override;

    /// One more tab, for what only the room around knows (the evidence, in the Sagas room). Takes ownership.
    void addTab(QWidget* page, const QString& title);
    void setTabText(QWidget* page, const QString& title);
    void showTab(QWidget* page); ///< brings it to the front
    /// Fields of the payload can be asked for as columns, where there is a table to show them.
    void offerColumns();
    [[nodiscard]] bool isSettled() const { return !m_reader.isBusy() && !m_findingReader.isBusy(); }

Q_SIGNALS:
    void columnWanted(const QString& pointer); ///< a JSON pointer below the payload

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupPages();
    void setupActions();
    void retranslate();
    void read();
    void show(EventReading reading);
    void showEnvelope();
    void showTrouble();
    void showHeaders();
    void showRaw();
    void readFindings();
    void showFindings(EventFindings found);
    void copyRaw() const;

    ViewState& m_state;
    EventReading m_reading;
    Panel* m_panel;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTabWidget* m_tabs;
    EventPage* m_eventPage;
    KeyValueList* m_envelope;
    QLabel* m_notice;
    PayloadView* m_payload;
    DecodeTrouble* m_trouble;
    HeaderTable* m_headers;
    QPlainTextEdit* m_raw;
    HexPage* m_hex;
    FindingList* m_findings;
    QToolButton* m_secrets;
    QToolButton* m_copy;
    QPushButton* m_reply;
    LatestWins<EventReading> m_reader;
    LatestWins<EventFindings> m_findingReader; ///< apart: its findings change with the rest of its saga
    EventFindings m_asked; ///< last, without findings
    EventFindings m_found;
};

} // namespace sagascope::ui
