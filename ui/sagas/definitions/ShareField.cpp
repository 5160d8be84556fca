// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/ShareField.h"

#include <QDoubleSpinBox>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QWheelEvent>

#include <cmath>

#include "ui/compose/FieldBox.h"

namespace sagascope::ui {
namespace {

constexpr int kParts = 100;

/// As ChoiceBox: the wheel belongs to what scrolls around it.
template <typename Base> class Calm : public Base
{
public:
    using Base::Base;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

ShareField::ShareField(const FormContext& context, std::string member, double least, double most)
    : DefinitionField(context, std::move(member)), m_slider(new Calm<QSlider>(Qt::Horizontal)), m_number(new Calm<QDoubleSpinBox>)
{
    m_slider->setRange(int(std::lround(least * kParts)), int(std::lround(most * kParts)));
    m_slider->setFocusPolicy(Qt::ClickFocus); // the number beside it takes the keys
    m_number->setRange(least, most);
    m_number->setSingleStep(0.05);
    m_number->setDecimals(2);
    m_number->setFixedWidth(76);
    m_number->setFocusPolicy(Qt::StrongFocus);
    box()->setInput(m_slider);
    box()->addBeside(m_number);
    setFocusProxy(m_number);
    connect(m_slider, &QSlider::valueChanged, m_number, [this](int parts) { m_number->setValue(double(parts) / kParts); });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this](double share) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(int(std::lround(share * kParts)));
        put(std::round(share * kParts) / kParts, Way::Typed);
    });
}

/// The sentence is read before the number is moved, so it stands there.
void ShareField::setTexts(const QString& name, const QString& description, bool isRequired)
{
    DefinitionField::setTexts(name, description, isRequired);
    setHint(description);
    m_number->setLocale(QLocale()); // the decimal sign of the language that is spoken now
}

void ShareField::load()
{
    m_number->setAccessibleName(box()->input()->accessibleName());
    const double share = shown();
    if (std::abs(share - m_number->value()) < 1e-9)
        return;
    const QSignalBlocker numberBlocker(m_number);
    const QSignalBlocker sliderBlocker(m_slider);
    m_number->setValue(share);
    m_slider->setValue(int(std::lround(share * kParts)));
}

double ShareField::shown() const
{
    const compose::Json* share = value();
    return share != nullptr && share->is_number() ? share->get<double>() : 0;
}

} // namespace sagascope::ui
