// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace sagascope::ui {

/// A button with one of the signs that players have, drawn in the theme's colours. Tab reaches it, Space presses it.
class TransportButton : public QToolButton
{
    Q_OBJECT

public:
    enum class Sign { Start, Back, Play, Pause, Forward, End };

    explicit TransportButton(Sign sign, QWidget* parent = nullptr);

    void setSign(Sign sign);
    [[nodiscard]] Sign sign() const { return m_sign; }
    /// Tool tip and accessible name in one; the keys stand behind it in brackets.
    void setWords(const QString& words, const QString& keys);
    [[nodiscard]] QSize sizeHint() const override { return {30, 26}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Sign m_sign;
};

} // namespace sagascope::ui
