// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SecretMask.h"

#include "core/event/SecretMask.h"
#include "ui/common/CodeText.h"

namespace sagascope::ui {

bool isSecretName(const QString& name)
{
    return event::isSecretName(name.toStdString());
}

QString maskedValue()
{
    return toQString(event::kMask);
}

QString maskedText(const QString& raw)
{
    return toQString(event::masked(raw.toStdString()));
}

QString shownText(std::string_view raw)
{
    return toQString(event::masked(raw));
}

} // namespace sagascope::ui
