// Figures of the mechanism that no company or pack sets. Where no source is named they are design values ([設計値] of
// the domain notes): they shape the simulation and stand on no screen as facts.
#pragma once

#include "engine/company.hpp"

namespace sonae::engine {

// Night is outside 07:00–20:00.
inline constexpr std::int32_t kMorning = 7 * 3600, kEvening = 20 * 3600;
// Below half of its capacity a process counts as standing still.
inline constexpr std::int32_t kDownBelow = 500;
// Trust worn away each half day that some process stands past its tolerance; staff every second time.
inline constexpr std::int32_t kWearEvery = 12 * 3600;
// What is published costs trust: of customers and partners so much, of neighbours half of it; less where the company
// had said so itself.
inline constexpr std::int32_t kPublished = 10, kPublishedForewarned = 4;
// Each half day that a missed promise of word, or what was published, stays without a word of the company's wears trust
// further, so often at most.
inline constexpr std::uint32_t kSilenceMost = 10;
// A final report to a customer (causes, and what will change) wins back so much of the partners' trust that was lost.
inline constexpr std::int32_t kWonBack = 3;
// A person named as the cause: trust of staff, and how much longer people then wait before they report (permille).
inline constexpr std::int32_t kBlamed = 8;
inline constexpr Permille kFearedReport = 2000;
// Evidence: memory lost by switching a held host off, a held host wiped without an image, the worst day of log
// rotation, and the rotation of a log kept for `d` days (420 / d permille a day).
inline constexpr std::int32_t kEvidencePowerOff = 60, kEvidenceWiped = 110, kEvidencePhoto = 20, kEvidenceLogs = 420,
                              kEvidenceDayMost = 60;
// Fatigue: full after 14 hours of effort that were not slept off; a tired person takes up to half as long again.
inline constexpr std::int32_t kFullFatigue = 14 * 3600, kSleep = 7 * 3600;
// Work of outsiders that remains after the drill: rebuilding a host that is still down, and the inquiry, whose hours
// grow with lost evidence.
inline constexpr Yen kOutsideHour = 12000, kExpertHour = 15000;
inline constexpr std::int32_t kInquiryHours = 40, kInquiryPerEvidence = 5;
// Users come across all machines that do not work in about this time. Where there are many, they come forward in
// rounds that are about so long apart.
inline constexpr std::uint32_t kNoticeSpell = 90 * 60, kNoticeRound = 10 * 60;
// So many places of the queue are kept free of alerts.
inline constexpr std::uint32_t kDrownAt = 40;
// A leak that others bring to light costs half as much again as one the company finds.
inline constexpr Permille kSurfacedLate = 1500;
// Files come back after a payment in so many of a thousand hosts; a key is sent at all in kKeySent of a thousand cases.
inline constexpr Permille kKeySent = 650, kKeyWorks = 550;

} // namespace sonae::engine
