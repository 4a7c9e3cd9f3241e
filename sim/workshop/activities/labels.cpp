#include "workshop/activities/labels.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::workshop {

std::string Labels::label(const std::string& id, Language language) const
{
    for (const auto& [known, name] : all_)
        if (known == id) return usable(name.in(language)) ? name.in(language) : id;
    return id;
}

std::optional<std::string> Labels::id(const std::string& text) const
{
    for (const auto& [id, name] : all_)
        if (id == text) return id;
    for (const auto& [id, name] : all_)
        if (fold(name.ja) == fold(text) || (!name.en.empty() && fold(name.en) == fold(text))) return id;
    return std::nullopt;
}

std::vector<std::string> Labels::all(Language language) const
{
    std::vector<std::string> labels;
    for (const auto& [id, name] : all_) labels.push_back(label(id, language));
    return labels;
}

bool Labels::usable(const std::string& text) const
{
    const auto same = std::count_if(all_.begin(), all_.end(), [&](const auto& other) {
        return fold(other.second.ja) == fold(text) || fold(other.second.en) == fold(text) || other.first == text;
    });
    return same == 1 && text.find(kBetweenNames) == std::string::npos;
}

} // namespace sonae::workshop
