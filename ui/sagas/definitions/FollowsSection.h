// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sagas/definitions/ListSection.h"

namespace sagascope::ui {

/// Which type of event follows which.
class FollowsSection : public ListSection
{
    Q_OBJECT

public:
    explicit FollowsSection(const FormContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Follows"); }
    void retranslate() override;

private:
    TextField* m_effect;
    NamesField* m_causes;
};

} // namespace sagascope::ui
