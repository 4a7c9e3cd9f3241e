// Things by what people call them. For what is read and written as words.
#pragma once

#include "base/localized.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sonae::workshop {

inline constexpr std::string_view kBetweenNames = "、"; // of one cell

// Each by its name as long as only one is called so; else by its id. Reads both, in either language.
class Labels {
  public:
    using Named = std::vector<std::pair<std::string, Localized>>; // id and name

    Labels() = default;
    explicit Labels(Named things);

    const std::string& label(const std::string& id, Language language) const; // what is not known by its id
    std::optional<std::string> id(const std::string& text) const;
    std::vector<std::string> all(Language language) const; // labels, in the order of the things

  private:
    struct Thing {
        std::string id;
        std::array<std::string, 2> folded; // its name in either language; the English one may be empty
        std::array<std::string, 2> labels; // by language
    };
    bool is_usable(const Thing& thing, const std::string& name) const;

    std::vector<Thing> things_;
};

} // namespace sonae::workshop
