// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/EventTypeModel.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

// The story of a booking first, then the rest as the platform is drawn; unknown domains follow by name.
constexpr std::array<QLatin1StringView, 8> kDomains{
    QLatin1StringView("voyage"), QLatin1StringView("payment"),      QLatin1StringView("user"), QLatin1StringView("auth"),
    QLatin1StringView("ai"),     QLatin1StringView("notification"), QLatin1StringView("gdpr"), QLatin1StringView("analytics")};

qsizetype rankOf(const QString& domain)
{
    return std::find(kDomains.begin(), kDomains.end(), domain) - kDomains.begin();
}

} // namespace

void EventTypeModel::setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    m_catalog = std::move(catalog);
    collect();
    rebuild();
}

void EventTypeModel::setFilter(const QString& filter)
{
    if (filter.trimmed() == m_filter)
        return;
    m_filter = filter.trimmed();
    rebuild();
}

void EventTypeModel::collect()
{
    m_all.clear();
    if (!m_catalog)
        return;
    for (const catalog::DeclaredTopic& topic : m_catalog->topics())
        for (const std::string& type : topic.eventTypes) {
            const QString status = topicStatusText(topic.status);
            const QString domain = topic.domain.empty() ? domainOf(type) : toQString(topic.domain);
            m_all.push_back({domain, toQString(type), status, toQString(topic.description), status.isEmpty(), false});
        }
    // What services publish today comes before what only a document knows.
    std::stable_sort(m_all.begin(), m_all.end(), [](const Row& a, const Row& b) {
        return std::tuple(rankOf(a.domain), a.domain, !a.isLive, a.type) <
               std::tuple(rankOf(b.domain), b.domain, !b.isLive, b.type);
    });
    const auto isSame = [](const Row& a, const Row& b) { return a.type == b.type; };
    m_all.erase(std::unique(m_all.begin(), m_all.end(), isSame), m_all.end());
}

void EventTypeModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_typeCount = 0;
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto fits = [&](const Row& row) {
        return std::all_of(words.begin(), words.end(),
                           [&](const QString& word) { return row.type.contains(word, Qt::CaseInsensitive); });
    };
    bool isExact = false;
    for (const Row& row : m_all) {
        if (!fits(row))
            continue;
        if (m_rows.empty() || m_rows.back().domain != row.domain)
            m_rows.push_back({row.domain, {}, {}, {}, true, false});
        m_rows.push_back(row);
        ++m_typeCount;
        isExact = isExact || row.type == m_filter;
    }
    if (words.size() == 1 && !isExact)
        m_rows.push_back({domainOf(m_filter.toStdString()), m_filter, tr("use this unknown type"), {}, true, true});
    endResetModel();
}

QModelIndex EventTypeModel::indexOf(const QString& eventType) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (!eventType.isEmpty() && m_rows[i].type == eventType)
            return index(int(i));
    return {};
}

QModelIndex EventTypeModel::firstType() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.type.isEmpty(); });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

int EventTypeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EventTypeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    const bool isHeading = row.type.isEmpty();
    switch (role) {
    case Qt::DisplayRole: return isHeading ? row.domain : row.type;
    case Qt::ToolTipRole:
        return row.status.isEmpty() ? row.description : QStringLiteral("%1\n%2").arg(row.status, row.description).trimmed();
    case Qt::AccessibleTextRole: return isHeading || row.status.isEmpty() ? data(index, Qt::DisplayRole) : row.type + QStringLiteral(", ") + row.status;
    case TypeRole: return row.type;
    case DomainRole: return row.domain;
    case StatusRole: return row.status;
    case IsHeadingRole: return isHeading;
    case IsLiveRole: return row.isLive;
    case IsUnknownRole: return row.isUnknown;
    default: return {};
    }
}

Qt::ItemFlags EventTypeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isHeading = m_rows[std::size_t(index.row())].type.isEmpty();
    // Not enabled: the keyboard steps over headings.
    return isHeading ? Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace sagascope::ui
