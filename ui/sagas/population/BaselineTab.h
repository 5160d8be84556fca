// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <atomic>
#include <filesystem>
#include <memory>

#include "core/base/Result.h"
#include "core/saga/Baseline.h"
#include "ui/common/LatestWins.h"
#include "ui/sagas/population/PopulationText.h"
#include "ui/state/ViewState.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace sagascope::ui {

class FactTable;

/// Two populations side by side, A before and B after: two time windows of this session (its halves until somebody
/// sets them from the window above), or a capture against this session. GUI thread only; counts in workers.
class BaselineTab : public QWidget
{
    Q_OBJECT

public:
    explicit BaselineTab(ViewState& state, QWidget* parent = nullptr);
    ~BaselineTab() override;

    void setCounted(const CountedSagas& counted);
    [[nodiscard]] bool isSettled() const { return !m_comparer.isBusy() && !m_reader.isBusy(); }
    /// Reads the file in a worker and takes it as A.
    void openCapture(const std::filesystem::path& file);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Mode { Windows, Capture };
    struct Compared
    {
        std::vector<saga::DefinitionBaseline> baseline;
        QString definition;
        QString sides; ///< what A and B are
    };
    using Read = base::Result<saga::PopulationPtr>;

    void setupHead();
    void retranslate();
    void setMode(Mode mode);
    void chooseCapture();
    void takeCapture(Read read);
    void compare();
    void showCompared();
    void showSides();
    void addShifts(std::vector<FactRow>& rows, const QString& title, const std::vector<saga::Shift>& shifts) const;
    void addOutcomes(std::vector<FactRow>& rows, const saga::DefinitionBaseline& definition) const;
    [[nodiscard]] QString windowText(const saga::StartWindow& window) const;

    ViewState& m_state;
    CountedSagas m_counted;
    Mode m_mode = Mode::Windows;
    std::optional<saga::StartWindow> m_before; ///< set by the person
    std::optional<saga::StartWindow> m_after;
    saga::PopulationPtr m_capture;
    QString m_captureName;
    QString m_problem;
    Compared m_compared;
    QComboBox* m_modes;
    QToolButton* m_takeBefore;
    QToolButton* m_takeAfter;
    QToolButton* m_open;
    QToolButton* m_copy;
    QLabel* m_sides;
    FactTable* m_table;
    bool m_isStale = false;
    LatestWins<Compared> m_comparer;
    LatestWins<Read> m_reader;
};

} // namespace sagascope::ui
