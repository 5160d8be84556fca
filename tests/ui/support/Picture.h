// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QPixmap>

#include <gtest/gtest.h>

namespace sagascope::test {

/// With SAGASCOPE_PICTURES set to a folder, what is drawn is kept there to be looked at.
inline void keepPicture(const QPixmap& picture, const QString& name)
{
    const QString folder = qEnvironmentVariable("SAGASCOPE_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    EXPECT_TRUE(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
}

} // namespace sagascope::test
