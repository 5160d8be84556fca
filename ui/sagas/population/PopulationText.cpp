// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/PopulationText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString orText()
{
    return QCoreApplication::translate("Population", " or ", "between event types, and between services");
}

} // namespace

QString percentText(double share)
{
    const double percent = share * 100;
    const bool isSmall = percent > 0 && percent < 10;
    return QCoreApplication::translate("Population", "%1 %").arg(QLocale().toString(percent, 'f', isSmall ? 1 : 0));
}

QString countText(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

QString quantileText(const saga::Distribution& distribution, double share)
{
    return distribution.isEmpty() ? QStringLiteral("–") : durationText(distribution.quantile(share));
}

QString definitionText(const QString& name)
{
    return name.isEmpty() ? QCoreApplication::translate("Population", "no definition") : name;
}

std::vector<StepPill> pillsOf(const saga::Variant& variant, const saga::DefinitionPopulation& definition)
{
    constexpr std::size_t kMost = 40; // nobody sees more, and a saga may have any number
    std::vector<StepPill> pills;
    for (std::size_t i = 0; i < std::min(kMost, variant.steps.size()); ++i) {
        const saga::PopulationStep& step = definition.steps[variant.steps[i]];
        pills.push_back({toQString(step.name), domainOf(step.eventType), step.role});
    }
    return pills;
}

saga::SagaState mainState(const saga::StateCounts& states)
{
    return static_cast<saga::SagaState>(std::max_element(states.begin(), states.end()) - states.begin());
}

QString statesText(const saga::StateCounts& states)
{
    std::size_t all = 0;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < states.size(); ++i) {
        all += states[i];
        if (states[i] > 0)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return states[a] > states[b]; });
    QStringList parts;
    for (const std::size_t i : order)
        parts << QStringLiteral("%1 %2").arg(stateLabel(static_cast<saga::SagaState>(i)), percentText(double(states[i]) / double(all)));
    return parts.join(QStringLiteral(", "));
}

QString awaitedText(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition)
{
    QStringList types;
    for (const saga::AwaitedStep& awaited : stuck.awaited)
        types << toQString(definition.steps[awaited.step].eventType);
    return types.join(orText());
}

QString stuckSentence(const saga::StuckSaga& stuck, const saga::DefinitionPopulation& definition)
{
    QStringList services;
    std::size_t samples = 0;
    for (const saga::AwaitedStep& awaited : stuck.awaited) {
        const QString service = toQString(awaited.service);
        if (!service.isEmpty() && !services.contains(service))
            services << service;
        samples += awaited.samples;
    }
    const QString from = services.isEmpty() ? QString()
                                            : QCoreApplication::translate("Population", " from %1").arg(services.join(orText()));
    return QCoreApplication::translate("Population", "waits %1 for %2%3; 99 % waited at most %4 (n %5)")
        .arg(durationText(stuck.elapsed), awaitedText(stuck, definition), from, durationText(stuck.limit), countText(samples));
}

} // namespace sagascope::ui
