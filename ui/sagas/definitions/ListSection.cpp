// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/ListSection.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <charconv>
#include <utility>

#include "ui/common/TableColumns.h"
#include "ui/compose/FieldGrid.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/DefinitionWords.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using compose::Json;

constexpr int kRowHeight = 22;
constexpr int kMostRows = 9; ///< shown at a time

} // namespace

void ElementModel::setTitles(const QStringList& titles)
{
    beginResetModel();
    m_titles = titles;
    endResetModel();
}

void ElementModel::setLines(std::vector<Line> lines)
{
    if (lines == m_lines)
        return;
    if (lines.size() == m_lines.size()) { // an edit: the chosen line stays
        m_lines = std::move(lines);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int ElementModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ElementModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant ElementModel::data(const QModelIndex& index, int role) const
{
    const Line& line = m_lines[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return line.cells.value(index.column());
    if (role == Qt::ToolTipRole && !line.toolTip.isEmpty())
        return line.toolTip;
    if (role == Qt::ForegroundRole && line.isWrong)
        return Theme::current().palette().danger;
    return {};
}

QVariant ElementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_titles.value(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

ListSection::ListSection(const FormContext& context, std::string list, ElementShape shape, QWidget* parent)
    : FormSection(context, parent), m_list(std::move(list)), m_shape(shape), m_table(new QTableView), m_detail(nullptr), m_add(new QToolButton),
      m_remove(new QToolButton), m_up(new QToolButton), m_down(new QToolButton)
{
    setupTable();
    setupButtons();
    m_detail = addGrid();
    column()->addStretch(1);
}

void ListSection::setupTable()
{
    m_table->setModel(&m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setMinimumSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->installEventFilter(this);
    new WidthWatch(*m_table, [this] { fitColumns(); });
    column()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && current.row() != m_chosen) {
            m_chosen = current.row();
            showChosen();
            Q_EMIT placeFocused(QString::fromStdString(elementPointer(m_chosen)));
        }
    });
}

void ListSection::setupButtons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    for (QToolButton* button : {m_add, m_remove, m_up, m_down})
        row->addWidget(button);
    row->addStretch(1);
    column()->addLayout(row);
    m_up->setText(QStringLiteral("↑"));
    m_down->setText(QStringLiteral("↓"));
    connect(m_add, &QToolButton::clicked, this, &ListSection::addElement);
    connect(m_remove, &QToolButton::clicked, this, &ListSection::removeElement);
    connect(m_up, &QToolButton::clicked, this, [this] { moveElement(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveElement(1); });
}

void ListSection::retranslate()
{
    m_model.setTitles(m_shape.columns());
    fitColumns();
    m_table->setAccessibleName(title());
    m_add->setText(tr("Add"));
    m_add->setToolTip(tr("Add one below the chosen one (Insert)"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Remove the chosen one (Delete)"));
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    m_up->setAccessibleName(tr("Move up"));
    m_down->setAccessibleName(tr("Move down"));
}

bool ListSection::shows(std::string_view pointer) const
{
    return pointer.substr(0, m_list.size()) == m_list && (pointer.size() == m_list.size() || pointer[m_list.size()] == '/');
}

int ListSection::count() const
{
    const Json* list = document() == nullptr ? nullptr : document()->at(m_list);
    return list != nullptr && list->is_array() ? int(list->size()) : 0;
}

std::string ListSection::elementPointer(int element) const
{
    return m_list + "/" + std::to_string(element);
}

void ListSection::load()
{
    m_chosen = count() == 0 ? -1 : std::clamp(m_chosen, 0, count() - 1);
    showElements();
    showChosen();
}

void ListSection::showElements()
{
    std::vector<ElementModel::Line> lines;
    for (int i = 0; i < count(); ++i) {
        const std::string pointer = elementPointer(i);
        ElementModel::Line line{m_shape.cells(*document()->at(pointer)), false, {}};
        for (const DocumentFault& fault : document()->faults())
            if (fault.pointer == pointer || fault.pointer.compare(0, pointer.size() + 1, pointer + "/") == 0) {
                line.isWrong = true;
                line.toolTip = faultText(fault);
            }
        for (const PartEvidence& part : evidence())
            if (part.pointer == pointer) {
                line.toolTip += (line.toolTip.isEmpty() ? QString() : QStringLiteral("\n")) + part.sentence;
                line.cells.last() += QStringLiteral("  ") + part.hint;
            }
        lines.push_back(std::move(line));
    }
    m_model.setLines(std::move(lines));
    fitColumns();
    m_table->setFixedHeight(std::clamp(count(), 2, kMostRows) * kRowHeight + m_table->horizontalHeader()->sizeHint().height() + 8);
}

/// The second column takes what the others leave; it holds the longest texts, so they leave it two fifths.
void ListSection::fitColumns()
{
    constexpr int kFloor = 104;
    QHeaderView* header = m_table->horizontalHeader();
    ui::fitColumns(*m_table);
    const int others = header->length() - header->sectionSize(1);
    squeezeColumns(*m_table, others - m_table->viewport()->width() * 3 / 5, {{m_model.columnCount() - 1, kFloor}, {2, kFloor}, {0, kFloor}});
    header->setSectionResizeMode(1, QHeaderView::Stretch);
}

void ListSection::showChosen()
{
    const bool hasOne = m_chosen >= 0;
    if (hasOne && m_table->currentIndex().row() != m_chosen)
        m_table->selectRow(m_chosen);
    m_detail->setVisible(hasOne);
    m_remove->setEnabled(hasOne);
    m_up->setEnabled(m_chosen > 0);
    m_down->setEnabled(hasOne && m_chosen + 1 < count());
    for (DefinitionField* field : fields())
        field->setPrefix(elementPointer(m_chosen));
    if (hasOne)
        FormSection::load();
    showEvidence();
}

void ListSection::choose(int element)
{
    m_chosen = std::clamp(element, count() == 0 ? -1 : 0, count() - 1);
    showChosen();
}

void ListSection::reveal(const std::string& pointer)
{
    if (pointer.size() > m_list.size() + 1) {
        int element = m_chosen;
        std::from_chars(pointer.data() + m_list.size() + 1, pointer.data() + pointer.size(), element);
        choose(element);
    }
    FormSection::reveal(pointer);
}

void ListSection::setEvidence(const std::vector<PartEvidence>& evidence)
{
    FormSection::setEvidence(evidence);
    showElements();
}

void ListSection::addElement()
{
    if (document() == nullptr || !document()->isReadable())
        return;
    const int at = m_chosen + 1;
    m_chosen = at;
    document()->insert(m_list, std::size_t(at), m_shape.fresh(document()->root()));
    choose(at);
    if (!fields().empty())
        fields().front()->setFocus();
}

void ListSection::removeElement()
{
    if (document() != nullptr && m_chosen >= 0)
        document()->remove(elementPointer(m_chosen));
}

void ListSection::moveElement(int by)
{
    const int to = m_chosen + by;
    if (document() == nullptr || m_chosen < 0 || to < 0 || to >= count())
        return;
    const int from = m_chosen;
    m_chosen = to;
    document()->move(m_list, std::size_t(from), std::size_t(to));
    choose(to);
}

bool ListSection::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isAlt = (key->modifiers() & Qt::AltModifier) != 0;
        if (key->key() == Qt::Key_Insert)
            return addElement(), true;
        if (key->key() == Qt::Key_Delete)
            return removeElement(), true;
        if (isAlt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
            return moveElement(key->key() == Qt::Key_Up ? -1 : 1), true;
    }
    return FormSection::eventFilter(watched, event);
}

} // namespace sagascope::ui
