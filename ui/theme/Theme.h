// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

#include "core/base/Rule.h"
#include "core/saga/Saga.h"

class QApplication;

namespace sagascope::ui {

enum class ThemeKind { Dark, Light };

/// The colours of one theme, as the design names them; both pass WCAG AA for text.
struct Palette
{
    QColor background, panel, raised, line, grid, text, muted, accent, accentText, danger, warning, good;
};

/// Colours, fonts and the application style sheet. One per process, set up by the shell before any widget; rooms ask
/// `Theme::current()` while painting and repaint on changed(). GUI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    static Theme& current(); ///< of this thread, inside of a ThemeScope

    void apply(QApplication& app, ThemeKind kind); ///< palette, style sheet, fonts; emits changed()
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] const Palette& palette() const { return m_palette; }

    /// Domain of an event type or topic (`payment`, `voyage`, …); unknown domains get a stable colour from a hash.
    [[nodiscard]] QColor domainColor(const QString& domain) const;
    [[nodiscard]] QColor stateColor(saga::SagaState state) const;
    [[nodiscard]] QColor severityColor(base::Severity severity) const;
    [[nodiscard]] QFont monospace() const; ///< ids, times, numbers, payloads
    [[nodiscard]] QFont small() const;     ///< second lines, axis labels

    static constexpr int kGrid = 4;
    static constexpr int kRowHeight = 28;
    static constexpr int kCorner = 8;
    static constexpr int kGap = 8;

Q_SIGNALS:
    void changed();

private:
    friend class ThemeScope;
    explicit Theme(ThemeKind kind);
    ThemeKind m_kind = ThemeKind::Dark;
    Palette m_palette;
};

/// While it lives, Theme::current() is another theme in this thread: for pictures, which are painted as on paper and by a
/// worker, whatever the window looks like. Any thread; scopes nest.
class ThemeScope
{
public:
    explicit ThemeScope(ThemeKind kind);
    ~ThemeScope();
    ThemeScope(const ThemeScope&) = delete;
    ThemeScope& operator=(const ThemeScope&) = delete;

private:
    Theme m_theme;
    Theme* m_outer;
};

/// `payment` for `dreamscape.payment.completed` and for `payment.completed`; retry and dead-letter topics are `retry`.
[[nodiscard]] QString domainOf(std::string_view topicOrType);
/// Names for people, translated.
[[nodiscard]] QString stateLabel(saga::SagaState state);

} // namespace sagascope::ui
