// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchPopup.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kMeaningRole = Qt::UserRole + 1;
constexpr int kRow = 24;
constexpr int kMostRows = 12;
constexpr int kPadding = 10;
constexpr int kGap = 16;
constexpr int kWidestSentence = 420; ///< a longer one goes on in the next line

int widthOf(const SearchPopup::Entry& entry)
{
    const Theme& theme = Theme::current();
    return QFontMetrics(theme.monospace()).horizontalAdvance(entry.text) + kGap +
           QFontMetrics(theme.small()).horizontalAdvance(entry.meaning) + 2 * kPadding + 8;
}

/// The text as it would stand in the field, and what it means at the right.
class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, kRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.palette.brush(isSelected ? QPalette::Highlight : QPalette::AlternateBase));
        const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const QString text = index.data().toString();
        const QString meaning = index.data(kMeaningRole).toString();
        const QFontMetrics mono(theme.monospace());
        const int textWidth = std::min(mono.horizontalAdvance(text), room.width());
        painter->setFont(theme.monospace());
        painter->setPen(theme.palette().text);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, mono.elidedText(text, Qt::ElideMiddle, room.width()));
        const QRect beside = room.adjusted(textWidth + kGap, 0, 0, 0);
        painter->setFont(theme.small());
        painter->setPen(theme.palette().muted);
        painter->drawText(beside, Qt::AlignRight | Qt::AlignVCenter,
                          QFontMetrics(theme.small()).elidedText(meaning, Qt::ElideRight, std::max(0, beside.width())));
    }
};

} // namespace

SearchPopup::SearchPopup(QWidget* parent)
    : QFrame(parent), m_problem(new QLabel), m_heading(new QLabel), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("popup"));
    setFocusPolicy(Qt::NoFocus);
    m_problem->setObjectName(QStringLiteral("danger"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_heading->setObjectName(QStringLiteral("small"));
    for (QLabel* label : {m_problem, m_heading})
        label->setContentsMargins(kPadding, 4, kPadding, 2);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 5);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_heading);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT chosen(m_list->row(item)); });
    hide();
}

void SearchPopup::setProblem(const QString& problem)
{
    m_problemText = problem;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void SearchPopup::setEntries(const QString& heading, std::vector<Entry> entries)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty() && !entries.empty());
    m_entries = std::move(entries);
    m_list->clear();
    for (const Entry& entry : m_entries) {
        auto* item = new QListWidgetItem(entry.text, m_list);
        item->setData(kMeaningRole, entry.meaning);
        item->setData(Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(entry.text, entry.meaning));
    }
    m_list->setVisible(!m_entries.empty());
    m_list->setFixedHeight(std::min(int(m_entries.size()), kMostRows) * kRow);
}

void SearchPopup::showBelow(const QWidget& field)
{
    if (isEmpty()) {
        hide();
        return;
    }
    const QPoint corner = field.mapTo(parentWidget(), QPoint(0, field.height() + 4));
    int wanted = field.width();
    for (const Entry& entry : m_entries)
        wanted = std::max(wanted, widthOf(entry));
    const int sentence = m_problem->fontMetrics().horizontalAdvance(m_problemText) + 2 * kPadding + 4;
    wanted = std::max(wanted, std::min(sentence, kWidestSentence));
    const int width = std::min(wanted, parentWidget()->width() - 16);
    // The field stands at the right end of the window: what is wider grows to the left.
    const int left = std::max(8, std::min(corner.x(), parentWidget()->width() - 8 - width));
    setFixedWidth(width);
    setGeometry(left, corner.y(), width, heightForWidth(width) > 0 ? heightForWidth(width) : sizeHint().height());
    raise();
    show();
}

int SearchPopup::selected() const
{
    return m_list->currentItem() == nullptr || !m_list->currentItem()->isSelected() ? -1 : m_list->currentRow();
}

void SearchPopup::moveSelection(int step)
{
    const int count = int(m_entries.size());
    if (count == 0)
        return;
    const int now = selected();
    const int next = now < 0 ? (step > 0 ? 0 : count - 1) : now + step;
    if (next < 0 || next >= count) {
        m_list->clearSelection();
        m_list->setCurrentItem(nullptr);
    } else {
        m_list->setCurrentRow(next);
    }
}

} // namespace sagascope::ui
