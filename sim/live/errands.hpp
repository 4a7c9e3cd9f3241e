// What may wait for the disk, done one after the other beside the thread that draws. A job runs on the worker and
// answers with what remains to be done by the asker, who calls `collect` when it suits.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace sonae::live {

class Errands {
  public:
    using Rest = std::function<void()>;
    using Job = std::function<Rest()>; // must not throw: what went wrong is part of its answer

    // `wake` is called from the worker whenever there is something to collect; it must be quick.
    explicit Errands(std::function<void()> wake = {});
    // What was asked for is still done: a page that is being saved, settings that were changed.
    ~Errands() = default;
    Errands(const Errands&) = delete;
    Errands& operator=(const Errands&) = delete;

    void ask(Job job);
    bool collect();    // runs what came back; true when there was something
    bool busy() const; // something is asked for, under way, or not collected

  private:
    void work(const std::stop_token& stop);

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::deque<Job> jobs_;
    std::vector<Rest> done_;
    int open_ = 0;        // asked for and not collected
    std::jthread worker_; // last: it stops before the rest goes
};

} // namespace sonae::live
