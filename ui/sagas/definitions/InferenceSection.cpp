// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/definitions/InferenceSection.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <cmath>

#include "ui/compose/FieldGrid.h"
#include "ui/sagas/definitions/DefinitionEdits.h"
#include "ui/sagas/definitions/ShareField.h"
#include "ui/sagas/definitions/Vocabulary.h"

namespace sagascope::ui {
namespace {

using compose::Json;

constexpr std::array kWeights{"user", "amount", "currency", "time", "nextStep"};
constexpr const char* kRule = "/inference";

/// What a definition that asks for it begins with: the values of the one for bookings.
Json usualRule()
{
    Json rule = Json::object();
    rule["weights"] = Json::object({{"user", 0.2}, {"amount", 0.25}, {"currency", 0.1}, {"time", 0.2}, {"nextStep", 0.25}});
    rule["windowMs"] = 1'800'000;
    rule["clockToleranceMs"] = 2000;
    rule["threshold"] = 0.8;
    rule["margin"] = 0.1;
    return rule;
}

double rounded(double share)
{
    return std::round(share * 100) / 100;
}

} // namespace

InferenceSection::InferenceSection(const FormContext& context, QWidget* parent)
    : FormSection(context, parent), m_remark(addRemark()), m_isOn(new QCheckBox), m_body(new QWidget), m_sum(new QLabel),
      m_evenOut(new QPushButton)
{
    column()->addWidget(m_isOn);
    FieldGrid* place = addGrid();
    m_user = add(place, new TextField(context, "/context/user", context.words.pointers()));
    m_currency = add(place, new TextField(context, "/context/currency", context.words.pointers()));
    m_amount = add(place, new NamesField(context, "/context/amount", context.words.pointers()));
    auto* inside = new QVBoxLayout(m_body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(10);
    auto* weights = new FieldGrid;
    inside->addWidget(weights);
    setupWeights(weights);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sum, 1);
    row->addWidget(m_evenOut);
    inside->addLayout(row);
    auto* rest = new FieldGrid;
    inside->addWidget(rest);
    m_threshold = add(rest, new ShareField(context, "/inference/threshold", 0.5, 1));
    m_margin = add(rest, new ShareField(context, "/inference/margin", 0.01, 1));
    m_window = add(rest, new SpanField(context, "/inference/windowMs"));
    m_tolerance = add(rest, new SpanField(context, "/inference/clockToleranceMs"));
    column()->addWidget(m_body);
    column()->addStretch(1);
    m_sum->setWordWrap(true);
    connect(m_isOn, &QCheckBox::clicked, this, &InferenceSection::toggle);
    connect(m_evenOut, &QPushButton::clicked, this, &InferenceSection::evenOut);
    InferenceSection::retranslate();
}

void InferenceSection::setupWeights(FieldGrid* grid)
{
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        m_weights[i] = add(grid, new ShareField(context(), std::string("/inference/weights/") + kWeights[i], 0, 1));
}

bool InferenceSection::shows(std::string_view pointer) const
{
    return pointer.substr(0, 10) == kRule || pointer.substr(0, 8) == "/context";
}

void InferenceSection::toggle(bool isOn)
{
    if (document() == nullptr)
        return;
    if (isOn)
        document()->put(kRule, usualRule());
    else
        document()->remove(kRule);
}

/// Scales the weights so that they add up to one; what is lost by rounding goes to the largest.
void InferenceSection::evenOut()
{
    std::array<double, kWeights.size()> shares{};
    double sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        sum += shares[i] = m_weights[i]->shown();
    double total = 0;
    std::size_t largest = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        total += shares[i] = rounded(sum > 0 ? shares[i] / sum : 1.0 / double(shares.size()));
        largest = shares[i] > shares[largest] ? i : largest;
    }
    shares[largest] = rounded(shares[largest] + 1 - total);
    Json weights = Json::object();
    for (std::size_t i = 0; i < shares.size(); ++i)
        weights[kWeights[i]] = shares[i];
    if (document() != nullptr)
        document()->put("/inference/weights", std::move(weights));
}

void InferenceSection::load()
{
    const bool isOn = document() != nullptr && document()->at(kRule) != nullptr;
    m_isOn->setChecked(isOn);
    m_body->setVisible(isOn);
    FormSection::load();
    showSum();
}

void InferenceSection::showSum()
{
    double sum = 0;
    for (const ShareField* weight : m_weights)
        sum += weight->shown();
    const bool isRight = std::abs(sum - 1) < 1e-6;
    const QString total = QLocale().toString(sum, 'f', 2);
    m_sum->setObjectName(isRight ? QStringLiteral("good") : QStringLiteral("danger"));
    m_sum->setText(isRight ? tr("✓ Together they are 1, so that a score reads as a share.")
                           : tr("✗ Together they are %1; they must be 1.").arg(total));
    m_sum->style()->unpolish(m_sum);
    m_sum->style()->polish(m_sum);
    m_evenOut->setVisible(!isRight);
}

void InferenceSection::retranslate()
{
    m_remark->setText(tr("Events that share no identifier with their saga can be joined by what fits: user, amount, currency, time and the step "
                         "that was waited for. The score is the sum of the weights, each times how well its part fits."));
    m_isOn->setText(tr("Infer links between groups without a common identifier"));
    m_evenOut->setText(tr("Make them 1"));
    m_user->setTexts(tr("User stands in"), tr("The field with the user; another user is never joined."));
    m_currency->setTexts(tr("Currency stands in"), tr("Another currency is never joined."));
    m_amount->setTexts(tr("Amount stands in"), tr("Fields with the amount; the first that is there counts. Another amount is never joined."));
    m_weights[0]->setTexts(tr("Same user"), tr("Counts in full when both name the same user."));
    m_weights[1]->setTexts(tr("Same amount"), tr("In full when equal, half when one side counts cents, nothing when a side states none."));
    m_weights[2]->setTexts(tr("Same currency"), tr("In full when equal, nothing when a side states none."));
    m_weights[3]->setTexts(tr("Close in time"), tr("In full when nothing lies between, falling to half at the edge of the window."));
    m_weights[4]->setTexts(tr("The step that was waited for"), tr("In full when the one begins with a step that the other waits for."));
    m_threshold->setTexts(tr("A link needs a score of at least"), tr("A smaller score is no link."));
    m_margin->setTexts(tr("Better than the next by"), tr("When another fits about as well, the link is ambiguous and nothing is joined."));
    m_window->setTexts(tr("Within"), tr("The second group begins within this time after the start."), true);
    m_tolerance->setTexts(tr("Clocks may differ by"), tr("It may seem to begin at most this much before the start."));
    showSum();
}

} // namespace sagascope::ui
