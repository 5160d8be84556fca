// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string_view>

#include "core/compose/SampleValues.h"

namespace sagascope::ui {

/// The payload under the editors of a form: they read their value from it and write what is typed into it. Pointers
/// start at the payload. GUI thread.
class FormDocument : public QObject
{
    Q_OBJECT

public:
    explicit FormDocument(compose::SampleValues& samples, QObject* parent = nullptr);

    [[nodiscard]] const compose::Json& root() const { return m_root; }
    void setRoot(compose::Json root); ///< tells nobody: whoever sets it loads the editors

    [[nodiscard]] const compose::Json* at(std::string_view pointer) const;
    void put(std::string_view pointer, compose::Json value);
    void remove(std::string_view pointer);
    [[nodiscard]] compose::SampleValues& samples() { return m_samples; }

Q_SIGNALS:
    void edited();

private:
    compose::Json m_root = compose::Json::object();
    compose::SampleValues& m_samples;
};

} // namespace sagascope::ui
