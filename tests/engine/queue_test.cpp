// The queue of what falls due, against a plain list that is searched anew each time.
#include "base/draw.hpp"
#include "engine/queue.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <vector>

using namespace sonae;
using namespace sonae::engine;

namespace {

struct Entry {
    std::int32_t at;
    std::uint32_t order; // of arrival; also what the entry says
};

engine::Step step_of(std::uint32_t order) { return static_cast<engine::Step>(order % 20); }

std::size_t soonest(const std::vector<Entry>& list)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < list.size(); ++i)
        if (list[i].at < list[best].at) best = i; // of equals the one that came first
    return best;
}

} // namespace

TEST_CASE("What falls due comes in the order of time, and of arrival within a second", "[engine][property]")
{
    for (std::uint64_t n = 0; n < 200; ++n) {
        Queue queue;
        std::vector<Entry> list;
        std::uint32_t arrived = 0;
        std::int32_t now = 0;
        for (std::uint64_t turn = 0; turn < 600; ++turn) {
            const Draw luck{mix(n << 32 | turn)};
            REQUIRE(queue.size() == list.size());
            REQUIRE(queue.empty() == list.empty());
            REQUIRE(queue.full() == (list.size() == kMaxDue));
            if (!queue.full() && (queue.empty() || luck.chance(550))) {
                const auto at = now + static_cast<std::int32_t>(luck.bits() % 50);
                queue.add(at, {.a = static_cast<std::uint16_t>(arrived % 7), .step = step_of(arrived), .c = arrived});
                list.push_back({at, arrived++});
            } else if (luck.bits() % 16 == 0) {
                const auto asked = static_cast<std::uint16_t>(luck.bits() % 7);
                queue.remove_first([&](const Due& due) { return due.a == asked; });
                std::vector<Entry> fitting;
                for (const Entry& entry : list)
                    if (entry.order % 7 == asked) fitting.push_back(entry);
                if (!fitting.empty())
                    std::erase_if(list, [&](const Entry& e) { return e.order == fitting[soonest(fitting)].order; });
            } else {
                const std::size_t next = soonest(list);
                REQUIRE(queue.next_at() == list[next].at);
                now = queue.next_at();
                REQUIRE(queue.next_step() == step_of(list[next].order));
                const Due& due = queue.take();
                REQUIRE(due.c == list[next].order);
                REQUIRE(due.step == step_of(due.c));
                if (luck.chance(500) && !queue.full()) { // what it brings about finds another place
                    queue.add(now,
                              {.a = static_cast<std::uint16_t>(arrived % 7), .step = step_of(arrived), .c = arrived});
                    list.push_back({now, arrived++});
                    REQUIRE(due.c == list[next].order);
                }
                queue.done(due);
                list.erase(list.begin() + static_cast<std::ptrdiff_t>(next));
            }
        }
    }
}

TEST_CASE("What is no longer due leaves no trace but how many there were", "[engine]")
{
    Queue once, twice;
    once.add(5, {.c = 1});
    once.done(once.take());
    twice.add(9, {.a = 3, .c = 2});
    twice.done(twice.take());
    CHECK(std::memcmp(&once, &twice, sizeof once) == 0);
}

TEST_CASE("What a full queue's next brings about finds a place while it is still being read", "[engine]")
{
    Queue queue;
    for (std::uint32_t n = 0; n < kMaxDue; ++n) queue.add(static_cast<std::int32_t>(n), {.c = n});
    REQUIRE(queue.full());
    for (std::uint32_t n = 0; n < 3 * kMaxDue; ++n) {
        const Due& due = queue.take();
        CHECK(due.c == n);
        REQUIRE_FALSE(queue.full());
        queue.add(static_cast<std::int32_t>(kMaxDue + n), {.c = static_cast<std::uint32_t>(kMaxDue) + n});
        CHECK(due.c == n);
        CHECK(queue.full());
        queue.done(due);
    }
    std::uint32_t last = 3 * kMaxDue;
    for (; !queue.empty(); ++last) {
        const Due& due = queue.take();
        CHECK(due.c == last);
        queue.done(due);
    }
    CHECK(last == 4 * kMaxDue);
}

TEST_CASE("When no more arrivals can be told apart the queue is full", "[engine]")
{
    Queue queue;
    queue.add(9, {.c = 1});
    std::uint32_t arrived = 1;
    for (; !queue.full() && arrived < 100'000; ++arrived) {
        queue.add(5, {.a = 7});
        queue.remove_first([](const Due& due) { return due.a == 7; });
    }
    CHECK(arrived > kMaxSteps);
    CHECK(arrived < 100'000);
    CHECK(queue.size() == 1);
    CHECK(queue.next_at() == 9);
}
