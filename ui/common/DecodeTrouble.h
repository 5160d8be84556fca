// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string_view>

#include "core/event/ByteTrouble.h"

class QLabel;

namespace sagascope::ui {

class KeyValueList;

/// Why a record holds no event: what was expected, where reading stopped and what lies around that place, the likely
/// cause, and what to do. GUI thread.
class DecodeTrouble : public QWidget
{
    Q_OBJECT

public:
    explicit DecodeTrouble(QWidget* parent = nullptr);

    /// `around` are bytes of the value that may be shown, beginning with its byte `from`.
    void setTrouble(base::Rule reason, const event::ByteTrouble& trouble, std::size_t size, std::string_view around, std::size_t from);

private:
    QLabel* m_reason;
    KeyValueList* m_facts;
    QLabel* m_bytes;
    QLabel* m_fix;
};

/// What lies in the value most likely, in a sentence.
[[nodiscard]] QString byteCauseSentence(const event::ByteTrouble& trouble);
/// What to do about it; empty where nothing needs doing.
[[nodiscard]] QString byteCauseFix(event::ByteCause cause);

} // namespace sagascope::ui
