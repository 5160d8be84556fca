// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace sagascope::ui {

/// The language of the window: installs the embedded translation and Qt's own, and sets the default locale, which
/// numbers and dates follow. Every widget hears of it as QEvent::LanguageChange. One per process, GUI thread.
class Language
{
public:
    static Language& current();

    /// `en` or `fr`; an empty or unknown name means the system's language, English if there is no translation for it.
    void apply(const QString& name);
    [[nodiscard]] const QString& name() const { return m_name; }

private:
    Language() = default;
    QString m_name;
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace sagascope::ui
