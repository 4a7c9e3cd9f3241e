#include "workshop/activities/labels.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::workshop {

Labels::Labels(Named things)
{
    for (auto& [id, name] : things) things_.push_back({id, {fold(name.ja), fold(name.en)}, {}});
    for (std::size_t i = 0; i < things.size(); ++i)
        for (const Language language : {Language::ja, Language::en}) {
            const std::string& name = things[i].second.in(language);
            things_[i].labels[static_cast<std::size_t>(language)] = is_usable(things_[i], name) ? name : things_[i].id;
        }
}

const std::string& Labels::label(const std::string& id, Language language) const
{
    for (const Thing& thing : things_)
        if (thing.id == id) return thing.labels[static_cast<std::size_t>(language)];
    return id;
}

std::optional<std::string> Labels::id(const std::string& text) const
{
    for (const Thing& thing : things_)
        if (thing.id == text) return thing.id;
    for (const Thing& thing : things_) // of those that are written out; no other has such a name
        if (thing.labels[0] == text || thing.labels[1] == text) return thing.id;
    const std::string folded = fold(text);
    for (const Thing& thing : things_)
        if (thing.folded[0] == folded || (!thing.folded[1].empty() && thing.folded[1] == folded)) return thing.id;
    return std::nullopt;
}

std::vector<std::string> Labels::all(Language language) const
{
    std::vector<std::string> labels;
    for (const Thing& thing : things_) labels.push_back(thing.labels[static_cast<std::size_t>(language)]);
    return labels;
}

bool Labels::is_usable(const Thing& thing, const std::string& name) const
{
    if (name.find(kBetweenNames) != std::string::npos) return false;
    const std::string folded = fold(name);
    return std::all_of(things_.begin(), things_.end(), [&](const Thing& other) {
        return &other == &thing || (other.folded[0] != folded && other.folded[1] != folded && other.id != name);
    });
}

} // namespace sonae::workshop
