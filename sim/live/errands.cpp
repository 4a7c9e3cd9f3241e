#include "live/errands.hpp"

#include <utility>

namespace sonae::live {

Errands::Errands(std::function<void()> wake)
    : wake_(std::move(wake)), worker_([this](const std::stop_token& stop) { work(stop); })
{
}

void Errands::ask(Job job)
{
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    ++open_;
    asked_.notify_one();
}

bool Errands::collect()
{
    std::vector<Rest> done;
    {
        const std::lock_guard lock(mutex_);
        done.swap(done_);
        open_ -= static_cast<int>(done.size());
    }
    for (const Rest& rest : done)
        if (rest) rest();
    return !done.empty();
}

bool Errands::busy() const
{
    const std::lock_guard lock(mutex_);
    return open_ > 0;
}

void Errands::work(const std::stop_token& stop)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            if (!asked_.wait(lock, stop, [&] { return !jobs_.empty(); })) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        Rest rest = job();
        {
            const std::lock_guard lock(mutex_);
            done_.push_back(std::move(rest));
        }
        if (wake_) wake_();
    }
}

} // namespace sonae::live
