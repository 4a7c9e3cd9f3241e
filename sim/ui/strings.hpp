// The product's own texts, from content/ui/<language>.json: a flat table of key and text, with {name} holes. A variable
// of this type is called `s`, and keys are written out where they are used: `s("example.word")`, so that a test finds
// them.
#pragma once

#include "base/localized.hpp"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace sonae::ui {

class Strings {
  public:
    using Table = std::map<std::string, std::string, std::less<>>;
    using Filled = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    Strings(Language language, Table table) : language_(language), table_(std::move(table)) {}

    Language language() const { return language_; }
    // A missing key shows itself, and is remembered.
    const std::string& operator()(std::string_view key) const;
    // `s.format("example.left", {{"time", "9分"}})`. A hole without an argument stays as it is.
    std::string format(std::string_view key, Filled arguments) const;

    const Table& table() const { return table_; }
    const std::set<std::string, std::less<>>& missing() const { return missing_; }
    // Every text, one after the other: for the fonts.
    std::string all_texts() const;

  private:
    Language language_;
    Table table_;
    mutable std::set<std::string, std::less<>> missing_;
};

// Reads `<data>/content/ui/ja.json` or en.json; throws std::runtime_error naming the file and the place of the fault.
Strings load_strings(const std::filesystem::path& data, Language language);

} // namespace sonae::ui
