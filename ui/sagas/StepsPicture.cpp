// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsPicture.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocumentFragment>

#include <algorithm>
#include <array>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kMargin = 16;
constexpr double kRow = 26;
constexpr double kGap = 20;
constexpr double kMark = 22;
constexpr double kBar = 44;

/// Columns and lines of text, measured once.
class StepsPicture
{
public:
    StepsPicture(const StepsModel& model, const QStringList& notes) : m_model(model)
    {
        for (const QString& note : notes)
            for (const QString& line : QTextDocumentFragment::fromHtml(note.contains(u'<') ? note : note.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))).toPlainText().split(u'\n', Qt::SkipEmptyParts))
                m_notes << line;
        const QFontMetricsF metrics(QApplication::font());
        for (int column = 0; column < StepsModel::ColumnCount; ++column) {
            double width = 0;
            bool isEmpty = true;
            for (int row = 0; row < m_model.rowCount(); ++row) {
                const QModelIndex cell = m_model.index(row, column);
                const QString text = cell.data().toString();
                isEmpty = isEmpty && text.isEmpty();
                width = std::max(width, QFontMetricsF(fontOf(cell)).horizontalAdvance(text));
            }
            width = std::max(width, metrics.horizontalAdvance(headerOf(column)));
            m_widths[std::size_t(column)] = isEmpty ? 0 : width + extra(column) + kGap;
        }
        for (const double width : m_widths)
            m_size.rwidth() += width;
        for (const QString& note : m_notes)
            m_size.rwidth() = std::max(m_size.width(), metrics.horizontalAdvance(note));
        m_size.rheight() = kRow * (m_model.rowCount() + 1 + int(m_notes.size()));
    }

    QSizeF size() const { return m_model.rowCount() == 0 ? QSizeF() : m_size + QSizeF(2 * kMargin, 2 * kMargin); }

    void paint(QPainter& painter) const
    {
        const Palette& colours = Theme::current().palette();
        painter.translate(kMargin, kMargin);
        paintRow(painter, 0, -1);
        painter.setPen(colours.line);
        painter.drawLine(QPointF(0, kRow), QPointF(m_size.width(), kRow));
        for (int row = 0; row < m_model.rowCount(); ++row)
            paintRow(painter, kRow * (row + 1), row);
        painter.setFont(QApplication::font());
        painter.setPen(colours.muted);
        for (qsizetype i = 0; i < m_notes.size(); ++i)
            painter.drawText(QRectF(0, kRow * double(m_model.rowCount() + 1 + i), m_size.width(), kRow), Qt::AlignVCenter, m_notes[i]);
    }

private:
    static QFont fontOf(const QModelIndex& cell)
    {
        const QVariant font = cell.data(Qt::FontRole);
        return font.isValid() ? font.value<QFont>() : QApplication::font();
    }

    QString headerOf(int column) const { return m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); }

    double extra(int column) const
    {
        switch (column) {
        case StepsModel::Step: return kMark;
        case StepsModel::Limit: return kBar;
        case StepsModel::Undo: return StepsDelegate::bracketWidth(m_model.sheet());
        default: return 0;
        }
    }

    void paintRow(QPainter& painter, double top, int row) const
    {
        double x = 0;
        for (int column = 0; column < StepsModel::ColumnCount; ++column) {
            const double width = m_widths[std::size_t(column)];
            const QRectF cell(x, top, width - kGap, kRow);
            if (width > 0)
                row < 0 ? paintHeader(painter, cell, column) : paintCell(painter, cell, m_model.index(row, column));
            x += width;
        }
    }

    void paintHeader(QPainter& painter, const QRectF& cell, int column) const
    {
        painter.setFont(QApplication::font());
        painter.setPen(Theme::current().palette().muted);
        const bool isRight = column == StepsModel::At;
        painter.drawText(cell, int(Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft)), headerOf(column));
    }

    void paintCell(QPainter& painter, const QRectF& cell, const QModelIndex& index) const
    {
        const StepRow& row = m_model.sheet().rows[std::size_t(index.row())];
        if (index.column() == StepsModel::Step)
            paintRowMark(painter, QPointF(cell.left() + 7, cell.center().y()), row);
        if (index.column() == StepsModel::Limit && row.limitUsed)
            StepsDelegate::paintLimit(painter, cell, row);
        if (index.column() == StepsModel::Undo)
            StepsDelegate::paintBrackets(painter, cell, m_model.sheet(), index.row());
        painter.setFont(fontOf(index));
        painter.setPen(index.data(Qt::ForegroundRole).value<QColor>());
        painter.drawText(cell.adjusted(extra(index.column()), 0, 0, 0), index.data(Qt::TextAlignmentRole).toInt(), index.data().toString());
    }

    const StepsModel& m_model;
    QStringList m_notes;
    std::array<double, StepsModel::ColumnCount> m_widths{};
    QSizeF m_size{0, 0};
};

} // namespace

QSizeF stepsPictureSize(const StepsModel& model, const QStringList& notes)
{
    return StepsPicture(model, notes).size();
}

void paintStepsPicture(QPainter& painter, const StepsModel& model, const QStringList& notes)
{
    StepsPicture(model, notes).paint(painter);
}

} // namespace sagascope::ui
