// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

#include <memory>

namespace sagascope::ui {

/// Files that were opened or saved, in the settings; the latest first. GUI thread.
class RecentFiles
{
public:
    static constexpr qsizetype kMost = 10;
    [[nodiscard]] static QStringList all();
    static void add(const QString& path); ///< also what is there under another spelling
    static void forget(const QString& path);
    static void clear();
};

/// The menu of them, made anew whenever it opens; whether a file is still there is asked in a worker, since asking a network
/// folder may take long.
class RecentFilesMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentFilesMenu(QWidget* parent);
    ~RecentFilesMenu() override;
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& path);
    void missingChosen(const QString& path);

private:
    class Look;
    void fill();
    void mark(const QStringList& missing);

    std::unique_ptr<Look> m_look;
};

} // namespace sagascope::ui
