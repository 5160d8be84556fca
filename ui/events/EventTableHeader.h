// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace sagascope::ui {

/// The titles of the live table. Where its rows begin with room for a highlight's digit, so does the first title, which
/// then still stands above its values. GUI thread.
class EventTableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventTableHeader(QWidget* parent = nullptr);

    void setIndent(int pixels);
    /// From left to right, as they stand on screen.
    [[nodiscard]] QList<int> shownSections() const;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    int m_indent = 0;
};

} // namespace sagascope::ui
