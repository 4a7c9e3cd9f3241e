// A programme file of an earlier session: what its table takes into a later one.
#pragma once

#include "live/read_room.hpp"
#include "workshop/activities/texts.hpp"

namespace sonae::app {

class Earlier {
  public:
    // Throws store::StoreError when it cannot be read.
    explicit Earlier(const std::filesystem::path& file);

    const std::optional<std::string>& differs() const { return read_.differs; }
    const workshop::Table* table(workshop::TableNumber number = 1) const;
    workshop::TextsOf texts() const;

    // For a drill: what the table's sessions left, and what its own drill had begun with.
    std::map<std::string, std::int64_t> outputs(const engine::Scenario& scenario) const;

  private:
    store::ProgrammeFile file_;
    live::ReadRoom read_;
};

} // namespace sonae::app
