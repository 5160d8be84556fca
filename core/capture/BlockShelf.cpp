// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/BlockShelf.h"

#include <utility>

#include "core/capture/BlockRow.h"
#include "core/capture/Dictionaries.h"

namespace sagascope::capture {

struct BlockShelf::Reader
{
    Database database;
    Statement select; ///< goes before the database
    Dictionaries dictionaries{};

    base::Result<store::BlockBytes> read(std::uint32_t number, store::BlockForm form)
    {
        const auto row = select.bind(1, std::int64_t(number) + 1).step();
        if (!row)
            return row.error();
        auto block = *row ? blockOf(select, database, dictionaries, form) : base::Result<store::RecordBlock>(notThere());
        select.reset();
        if (!block)
            return block.error();
        return block->number == number ? base::Result<store::BlockBytes>(block->raw) : base::Result<store::BlockBytes>(notThere());
    }

    static base::Error notThere()
    {
        return {base::ErrorCode::NotFound, "payload block", "is not in the capture: the storage failed when it was due"};
    }
};

BlockShelf::BlockShelf(Open open) : m_open(std::move(open)) {}

BlockShelf::~BlockShelf() = default;

base::Result<store::BlockBytes> BlockShelf::read(std::uint32_t number, store::BlockForm form) const
{
    auto reader = borrow();
    if (!reader)
        return reader.error();
    auto block = (*reader)->read(number, form);
    giveBack(*std::move(reader));
    return block;
}

base::Result<std::unique_ptr<BlockShelf::Reader>> BlockShelf::borrow() const
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_borrowed;
        if (!m_idle.empty()) {
            std::unique_ptr<Reader> reader = std::move(m_idle.back());
            m_idle.pop_back();
            return reader;
        }
    }
    auto database = m_open();
    auto select = database ? database->prepare(kSelectBlock) : base::Result<Statement>(database.error());
    if (!select) {
        giveBack(nullptr);
        return select.error();
    }
    return std::unique_ptr<Reader>(new Reader{*std::move(database), *std::move(select)});
}

void BlockShelf::giveBack(std::unique_ptr<Reader> reader) const
{
    {
        const std::lock_guard lock(m_mutex);
        --m_borrowed;
        if (reader)
            m_idle.push_back(std::move(reader));
    }
    m_returned.notify_all();
}

void BlockShelf::whileClosed(const std::function<void()>& work)
{
    std::unique_lock lock(m_mutex);
    m_returned.wait(lock, [this] { return m_borrowed == 0; });
    m_idle.clear();
    work();
}

} // namespace sagascope::capture
