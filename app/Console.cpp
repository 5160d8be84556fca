// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"

#include <algorithm>
#include <cstdio>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace sagascope::app {
namespace {

bool isErrorTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

std::string sentence(const base::Error& error)
{
    std::string line = error.text();
    std::replace_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

void complain(std::string_view text)
{
    std::fprintf(stderr, "sagascope: %.*s\n", int(text.size()), text.data());
}

ProgressLine::ProgressLine(bool isQuiet) : m_isEnabled(!isQuiet && isErrorTerminal()) {}

ProgressLine::~ProgressLine()
{
    wipe();
}

void ProgressLine::wipe()
{
    if (m_isShown)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::complain(std::string_view text)
{
    wipe();
    app::complain(text);
}

void ProgressLine::show(const std::string& text)
{
    if (!m_isEnabled)
        return;
    m_isShown = true;
    std::fprintf(stderr, "\r%s\033[K", text.c_str());
    std::fflush(stderr);
}

} // namespace sagascope::app
