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
            m_rows[i].note->hide(), m_rows[i].mark->hide();
    }
}

KeyValueList::Row KeyValueList::addRow()
{
    const int line = int(m_rows.size());
    Row row{new QLabel(this), new ValueField(this), new QLabel(this), new QLabel(this)};
    row.key->setObjectName(QStringLiteral("monoMuted"));
    row.key->setTextFormat(Qt::PlainText);
    for (QLabel* label : {row.note, row.mark})
        label->setObjectName(QStringLiteral("small"));
    connect(row.note, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
    m_grid->addWidget(row.key, line, 0);
    auto* rest = tightRow(nullptr, kGap); // of its own: a long note takes room from its own value alone
    rest->addWidget(row.value, 1);
    rest->addWidget(row.note);
    m_grid->addLayout(rest, line, 1);
    connect(row.mark, &QLabel::linkActivated, this, &KeyValueList::linkActivated);
    m_grid->addWidget(row.mark, line, 2);
    return row;
}

void KeyValueList::fill(const Row& row, const KeyValue& content)
{
    row.key->setText(content.key);
    row.value->setValue(content.isAbsent ? QStringLiteral("–") : content.value);
    row.value->setAccessibleName(content.key);
    row.value->setEnabled(!content.isAbsent);
    fillMark(*row.mark, content.mark);
    row.mark->setAccessibleName(QStringLiteral("%1: %2").arg(content.key, content.mark.text));
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

// The sign and the word say it; the colour only repeats it.
void KeyValueList::fillMark(QLabel& label, const KeyValue::Mark& mark)
{
    const Palette& colours = Theme::current().palette();
    const QColor colour = mark.tone == KeyValue::Tone::Danger    ? colours.danger
                          : mark.tone == KeyValue::Tone::Warning ? colours.warning
                                                                 : colours.muted;
    label.setVisible(!mark.text.isEmpty());
    label.setToolTip(mark.why);
    label.setAccessibleDescription(mark.why);
    label.setTextFormat(Qt::RichText);
    label.setTextInteractionFlags(mark.link.isEmpty() ? Qt::NoTextInteraction : Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    const QString style = QStringLiteral("style=\"color:%1\"").arg(colour.name());
    label.setText(mark.link.isEmpty() ? QStringLiteral("<span %1>%2</span>").arg(style, mark.text.toHtmlEscaped())
                                      : QStringLiteral("<a href=\"%1\" %2>%3</a>").arg(mark.link.toHtmlEscaped(), style, mark.text.toHtmlEscaped()));
}

} // namespace sagascope::ui
