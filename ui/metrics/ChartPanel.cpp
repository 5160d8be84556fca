// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/metrics/ChartPanel.h"

#include <QAction>
#include <QEvent>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <map>

#include "core/base/Time.h"
#include "ui/common/CodeText.h"
#include "ui/metrics/CurveLegend.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QByteArray csvField(const QString& text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QByteArrayLiteral("\"") + quoted.toUtf8() + QByteArrayLiteral("\"");
}

} // namespace

ChartPanel::ChartPanel(const ViewState& state, ValueScale scale, QString fileName, QWidget* parent)
    : Panel({}, parent),
      m_fileName(std::move(fileName)),
      m_chart(new ChartView(state, scale)),
      m_legend(new CurveLegend(*m_chart)),
      m_menuButton(new QToolButton),
      m_png(new QAction(this)),
      m_csv(new QAction(this))
{
    auto* column = columnBody();
    column->setContentsMargins(0, 4, 0, 4);
    column->addWidget(m_legend);
    column->addWidget(m_chart, 1);
    auto* menu = new QMenu(m_menuButton);
    menu->addActions({m_png, m_csv});
    m_menuButton->setObjectName(QStringLiteral("flat"));
    m_menuButton->setMenu(menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    addAction(m_menuButton);
    connect(m_png, &QAction::triggered, this, &ChartPanel::exportPng);
    connect(m_csv, &QAction::triggered, this, &ChartPanel::exportCsv);
    retranslate();
}

void ChartPanel::setNames(const QString& title, const QString& unit)
{
    setTitle(title);
    setSubtitle(unit);
    m_chart->setAccessibleName(QStringLiteral("%1, %2").arg(title, unit));
}

bool ChartPanel::savePng(const QString& path)
{
    constexpr double kScale = 2;
    QPixmap picture(size() * kScale);
    picture.setDevicePixelRatio(kScale);
    picture.fill(Theme::current().palette().panel);
    m_menuButton->hide();
    render(&picture);
    m_menuButton->show();
    return picture.save(path, "PNG");
}

QByteArray ChartPanel::csv() const
{
    std::map<std::int64_t, std::map<std::size_t, double>> rows;
    QByteArray text = "time";
    for (std::size_t i = 0; i < m_chart->curves().size(); ++i) {
        const Curve& curve = m_chart->curves()[i];
        text += ',' + csvField(curve.name);
        for (const Curve::Point& point : curve.points)
            rows[point.time][i] = point.value;
    }
    text += '\n';
    for (const auto& [time, values] : rows) {
        text += QByteArray::fromStdString(base::formatIso8601(base::fromUnixMilliseconds(time)));
        for (std::size_t i = 0; i < m_chart->curves().size(); ++i) {
            const auto value = values.find(i);
            text += ',' + (value == values.end() ? QByteArray() : QByteArray::number(value->second, 'g', 17));
        }
        text += '\n';
    }
    return text;
}

void ChartPanel::exportPng()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the chart"), m_fileName + QStringLiteral(".png"),
                                                      tr("Pictures (*.png)"));
    if (!path.isEmpty() && !savePng(path))
        Q_EMIT exportFailed(path);
}

void ChartPanel::exportCsv()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the numbers"), m_fileName + QStringLiteral(".csv"),
                                                      tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv()) < 0 || !file.commit())
        Q_EMIT exportFailed(path);
}

void ChartPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartPanel::retranslate()
{
    m_menuButton->setText(tr("Export"));
    m_menuButton->setToolTip(tr("Save this chart as a picture or as numbers"));
    m_png->setText(tr("As a picture (PNG)…"));
    m_csv->setText(tr("As numbers (CSV)…"));
}

} // namespace sagascope::ui
