// The parts that activities are made of, on paper: blank ones to be written on, filled ones with what the table made.
#pragma once

#include "report/activities/source.hpp"

namespace sonae::report {

inline constexpr int kUpright = 180, kAcross = 267; // mm between the margins of A4

// `width`: of the paper, in mm. Columns that do not fit beside each other stand in two or more lines of one row.
void write_grid(Html& html, const ActivitySource& from, const workshop::Activity& activity, std::size_t grid,
                int width);
bool wants_landscape(const ActivitySource& from, const workshop::Activity& activity);
// What the columns ask for, their scales, and how computed ones are worked out.
void write_legend(Html& html, const ActivitySource& from, const workshop::Grid& grid);
// Who may be named in the activity's grids; nothing where they ask for nobody.
void write_people(Html& html, const ActivitySource& from, const workshop::Activity& activity);

void write_board(Html& html, const ActivitySource& from, const workshop::Activity& activity);
void write_questions(Html& html, const ActivitySource& from, const workshop::Activity& activity);
void write_prompts(Html& html, const ActivitySource& from, const workshop::Activity& activity);
void write_calls(Html& html, const ActivitySource& from, const workshop::Activity& activity);
void write_drill_log(Html& html, const ActivitySource& from);

// All of them that the activity has.
void write_parts(Html& html, const ActivitySource& from, const workshop::Activity& activity, int width);
// By name. Returns how many there are.
std::size_t write_findings(Html& html, const ActivitySource& from, const workshop::Activity& activity);

// What a hand circles, where all choices are short: "1 ・ 2 ・ 3"; empty where they are not.
std::string circles(const ActivitySource& from, const workshop::Scale& scale);
std::string number_sign(std::size_t place); // ① … for the place 0 …

} // namespace sonae::report
