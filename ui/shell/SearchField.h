// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>

#include <optional>

#include "core/session/QueryCompletion.h"
#include "ui/common/LatestWins.h"
#include "ui/shell/ExactMatch.h"
#include "ui/shell/QueryEdit.h"
#include "ui/shell/SavedSearches.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

class SearchPopup;

/// The one search field (Ctrl+K, Ctrl+F), in the query language. It filters every room while typing; what is no query yet
/// changes nothing in the rooms, and is underlined and explained below. Completions and recent searches are offered there, too;
/// `?` alone shows the language. Enter on an exact id jumps to its saga or event.
/// The star at its beginning opens the searches that were given a name.
class SearchField : public QueryEdit
{
    Q_OBJECT

public:
    explicit SearchField(ViewState& state, QWidget* parent = nullptr);
    ~SearchField() override;

    /// Made when it is first needed: it belongs to the window, which the field is not part of when it is made.
    [[nodiscard]] SearchPopup& popup();

Q_SIGNALS:
    void nothingFound(const QString& text);
    void accepted(); ///< Enter on a search that is to be looked through, not jumped to

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    [[nodiscard]] bool isQuery() const override { return !isHelpWanted(); }

private:
    struct Completed
    {
        QString text; ///< of the field when it was asked
        int cursor = 0;
        session::QueryCompletion completion;
    };

    void setupTyping();
    void setupShortcuts();
    void setupSaved();
    void drawSaved();
    void openSaved();
    void retranslate();
    void send();
    void offer();
    void offerHelp();
    void offerRecent();
    void complete();
    void takeCompletion(const Completed& completed);
    void choose(int entry);
    bool handlePopupKey(const QKeyEvent& event);
    void accept();
    void jump();
    void hidePopup();
    void remember();
    [[nodiscard]] bool isHelpWanted() const { return text() == QLatin1StringView("?"); }
    [[nodiscard]] bool isOneId() const;

    ViewState& m_state;
    QTimer m_pause;
    QPointer<SearchPopup> m_popup;
    SavedSearchMenu* m_savedMenu;
    QAction* m_saved;
    session::QuerySpan m_completed; ///< the part that the popup's entries replace
    bool m_replacesAll = true;      ///< recent searches and examples do
    LatestWins<ExactMatch> m_finder;
    LatestWins<Completed> m_completer;
};

} // namespace sagascope::ui
