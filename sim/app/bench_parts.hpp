// What `sonae bench` measures.
#pragma once

#include "app/bench.hpp"
#include "app/command_line.hpp"

namespace sonae::app {

void bench_drills(Bench& bench, const Shared& shared, const BenchOptions& options);
void bench_pack(Bench& bench, const Shared& shared, const BenchOptions& options);
void bench_replay(Bench& bench, const Shared& shared, const BenchOptions& options);
void bench_durable(Bench& bench, const Shared& shared, const BenchOptions& options);
void bench_ui(Bench& bench, const Shared& shared, const BenchOptions& options);
void bench_sessions(Bench& bench, const Shared& shared); // part of `ui`

} // namespace sonae::app
