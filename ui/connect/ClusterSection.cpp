// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ClusterSection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

#include <array>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/connect/ProfileWords.h"

namespace sagascope::ui {
namespace {

constexpr std::array kEnvironments{kafka::Environment::Unstated, kafka::Environment::Development, kafka::Environment::Test,
                                   kafka::Environment::Staging, kafka::Environment::Production};

QIcon swatch(const QColor& colour)
{
    QPixmap picture(28, 28);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(2, 2, 10, 10));
    return picture;
}

} // namespace

ClusterSection::ClusterSection(QWidget* parent)
    : ProfileSection(tr("Cluster"), parent), m_name(addLine(tr("&Name"), {}, false)), m_environment(addChoice(tr("En&vironment"))),
      m_colour(addChoice(tr("C&olour"))), m_bootstrap(addLine(tr("&Bootstrap servers"), QStringLiteral("broker-1:9092, broker-2:9092"))),
      m_readOnly(addCheck(tr("&Read-only: never publish to this cluster")))
{
    for (const kafka::Environment environment : kEnvironments)
        m_environment->addItem(environmentLabel(environment), int(environment));
    setupColours();
    // Before the form is told: that comes with activated().
    connect(m_environment, &QComboBox::currentIndexChanged, this, &ClusterSection::updateReadOnly);
}

void ClusterSection::setupColours()
{
    const std::array<std::pair<const char*, QString>, 8> colours{{{"#3fb27f", tr("Green")},
                                                                  {"#2bb8a3", tr("Teal")},
                                                                  {"#5b9cf5", tr("Blue")},
                                                                  {"#9b7cf6", tr("Violet")},
                                                                  {"#ea6fae", tr("Pink")},
                                                                  {"#e5534b", tr("Red")},
                                                                  {"#f0a63a", tr("Amber")},
                                                                  {"#8aa0b8", tr("Grey")}}};
    m_colour->addItem(tr("That of the environment"), QString());
    for (const auto& [code, name] : colours)
        m_colour->addItem(swatch(QColor(QLatin1StringView(code))), name, QLatin1StringView(code));
}

void ClusterSection::load(const ProfileDraft& draft)
{
    const profile::ClusterProfile& shown = draft.profile;
    m_name->setText(toQString(shown.name));
    m_environment->setCurrentIndex(m_environment->findData(int(shown.environment)));
    const QString colour = toQString(shown.colour);
    if (m_colour->findData(colour) < 0) // from a file that somebody wrote
        m_colour->addItem(swatch(QColor(colour)), colour, colour);
    m_colour->setCurrentIndex(m_colour->findData(colour));
    m_bootstrap->setText(toQString(shown.bootstrap));
    m_readOnly->setChecked(shown.isReadOnly());
}

kafka::Environment ClusterSection::environment() const
{
    return kafka::Environment(m_environment->currentData().toInt());
}

void ClusterSection::updateReadOnly()
{
    const bool isUsual = profile::ClusterProfile{.environment = environment()}.isReadOnly();
    if (m_readOnly->isChecked() == m_isUsuallyReadOnly)
        m_readOnly->setChecked(isUsual);
    m_isUsuallyReadOnly = isUsual;
}

void ClusterSection::store(ProfileDraft& draft) const
{
    profile::ClusterProfile& into = draft.profile;
    into.name = m_name->text().trimmed().toStdString();
    into.environment = environment();
    into.colour = m_colour->currentData().toString().toStdString();
    into.bootstrap = m_bootstrap->text().remove(u' ').toStdString();
    into.readOnly = m_readOnly->isChecked() == m_isUsuallyReadOnly ? std::nullopt : std::optional(m_readOnly->isChecked());
}

QWidget* ClusterSection::inputFor(const std::string& member) const
{
    if (member == "name" || member == "nameTaken")
        return m_name;
    return member == "bootstrap" ? m_bootstrap : nullptr;
}

} // namespace sagascope::ui
