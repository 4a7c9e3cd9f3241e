// The shipped packs, and copies of them with one line changed.
#pragma once

#include "engine/scenario.hpp"
#include "pack/load.hpp"

#include <memory>
#include <string>
#include <vector>

namespace sonae::test {

pack::FileSet shipped_files();                                            // scenarios/ as it stands
std::map<std::string, std::string> shipped_pack(const std::string& pack); // bytes to keep in a programme file

// Compiles, and fails the test with every fault when that can't be done.
std::shared_ptr<const engine::Scenario> compile(const pack::FileSet& files, const std::string& pack,
                                                const std::string& company);
std::shared_ptr<const engine::Scenario> shipped(const std::string& pack = "session-08",
                                                const std::string& company = "tamano");

// Replaces `from` by `to` in the first line of the company's file that contains `line`; fails the test when there is
// none.
pack::FileSet with_edit(pack::FileSet files, const std::string& company, const std::string& line,
                        const std::string& from, const std::string& to);

// A pack "attack-only" of the manufacturer's playbook and nothing of its story, for either company.
pack::FileSet attack_only(pack::FileSet files);

} // namespace sonae::test
