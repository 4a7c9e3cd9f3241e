#include "pack/session_parts.hpp"

#include "base/text.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {

using namespace read;

bool applies(const SessionDraft& draft, ObjectReader& row)
{
    if (!row.has("companies")) {
        row.optional_slugs("companies");
        return true;
    }
    const auto known = [&] {
        std::vector<std::string> names;
        for (const Slug& company : draft.companies) names.push_back(company.text);
        return names;
    }();
    bool named = false;
    for (const Slug& company : row.required_slugs("companies", {1, 64})) {
        named = named || company.text == draft.plan.company.id;
        if (company.text.empty() || std::find(known.begin(), known.end(), company.text) != known.end()) continue;
        auto fault = row.error(company.at, "company.unknown",
                               fmt::format("このパックは会社「{}」を挙げていません", company.text),
                               fmt::format("this pack doesn't list the company '{}'", company.text));
        suggest(fault, nearest_name(company.text, known), known);
    }
    return named || !row.sound();
}

Rows applying_rows(const SessionDraft& draft, ObjectReader& in, std::string_view key, std::size_t most)
{
    Rows all = open_rows(in, key, most), rows;
    for (ObjectReader& row : all)
        if (applies(draft, row)) rows.push_back(std::move(row));
    tell_repeated(rows);
    return rows;
}

std::optional<std::size_t> place_of(const Slug& name, const std::vector<std::string>& known, std::string_view ja,
                                    std::string_view en, Diagnostics& told)
{
    if (name.text.empty()) return std::nullopt; // told when it was read
    const auto found = std::find(known.begin(), known.end(), name.text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    auto fault = error(told, name.at, "id.unknown", fmt::format("「{}」という{}はありません", name.text, ja),
                       fmt::format("there is no {} called '{}'", en, name.text));
    suggest(fault, nearest_name(name.text, known), known);
    return std::nullopt;
}

std::optional<std::size_t> scale_called(const SessionDraft& draft, ObjectReader& in, std::string_view key)
{
    return place_of(in.required_slug(key), ids_of(draft.plan.scales), "尺度", "scale", draft.told);
}

Localized read_source(ObjectReader& in, std::string_view key, bool required)
{
    const Localized source = required ? in.required_text(key, 200) : in.optional_text(key, 200).value_or(Localized{});
    for (const std::string* text : {&source.ja, &source.en})
        if (text->find("://") != std::string::npos || text->find("www.") != std::string::npos) {
            in.error(key, "source.address", "出典には、移りやすいアドレスではなく、資料の名前を書きます",
                     "a source is the name of a publication, not an address, which may move");
            break;
        }
    return source;
}

} // namespace sonae::pack
