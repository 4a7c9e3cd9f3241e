#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {
namespace {

constexpr std::size_t kListed = 40; // names in one hint: more are no help to a reader

std::string listed(std::vector<std::string> names, std::string_view separator)
{
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kListed); ++i) {
        if (i > 0) text += separator;
        text += names[i];
    }
    return names.size() > kListed ? text + " …" : text;
}

} // namespace

Localized kind_name(Kind kind)
{
    switch (kind) {
    case Kind::null: return {"null", "null"};
    case Kind::boolean: return {"真偽値（true か false）", "true or false"};
    case Kind::integer: return {"整数", "a whole number"};
    case Kind::string: return {"文字列（\"…\"）", "a text (\"…\")"};
    case Kind::array: return {"配列（[ … ]）", "a list ([ … ])"};
    case Kind::object: return {"オブジェクト（{ … }）", "an object ({ … })"};
    case Kind::faulty: break;
    }
    return {"読めない値", "an unreadable value"};
}

Localized type_hint(Kind wanted, Kind found)
{
    if (found == Kind::null)
        return {"値がないときは、項目ごと消してください", "leave the member out if it has no value"};
    if (found == Kind::string && (wanted == Kind::integer || wanted == Kind::boolean))
        return {"引用符 \" で囲まずに書いてください", "write it without the quotes"};
    if (wanted == Kind::string) return {"引用符 \" で囲んでください", "put it between \" and \""};
    if (wanted == Kind::array) return {"一つだけのときも [ ] で囲みます", "even a single element stands in [ ]"};
    return {};
}

void suggest(Diagnostics::Told& told, const std::string& nearest, const std::vector<std::string>& known)
{
    if (!nearest.empty())
        told.hint(fmt::format("「{}」のことですか", nearest), fmt::format("did you mean \"{}\"?", nearest));
    else if (!known.empty())
        told.hint(fmt::format("使える名前: {}", listed(known, "、")),
                  fmt::format("known names: {}", listed(known, ", ")));
}

} // namespace sonae::read
