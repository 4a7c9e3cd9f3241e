// Reads a JSON text for a test and keeps what was told.
#pragma once

#include "read/located_json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sonae::read {

struct Reading {
    explicit Reading(std::string_view bytes) : document(parse_json(bytes, "pack.json", told)) {}
    Value root() const { return document ? document->root() : Value{}; }
    // All faults in a language, a line or two each, without the file's name.
    std::string faults(Language language = Language::en) const
    {
        std::string text = format(told, language);
        for (std::size_t at = 0; (at = text.find("pack.json:", at)) != std::string::npos;) text.erase(at, 10);
        return text;
    }

    Diagnostics told;
    std::optional<Document> document;
};

// "line:column"
inline std::string at(const Place& place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

} // namespace sonae::read
