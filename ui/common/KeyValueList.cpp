// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/KeyValueList.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/common/TightLayout.h"
#include "ui/common/ValueField.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kGap = 12;

} // namespace

KeyValueList::KeyValueList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(12, 8, 12, 8);
    m_grid->setHorizontalSpacing(kGap);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
    // Rich text keeps the link colour that it was set with.
    connect(&Theme::current(), &Theme::changed, this, [this] { showRows(); });
}

void KeyValueList::setRows(const std::vector<KeyValue>& rows)
{
    m_content = rows;
    showRows();
}

void KeyValueList::showRows()
{
    const auto& rows = m_content;
    while (m_rows.size() < rows.size())
        m_rows.push_back(addRow());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isUsed = i < rows.size();
        for (QWidget* part : std::initializer_list<QWidget*>{m_rows[i].key, m_rows[i].value})
            part->setVisible(isUsed);
        if (isUsed)
            fill(m_rows[i], rows[i]);
        else
            m_rows[i].note->hide();
    }
}

KeyValueList::Row KeyValueList::addRow()
{
    const int line = int(m_rows.size());
    Row row{new QLabel(this), new ValueField(this), new QLabel(this)};
    row.key->setObjectName(QStringLiteral("monoMuted"));
    row.key->setTextFormat(Qt::PlainText);
    row.note->setObjectName(QStringLiteral("small"));
    connect(row.note, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
    m_grid->addWidget(row.key, line, 0);
    auto* rest = tightRow(nullptr, kGap); // of its own: a long note takes room from its own value alone
    rest->addWidget(row.value, 1);
    rest->addWidget(row.note);
    m_grid->addLayout(rest, line, 1);
    return row;
}

void KeyValueList::fill(const Row& row, const KeyValue& content)
{
    row.key->setText(content.key);
    row.value->setValue(content.isAbsent ? QStringLiteral("–") : content.value);
    row.value->setAccessibleName(content.key);
    row.value->setEnabled(!content.isAbsent);
    row.note->setVisible(!content.note.isEmpty());
    if (content.link.isEmpty()) {
        row.note->setTextFormat(Qt::PlainText);
        row.note->setTextInteractionFlags(Qt::NoTextInteraction);
        row.note->setText(content.note);
    } else {
        row.note->setTextFormat(Qt::RichText);
        row.note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        row.note->setText(QStringLiteral("<a href=\"%1\">%2</a>").arg(content.link.toHtmlEscaped(), content.note.toHtmlEscaped()));
    }
}

} // namespace sagascope::ui
