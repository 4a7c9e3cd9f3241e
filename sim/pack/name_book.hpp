// Every name of a company and a pack, numbered in the order of the files, before anything that may name them is read.
#pragma once

#include "engine/scenario.hpp"
#include "read/names.hpp"
#include "read/object_reader.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace sonae::pack {

using read::NameKind;

// `m-pc` with a count of 46 stands for the hosts m-pc-01 … m-pc-46; a single host is a group of one.
struct HostGroup {
    std::string id;
    std::size_t first = 0, count = 1;
};

class NameBook final : public read::Names {
  public:
    explicit NameBook(engine::Scenario& scenario) : scenario_(&scenario) {}

    // Gives the name the next number of its kind; a name taken already is told (`id.duplicate`).
    void add(NameKind kind, const read::Slug& name, read::Diagnostics& told);
    void add_hosts(const read::Slug& group, std::size_t count, read::Diagnostics& told);
    void add_option(std::size_t decision, const read::Slug& name, read::Diagnostics& told);
    void set_output_type(engine::ValueType type) { output_types_.push_back(type); }

    std::optional<std::uint16_t> find(NameKind kind, std::string_view name) const override;
    std::vector<std::string> known(NameKind kind) const override;
    std::optional<std::uint8_t> find_option(std::uint16_t decision, std::string_view name) const override;
    std::vector<std::string> known_options(std::uint16_t decision) const override;
    engine::ValueType output_type(std::uint16_t output) const override { return output_types_[output]; }
    std::optional<std::uint16_t> mask(const read::HostQuery& query) override;

    std::size_t count(NameKind kind) const { return of(kind).names.size(); }
    const std::string& name(NameKind kind, std::size_t number) const { return of(kind).names[number]; }
    const HostGroup& group(std::size_t number) const { return groups_[number]; }
    const std::string& option(std::size_t decision, std::size_t number) const { return options_[decision][number]; }

    // A host, a group or a tag; told (`id.unknown`) when it is none of them.
    std::optional<engine::Plane> hosts_called(const read::Slug& name, read::Diagnostics& told) const;
    // A single thing; told when it does not exist.
    std::optional<std::uint16_t> resolve(NameKind kind, const read::Slug& name, read::Diagnostics& told) const;

  private:
    struct Known {
        read::Place place;
        std::uint16_t number = 0;
    };
    struct Table {
        std::vector<std::string> names; // by number; empty for one that could not be read
        std::map<std::string, Known, std::less<>> by_name;
    };
    const Table& of(NameKind kind) const { return tables_[static_cast<std::size_t>(kind)]; }
    Table& of(NameKind kind) { return tables_[static_cast<std::size_t>(kind)]; }
    const Known* taken(NameKind kind, std::string_view name) const;
    engine::Plane fitting(const read::HostQuery& query) const;

    engine::Scenario* scenario_;
    std::array<Table, static_cast<std::size_t>(NameKind::count_)> tables_;
    std::vector<HostGroup> groups_;
    std::vector<std::vector<std::string>> options_; // a row a decision
    std::vector<engine::ValueType> output_types_;
};

} // namespace sonae::pack
