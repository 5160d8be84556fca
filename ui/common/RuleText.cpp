// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RuleText.h"

#include <QCoreApplication>

#include "core/base/RuleSentence.h"

namespace sagascope::ui {

QString ruleLabel(base::Rule rule)
{
    const auto name = base::ruleName(rule);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString ruleSentence(base::Rule rule)
{
    return QCoreApplication::translate("Rule", base::ruleSentence(rule));
}

} // namespace sagascope::ui
