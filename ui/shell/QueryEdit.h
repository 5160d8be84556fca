// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <optional>

#include "core/session/Query.h"

namespace sagascope::ui {

/// Where a byte of the UTF-8 text stands in the QString.
[[nodiscard]] qsizetype letterAt(const QString& text, std::size_t byte);

/// A field for a text in the query language. The word that keeps it from being a query is underlined as it is typed. GUI thread.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget* parent = nullptr);

    [[nodiscard]] const std::optional<session::QueryError>& error() const { return m_error; }

protected:
    void paintEvent(QPaintEvent* event) override;
    /// False for a text that means something else to the field; then nothing is wrong with it.
    [[nodiscard]] virtual bool isQuery() const { return true; }

private:
    void read();

    std::optional<session::QueryError> m_error;
};

} // namespace sagascope::ui
