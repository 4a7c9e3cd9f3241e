// What tests ask of written pages.
#pragma once

#include "support/programme_sample.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

namespace sonae::test {

inline bool holds(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

inline std::size_t times(const std::string& page, const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = page.find(text); at != std::string::npos; at = page.find(text, at + text.size())) ++count;
    return count;
}

// What tidy has against a page; empty when nothing.
inline std::string page_faults(const std::string& page)
{
    const Folder folder;
    write_bytes(folder / "page.html", page);
    const std::string told = (folder / "told.txt").string();
    const std::string command =
        fmt::format("tidy -quiet -errors -utf8 --show-info no -f '{}' '{}'", told, (folder / "page.html").string());
    if (std::system(command.c_str()) == 0) return {};
    return bytes_of(told);
}

} // namespace sonae::test
