// Things by what people call them. For what is read and written as words.
#pragma once

#include "base/localized.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::workshop {

inline constexpr std::string_view kBetweenNames = "、"; // of one cell

// Each by its name as long as only one is called so; else by its id. Reads both, in either language.
class Labels {
  public:
    void add(std::string id, Localized name) { all_.push_back({std::move(id), std::move(name)}); }
    std::string label(const std::string& id, Language language) const;
    std::optional<std::string> id(const std::string& text) const;
    std::vector<std::string> all(Language language) const; // labels, in the order they were added

  private:
    bool usable(const std::string& text) const;
    std::vector<std::pair<std::string, Localized>> all_;
};

} // namespace sonae::workshop
