// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layering/IncludeRules.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace sagascope::layering {

namespace {

using Names = std::set<std::string, std::less<>>;

/// What a room of core may include: whole rooms ("event") or single headers ("event/RawRecord.h").
const std::map<std::string, Names, std::less<>>& coreRooms()
{
    static const Names groundOfAnalyses{"base", "event", "store", "catalog", "identity"};
    static const auto with = [](Names names, const Names& more) {
        names.insert(more.begin(), more.end());
        return names;
    };
    static const std::map<std::string, Names, std::less<>> rooms{
        {"base", {}},
        {"kafka", {"base", "event/RawRecord.h", "metrics/GroupLook.h", "metrics/Lag.h"}},
        {"profile", {"base", "kafka"}},
        {"event", {"base"}},
        {"store", {"base", "event"}},
        {"capture", {"base", "event", "store"}},
        {"catalog", {"base", "event"}},
        {"identity", {"base", "event", "store", "catalog"}},
        {"saga", groundOfAnalyses},
        {"causation", groundOfAnalyses},
        {"metrics", groundOfAnalyses},
        {"entity", groundOfAnalyses},
        {"review", with(groundOfAnalyses, {"saga", "causation", "metrics", "entity"})},
        {"compose", {"base", "kafka", "event", "catalog", "identity/Identifier.h"}},
        {"demo", {"base", "kafka", "event", "catalog"}},
        {"session",
         with(groundOfAnalyses, {"kafka", "capture", "saga", "causation", "metrics", "entity", "review", "compose", "demo"})},
    };
    return rooms;
}

/// A foreign library that one room wraps for all others.
struct Wrapped
{
    std::string_view prefix;
    std::string_view home;
};

constexpr std::array kWrapped{
    Wrapped{"rdkafka", "core/kafka/"},      Wrapped{"librdkafka/", "core/kafka/"},
    Wrapped{"simdjson", "core/event/"},     Wrapped{"gvc.h", "core/causation/"},
    Wrapped{"cgraph.h", "core/causation/"}, Wrapped{"graphviz/", "core/causation/"},
    Wrapped{"valijson/", "core/catalog/"},  Wrapped{"sqlite3", "core/capture/"},
    Wrapped{"zstd", "core/store/"},         Wrapped{"qt6keychain/", "app/Keychain"},
    Wrapped{"re2/", "core/session/"},
};

/// What core takes from Qt: QtCore without its locks (the thread sanitizer does not see them) and without a screen.
/// Growing this list is a decision.
const Names& qtOfCore()
{
    static const Names names{"QByteArray", "QByteArrayView", "QDateTime",   "QDir",          "QFile",
                             "QFileInfo",  "QIODevice",      "QLocale",     "QMetaType",     "QObject",
                             "QNetworkAccessManager", "QNetworkReply", "QEventLoop",
                             "QProcess",   "QResource",      "QSaveFile",   "QSettings",     "QStandardPaths",
                             "QString",    "QStringList",    "QStringView", "QTemporaryDir", "QTimeZone",
                             "QTimer",     "QUrl",           "QUuid",       "QVariant",      "QtGlobal"};
    return names;
}

/// "core/event/Event.h" -> {"core", "event", "Event.h"}; deeper folders count to their room.
struct Place
{
    std::string_view top;
    std::string_view room;
    std::string_view rest;
};

Place placeOf(std::string_view path)
{
    Place place;
    const auto first = path.find('/');
    place.top = path.substr(0, first);
    if (first == std::string_view::npos)
        return place;
    const auto second = path.find('/', first + 1);
    if (second == std::string_view::npos) {
        place.rest = path.substr(first + 1);
        return place;
    }
    place.room = path.substr(first + 1, second - first - 1);
    place.rest = path.substr(second + 1);
    return place;
}

std::string reasonAgainstCoreRoom(const Place& from, const Place& to)
{
    if (from.room == to.room)
        return {};
    const auto allowed = coreRooms().find(from.room);
    if (allowed == coreRooms().end())
        return "the room core/" + std::string(from.room) + " is not in the plan of the house";
    const auto header = std::string(to.room) + "/" + std::string(to.rest);
    if (allowed->second.contains(to.room) || allowed->second.contains(header))
        return {};
    return "core/" + std::string(from.room) + " does not depend on core/" + std::string(to.room);
}

std::string reasonAgainstOwn(const Place& from, std::string_view name)
{
    const Place to = placeOf(name);
    if (from.top == "tests")
        return {};
    if (to.top == "tests")
        return "the program does not depend on its tests";
    if (to.top == "app" && from.top != "app")
        return "only app knows app";
    if (to.top == "ui" && from.top == "core")
        return "core has no window";
    if (from.top == "core" && to.top == "core")
        return reasonAgainstCoreRoom(from, to);
    return {};
}

bool isOfTheHouse(std::string_view name)
{
    constexpr std::array tops{"app/", "core/", "ui/", "tests/"};
    return std::any_of(tops.begin(), tops.end(), [&](const char* top) { return name.starts_with(top); });
}

bool isGenerated(std::string_view name)
{
    return name.ends_with(".moc") || name.starts_with("moc_") || name.starts_with("ui_");
}

std::string reasonAgainstForeign(std::string_view path, std::string_view name)
{
    // A benchmark measures ours against the library itself.
    const bool isMeasuring = path.starts_with("tests/bench/");
    for (const auto& [prefix, home] : kWrapped) {
        if (!isMeasuring && name.starts_with(prefix) && !path.starts_with(home))
            return "only " + std::string(home) + " speaks to this library";
    }
    const bool isQt = name.size() > 1 && name[0] == 'Q' && (name[1] == 't' || (name[1] >= 'A' && name[1] <= 'Z'));
    const bool isCoroutine = name.starts_with("QCoro") || name.starts_with("qcoro");
    if (path.starts_with("core/") && (isCoroutine || (isQt && !qtOfCore().contains(name))))
        return "core takes only plain QtCore classes: no screen, no Qt locks";
    return {};
}

std::string reasonAgainst(std::string_view path, const Include& include)
{
    if (isOfTheHouse(include.name))
        return reasonAgainstOwn(placeOf(path), include.name);
    if (include.isQuoted && !isGenerated(include.name))
        return "own headers are included from the root of the repository";
    return reasonAgainstForeign(path, include.name);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

} // namespace

std::vector<Include> includesOf(std::string_view source)
{
    std::vector<Include> includes;
    int number = 0;
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        auto line = trimmed(source.substr(0, end));
        source.remove_prefix(std::min(end + 1, source.size()));
        ++number;
        if (!line.starts_with('#'))
            continue;
        line = trimmed(line.substr(1));
        if (!line.starts_with("include"))
            continue;
        line = trimmed(line.substr(7));
        if (line.empty() || (line.front() != '"' && line.front() != '<'))
            continue;
        const bool isQuoted = line.front() == '"';
        const auto close = line.find(isQuoted ? '"' : '>', 1);
        includes.push_back({number, isQuoted, std::string(line.substr(1, close == line.npos ? close : close - 1))});
    }
    return includes;
}

std::vector<std::string> includeViolations(std::string_view path, std::string_view source)
{
    std::vector<std::string> violations;
    for (const auto& include : includesOf(source)) {
        if (const auto reason = reasonAgainst(path, include); !reason.empty())
            violations.push_back(std::string(path) + ":" + std::to_string(include.line) + " includes " + include.name +
                                 ": " + reason);
    }
    return violations;
}

} // namespace sagascope::layering
