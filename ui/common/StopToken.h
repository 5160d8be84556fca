// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace sagascope::ui {

/// Tells work in a pool thread that nobody waits for it any more. As std::stop_token, which not every standard library
/// has yet. Copies ask the same flag; a default-made token is never stopped. Any thread.
class StopToken
{
public:
    StopToken() = default;
    [[nodiscard]] bool stopRequested() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

private:
    friend class StopSource;
    explicit StopToken(std::shared_ptr<const std::atomic<bool>> flag) : m_flag(std::move(flag)) {}
    std::shared_ptr<const std::atomic<bool>> m_flag;
};

/// The other end: whoever started the work.
class StopSource
{
public:
    [[nodiscard]] StopToken token() const { return StopToken(m_flag); }
    void requestStop() { m_flag->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace sagascope::ui
