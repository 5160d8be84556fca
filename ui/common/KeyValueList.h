// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace sagascope::ui {

struct KeyValue
{
    QString key;
    QString value;     ///< can be selected and copied
    QString note;      ///< muted, behind the value
    QString link;      ///< when set, the note is a link and linkActivated() tells this
    bool isAbsent = false; ///< shown as a muted dash
    enum class Tone { Quiet, Warning, Danger };
    struct Mark
    {
        QString text;    ///< a sign and a word; empty: none
        Tone tone = Tone::Quiet;
        QString why;     ///< as a tool tip, and told to ears
        QString link{};  ///< when set, the mark is a link and linkActivated() tells this
    };
    Mark mark{}; ///< at the right edge
};

class ValueField;

/// Names and values in two columns, in monospace. Rows are reused, so showing the next event moves nothing.
class KeyValueList : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueList(QWidget* parent = nullptr);

    void setRows(const std::vector<KeyValue>& rows);

Q_SIGNALS:
    void linkActivated(const QString& link);

private:
    struct Row
    {
        QLabel* key;
        ValueField* value;
        QLabel* note;
        QLabel* mark;
    };
    Row addRow();
    void showRows();
    void fill(const Row& row, const KeyValue& content);
    static void fillMark(QLabel& label, const KeyValue::Mark& mark);
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    std::vector<KeyValue> m_content;
};

} // namespace sagascope::ui
