// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/Sqlite.h"
#include "core/store/BlockKeeper.h"

namespace sagascope::capture {

/// Reads single blocks of a capture again, as many threads at a time as like to: each has a connection to the file for as
/// long as it reads.
class BlockShelf
{
public:
    using Open = std::function<base::Result<Database>()>;
    /// `open` makes a connection, in any thread.
    explicit BlockShelf(Open open);
    ~BlockShelf();

    [[nodiscard]] base::Result<store::BlockBytes> read(std::uint32_t number, store::BlockForm form) const;
    /// Waits for those who read, and has no connection open while `work` runs; reading waits meanwhile.
    void whileClosed(const std::function<void()>& work);

private:
    struct Reader;
    [[nodiscard]] base::Result<std::unique_ptr<Reader>> borrow() const;
    void giveBack(std::unique_ptr<Reader> reader) const;

    const Open m_open;
    mutable std::mutex m_mutex; ///< what follows
    mutable std::condition_variable m_returned;
    mutable std::vector<std::unique_ptr<Reader>> m_idle;
    mutable int m_borrowed = 0;
};

/// The blocks of a capture that somebody wrote before.
class ShelvedBlocks : public store::BlockKeeper
{
public:
    explicit ShelvedBlocks(BlockShelf::Open open) : m_shelf(std::move(open)) {}
    void keep(store::RecordBlock) override {} ///< it is there
    [[nodiscard]] base::Result<store::BlockBytes> read(std::uint32_t number, store::BlockForm form) const override
    {
        return m_shelf.read(number, form);
    }
    [[nodiscard]] std::uint64_t memoryBytes() const override { return 0; }

private:
    BlockShelf m_shelf;
};

} // namespace sagascope::capture
