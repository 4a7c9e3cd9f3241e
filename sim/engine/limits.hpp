// How large a scenario may be. The state is one block of fixed size, so every table in it has a ceiling; the loader
// reports what passes one, with its line. Longest texts and file sizes are limited in `read`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sonae::engine {

inline constexpr std::size_t kMaxHosts = 512;
inline constexpr std::size_t kMaxZones = 16;
inline constexpr std::size_t kMaxTags = 48;
inline constexpr std::size_t kMaxProcesses = 24;
inline constexpr std::size_t kMaxNeedsEach = 16; // of a process
inline constexpr std::size_t kMaxAssets = 48;
inline constexpr std::size_t kMaxPeople = 32;
inline constexpr std::size_t kMaxContacts = 24;
inline constexpr std::size_t kMaxControls = 64;
inline constexpr std::size_t kMaxSensors = 8;
inline constexpr std::size_t kMaxDeadlines = 16;
inline constexpr std::size_t kMaxTechniques = 48;
inline constexpr std::size_t kMaxHands = 8;
inline constexpr std::size_t kMaxInjects = 96;
inline constexpr std::size_t kMaxDecisions = 48;
inline constexpr std::size_t kMaxOptions = 6;
inline constexpr std::size_t kMaxActions = 64;
inline constexpr std::size_t kMaxFlags = 64;
inline constexpr std::size_t kMaxRules = 128;
inline constexpr std::size_t kMaxOutputs = 32;
inline constexpr std::size_t kMaxEndings = 16;
inline constexpr std::size_t kMaxConditions = 256;
inline constexpr std::size_t kMaxClocked = 64; // of these, by the clock
inline constexpr std::size_t kMaxRunning = 12;
inline constexpr std::size_t kMaxDue = 160;
// A drill that reaches this many steps, or a chain of this many effects in one instant, is ended as faulty.
inline constexpr std::uint32_t kMaxSteps = 20'000;
inline constexpr int kMaxChain = 64;
// Operands that an expression may hold at once, and its longest chain of instructions.
inline constexpr std::size_t kMaxOperands = 24;
inline constexpr std::size_t kMaxInstructions = 128;

} // namespace sonae::engine
