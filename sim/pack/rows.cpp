#include "pack/rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {

using namespace read;

void tell_too_many(const Value& at, std::size_t most, std::size_t found, Diagnostics& told)
{
    error(told, at, "limit.too_many", fmt::format("{}個までです（いまは{}個）", most, found),
          fmt::format("at most {} are possible, found {}", most, found));
}

void add_rows(Rows& rows, ObjectReader& in, std::string_view key, std::size_t most)
{
    Rows more = in.optional_objects(key);
    if (rows.size() + more.size() > most) {
        const std::size_t first = most - std::min(most, rows.size());
        tell_too_many(more[first].value(), most, rows.size() + more.size(), in.diagnostics());
        more.erase(more.begin() + static_cast<std::ptrdiff_t>(first), more.end());
    }
    for (ObjectReader& row : more) rows.push_back(std::move(row));
}

Rows open_rows(ObjectReader& in, std::string_view key, std::size_t most, bool required)
{
    if (required && !in.has(key)) in.required_value(key);
    Rows rows;
    add_rows(rows, in, key, most);
    if (required && rows.empty() && in.value().find(key).is(Kind::array) && in.value().find(key).size() == 0)
        in.error(key, "array.size", "少なくとも一つ要ります", "at least one is needed");
    return rows;
}

void number_rows(Rows& rows, NameKind kind, NameBook& names)
{
    for (ObjectReader& row : rows) names.add(kind, row.required_slug("id"), row.diagnostics());
}

void tell_repeated(Rows& rows)
{
    std::vector<std::string> seen;
    for (ObjectReader& row : rows) {
        const Value id = row.value().find("id");
        if (!id.is(Kind::string)) continue;
        const std::string name(id.string());
        if (std::find(seen.begin(), seen.end(), name) != seen.end())
            row.error(id, "id.duplicate", fmt::format("「{}」という識別名は、もう使われています", shown(name)),
                      fmt::format("the id '{}' is taken already", shown(name)));
        seen.push_back(name);
    }
}

} // namespace sonae::pack
