// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/compose/RecordPreview.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace sagascope::ui {

class Panel;

/// The record as it will lie on the wire: value, routing, headers. The value is shown over several lines, or as its
/// exact bytes. GUI thread.
class RecordView : public QWidget
{
    Q_OBJECT

public:
    explicit RecordView(QWidget* parent = nullptr);

    void setPreview(const compose::RecordPreview& preview, int partitions);
    void setBytesShown(bool isExact);
    [[nodiscard]] QString bodyText() const;
    [[nodiscard]] QString routingText() const;
    [[nodiscard]] QString headersText() const;
    void copyJson() const; ///< the value's exact bytes

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupLayout();
    void retranslate();
    void show();
    void fillList(QPlainTextEdit* list, const QStringList& lines);
    compose::RecordPreview m_preview;
    int m_partitions = 0;
    Panel* m_panel;
    QPlainTextEdit* m_body;
    QPlainTextEdit* m_routing;
    QPlainTextEdit* m_headers;
    QLabel* m_routingTitle;
    QLabel* m_headersTitle;
    QToolButton* m_bytes;
    QToolButton* m_copy;
};

} // namespace sagascope::ui
