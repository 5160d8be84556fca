// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/FormDocument.h"

#include <utility>

namespace sagascope::ui {

FormDocument::FormDocument(compose::SampleValues& samples, QObject* parent) : QObject(parent), m_samples(samples) {}

void FormDocument::setRoot(compose::Json root)
{
    m_root = std::move(root);
}

const compose::Json* FormDocument::at(std::string_view pointer) const
{
    return compose::valueAt(m_root, pointer);
}

void FormDocument::put(std::string_view pointer, compose::Json value)
{
    // Something on the way that is no object (typed as raw JSON before) gives way to what the form says.
    if (!compose::assignAt(m_root, pointer, value)) {
        const auto slash = pointer.rfind('/');
        if (slash == std::string_view::npos || slash == 0)
            m_root = compose::Json::object();
        else
            put(pointer.substr(0, slash), compose::Json::object());
        compose::assignAt(m_root, pointer, std::move(value));
    }
    Q_EMIT edited();
}

void FormDocument::remove(std::string_view pointer)
{
    compose::removeAt(m_root, pointer);
    Q_EMIT edited();
}

} // namespace sagascope::ui
