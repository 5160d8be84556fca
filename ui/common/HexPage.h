// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>
#include <vector>

#include "ui/common/EventReading.h"

class QComboBox;
class QLabel;
class QTableView;

namespace sagascope::ui {

class HexModel;

/// The bytes of a record: of its value, its key or one of its headers. Parts with secrets are shown with these masked, and
/// say so. GUI thread.
class HexPage : public QWidget
{
    Q_OBJECT

public:
    explicit HexPage(QWidget* parent = nullptr);

    void setReading(const EventReading& reading);
    void setMasked(bool isMasked);
    [[nodiscard]] const HexModel& model() const { return *m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Part
    {
        QString name;
        std::string bytes;
        std::string masked; ///< the same where there is no secret
        std::optional<std::size_t> mark;
    };

    void retranslate();
    void fillParts();
    void showPart();

    EventReading m_reading;
    std::vector<Part> m_parts;
    bool m_isMasked = true;
    HexModel* m_model;
    QComboBox* m_choice;
    QLabel* m_note;
    QTableView* m_table;
};

} // namespace sagascope::ui
