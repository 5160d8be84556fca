// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/JsonDepth.h"

namespace sagascope::catalog {

bool isDeeperThan(std::size_t depth, std::string_view json)
{
    std::size_t open = 0;
    bool isInText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInText && c == '\\')
            ++i;
        else if (c == '"')
            isInText = !isInText;
        else if (!isInText && (c == '{' || c == '['))
            ++open;
        else if (!isInText && (c == '}' || c == ']') && open > 0)
            --open;
        if (open > depth)
            return true;
    }
    return false;
}

} // namespace sagascope::catalog
