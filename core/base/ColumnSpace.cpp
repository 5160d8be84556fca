// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ColumnSpace.h"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string>
#include <vector>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace sagascope::base {

#if defined(__linux__)
namespace {

constexpr std::size_t kExtent = std::size_t(4) << 20U; ///< the file grows by as much
constexpr std::size_t kHot = std::size_t(1) << 20U; ///< what was taken last, and stays resident whatever comes
constexpr std::size_t kShare = 32; ///< of all is taken between two times of letting go
constexpr std::size_t kPage = 4096;
constexpr std::size_t kAlignment = 64;

std::size_t roundedUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

/// A file that nobody can open again; negative where there can be none.
int openWithoutName(const std::filesystem::path& folder)
{
    const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0)
        return file;
    std::string name = (folder / "columns-XXXXXX").string(); // of file systems that know only files with names
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        unlink(name.c_str());
    return named;
}

class FileSpace final : public ColumnSpace
{
public:
    FileSpace(int file, std::size_t warm) : m_file(file), m_warm(warm), m_letGoAt(warm) {}
    FileSpace(const FileSpace&) = delete;
    FileSpace& operator=(const FileSpace&) = delete;
    ~FileSpace() override
    {
        for (const Extent& extent : m_extents)
            munmap(extent.memory, extent.size);
        close(m_file);
    }

    std::shared_ptr<std::byte[]> take(std::size_t bytes) override
    {
        const std::size_t wanted = roundedUp(bytes, kAlignment);
        const std::lock_guard lock(m_mutex);
        if (m_extents.empty() || m_extents.back().size - m_used < wanted) {
            if (!grow(wanted))
                return std::shared_ptr<std::byte[]>(new std::byte[bytes]());
        }
        std::byte* const memory = m_extents.back().memory + m_used;
        m_used += wanted;
        if (taken() >= m_letGoAt) {
            letGoOf(taken() - m_warm);
            m_letGoAt = taken() + std::max(m_warm, taken()) / kShare;
        }
        return {shared_from_this(), memory};
    }

    void letGo() override
    {
        const std::lock_guard lock(m_mutex);
        letGoOf(taken() - std::min(kHot, taken()));
    }

    [[nodiscard]] std::size_t size() const override
    {
        const std::lock_guard lock(m_mutex);
        return taken();
    }

private:
    struct Extent
    {
        std::byte* memory = nullptr;
        std::size_t size = 0;
        std::size_t first = 0; ///< in the file
    };

    [[nodiscard]] std::size_t taken() const { return m_extents.empty() ? 0 : m_extents.back().first + m_used; }

    /// What has become old, and what of it was looked at meanwhile; the file keeps it.
    void letGoOf(std::size_t end)
    {
        for (const Extent& extent : m_extents) {
            const std::size_t old = extent.first < end ? std::min(extent.size, end - extent.first) : 0;
            (void)madvise(extent.memory, old / kPage * kPage, MADV_DONTNEED);
        }
    }

    /// The disk gives the room at once: a page that it could not take later would end the program.
    bool grow(std::size_t wanted)
    {
        if (m_isFull)
            return false;
        const std::size_t first = m_extents.empty() ? 0 : m_extents.back().first + m_extents.back().size;
        const std::size_t size = roundedUp(wanted, kExtent);
        m_isFull = posix_fallocate(m_file, off_t(first), off_t(size)) != 0;
        void* const memory =
            m_isFull ? MAP_FAILED : mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, m_file, off_t(first));
        m_isFull = memory == MAP_FAILED;
        if (m_isFull)
            return false;
#if defined(MADV_POPULATE_WRITE)
        (void)madvise(memory, size, MADV_POPULATE_WRITE); // at once, which is far cheaper than page by page
#endif
        m_extents.push_back({static_cast<std::byte*>(memory), size, first});
        m_used = 0;
        return true;
    }

    int m_file;
    std::size_t m_warm;
    mutable std::mutex m_mutex; ///< of what follows
    std::vector<Extent> m_extents;
    std::size_t m_used = 0; ///< of the last extent
    std::size_t m_letGoAt; ///< size
    bool m_isFull = false;
};

} // namespace

std::shared_ptr<ColumnSpace> ColumnSpace::inFileOf(const std::filesystem::path& folder, std::size_t warm)
{
    const int file = openWithoutName(folder);
    return file < 0 ? nullptr : std::make_shared<FileSpace>(file, warm);
}
#else
std::shared_ptr<ColumnSpace> ColumnSpace::inFileOf(const std::filesystem::path&, std::size_t)
{
    return nullptr;
}
#endif

} // namespace sagascope::base
