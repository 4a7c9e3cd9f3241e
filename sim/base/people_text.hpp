// Figures and times as people read them, in Japanese and English. Integers only; rounding is to the nearest, half away
// from zero. Machines read other forms (base/sim_time.hpp).
#pragma once

#include "base/localized.hpp"
#include "base/sim_time.hpp"

#include <cstdint>
#include <string>

namespace sonae {

// 84,500円 · 1,240万円 (from 10万円 on) · 1億2,400万円;  ¥84,500 · ¥120k · ¥12.4M · ¥1.2B
std::string yen_text(std::int64_t yen, Language language);
// 11月28日(火) 22:10;  Tue 28 Nov 22:10
std::string moment_text(SimTime time, Language language);
// 11月28日(火);  Tue 28 Nov
std::string date_text(SimTime time, Language language);
// 3時間20分 · 2日3時間 · 40秒;  3 h 20 min · 2 d 3 h · 40 s
std::string duration_text(Seconds time, Language language);
// 81 %; below one percent with one decimal: 0.4 %
std::string permille_text(std::int64_t permille);
// 12,345
std::string count_text(std::int64_t count);

} // namespace sonae
