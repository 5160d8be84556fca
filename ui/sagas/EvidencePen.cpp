// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/EvidencePen.h"

#include "ui/theme/Colour.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

QPen evidencePen(identity::Evidence evidence, const QColor& strong, const QColor& surface)
{
    switch (evidence) {
    case identity::Evidence::Declared: return QPen(strong, 1.8);
    case identity::Evidence::Aliased: return QPen(mix(surface, strong, 0.55), 1.4);
    case identity::Evidence::Inferred: break;
    }
    QPen pen(mix(surface, strong, 0.75), 1.6);
    pen.setDashPattern({1.4, 2.2});
    pen.setCapStyle(Qt::FlatCap); // round dots cost several times as much to draw
    return pen;
}

QPen compensationPen(double width)
{
    QPen pen(Theme::current().stateColor(saga::SagaState::Compensated), width);
    pen.setDashPattern({5, 4});
    return pen;
}

} // namespace sagascope::ui
