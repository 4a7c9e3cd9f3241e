#include "read/string_table.hpp"

#include "read/object_reader.hpp"

namespace sonae::read {

StringTable read_string_table(std::string_view bytes, std::string file_name, Diagnostics& diagnostics)
{
    StringTable table;
    const auto document = parse_json(bytes, std::move(file_name), diagnostics);
    if (!document) return table;
    ObjectReader in(document->root(), diagnostics);
    for (const Value& entry : in.value()) {
        if (const auto text = in.optional_string(entry.key(), kMaxTextBytes)) table.emplace(entry.key(), *text);
    }
    return table;
}

} // namespace sonae::read
