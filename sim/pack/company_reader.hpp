// Reads companies/<id>.json into the engine's tables.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

// The rows of a company's file, each still to be read. Opening them numbers all names of the company.
struct CompanySource {
    explicit CompanySource(read::ObjectReader file) : root(std::move(file)) {}
    read::ObjectReader root;
    std::vector<read::Slug> tags;
    Rows zones, hosts, processes, assets, people, contacts, controls, lines, sensors, deadlines;
};

CompanySource open_company(read::ObjectReader root, NameBook& names);
// Fills Draft::scenario.company.
void read_company(Draft& draft, CompanySource& source);

} // namespace sonae::pack
