// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>

namespace sagascope::base {

/// Where columns lie that only grow, outside the program's memory: in a file without a name, of which the latest part and
/// what was looked at lately are resident. Whatever is older the system writes out and reads again as it pleases, at the
/// price of a page fault, so ten million events need no memory that nobody looks at. The file goes with the last that
/// holds memory of it, however the program ends.
///
/// Any thread takes memory, reads and writes it. A disk that fails while pages are read back
/// ends the program, as failing swap does; one that is full does not: then memory is the program's own.
class ColumnSpace : public std::enable_shared_from_this<ColumnSpace>
{
public:
    static constexpr std::size_t kWarm = std::size_t(256) << 20U; ///< what others than who takes it still work on

    /// Null where the folder or the system takes no such file: then columns lie in the program's memory. `warm` bytes, those
    /// taken last, stay resident until letGo().
    [[nodiscard]] static std::shared_ptr<ColumnSpace> inFileOf(const std::filesystem::path& folder, std::size_t warm = kWarm);
    virtual ~ColumnSpace() = default;

    /// Memory of zeros, aligned as for any type, that is kept as long as the pointer. Throws std::bad_alloc.
    [[nodiscard]] virtual std::shared_ptr<std::byte[]> take(std::size_t bytes) = 0;
    /// Lets go of all memory but the latest MiB: nothing is taken for long, and nobody may look at what was.
    virtual void letGo() = 0;
    /// Bytes of the file that were taken.
    [[nodiscard]] virtual std::size_t size() const = 0;
};

} // namespace sagascope::base
