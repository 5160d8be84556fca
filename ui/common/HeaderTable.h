// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

#include "ui/common/EventReading.h"

namespace sagascope::ui {

/// The headers of a record, and whether each says the same as the envelope. GUI thread.
class HeaderTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit HeaderTable(QWidget* parent = nullptr);

    void setHeaders(const std::vector<ReadHeader>& headers, bool isMasked);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();
    void retranslate();
    [[nodiscard]] QTableWidgetItem* comparison(const ReadHeader& header, bool isMasked) const;
};

} // namespace sagascope::ui
