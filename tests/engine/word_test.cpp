// What silence, late word and blame cost, and what an honest report wins back.
#include "support/lived.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"
#include "workshop/fact_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using namespace sonae::engine;
using test::begun, test::change, test::live_on, test::Lived, test::order_now;

namespace {

constexpr std::uint64_t kWordSeeds = 60;
constexpr std::int32_t kHour32 = 3600, kDay32 = 86400;

// The small company with somebody to tell of a leak, words to say, and an attacker who publishes what he took.
std::shared_ptr<const Scenario> with_words()
{
    pack::FileSet files = small_files();
    const std::string deadlines = R"("deadlines": [)";
    change(files, "companies/small.json", deadlines, deadlines + R"(
    {"id": "persons_told", "name": {"ja": "本人への知らせ"}, "basis": {"ja": "この会社の決まり"}, "starts": "personal_leak_suspected", "to": "customer", "report": "first", "soft": "6h", "due": "12h", "late_trust_customers": 1, "late_trust_partners": 5},)");
    const std::string actions = R"("actions": [)";
    change(files, "small/story.json", actions, actions + R"(
    {"id": "blame", "kind": "blame_staff", "name": {"ja": "名指しする"}, "duration": "30m", "limit": 2},
    {"id": "announce", "kind": "announce", "name": {"ja": "公表する"}, "duration": "1h"},
    {"id": "tell_persons", "kind": "notify_contact", "target": {"contact": "customer"}, "name": {"ja": "本人に知らせる"}, "duration": "1h"},
    {"id": "close", "kind": "notify_contact", "target": {"contact": "customer"}, "report": "final", "name": {"ja": "終わりの報告"}, "duration": "1h"},)");
    const std::string techniques = R"("techniques": [)";
    change(files, "small/playbook.json", techniques, techniques + R"(
    {"id": "post", "attack_id": "T1657", "name": {"ja": "公開する"}, "kind": "publish", "when": "records_leaked > 0 and since(start) > 3d", "duration": "1h", "limit": 1, "automatic": true},)");
    return test::compile(files, kSmallPack, kSmallCompany);
}

const Fact* find(const Lived& lived, FactKind kind)
{
    const auto at = std::find_if(lived.facts.begin(), lived.facts.end(), [&](const Fact& f) { return f.kind == kind; });
    return at == lived.facts.end() ? nullptr : &*at;
}

std::int32_t end_of(const Scenario& sc) { return static_cast<std::int32_t>(sc.horizon); }

std::int64_t& trust_of(Lived& lived, Indicator which) { return lived.state.booked[static_cast<std::size_t>(which)]; }

} // namespace

TEST_CASE("Naming one of the staff as the cause costs the trust of all of them, once", "[engine][word]")
{
    const auto sc = with_words();
    Lived lived = begun(*sc, 1);
    order_now(*sc, lived, "blame");
    live_on(*sc, lived, kHour32);
    CHECK(lived.booked_by(lived.first(FactKind::staff_blamed), Indicator::trust_staff) == -8);
    CHECK(trust_of(lived, Indicator::trust_staff) == 62);

    order_now(*sc, lived, "blame");
    live_on(*sc, lived, 2 * kHour32);
    CHECK(lived.count(FactKind::staff_blamed) == 2);
    CHECK(trust_of(lived, Indicator::trust_staff) == 62);
    CHECK(workshop::fact_text(*sc, lived.first(FactKind::staff_blamed), Language::ja) == "一人の社員のせいだとされた");
}

TEST_CASE("After one of them was blamed people take twice as long to say what they saw", "[engine][word]")
{
    const auto sc = with_words();
    const std::int32_t monday = 59 * kHour32; // 9:00, from Friday 22:00
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= kWordSeeds; ++seed) {
        Lived plain = begun(*sc, seed), feared = begun(*sc, seed);
        order_now(*sc, feared, "blame");
        for (Lived* lived : {&plain, &feared}) live_on(*sc, *lived, monday + 8 * kHour32);
        const Fact *soon = find(plain, FactKind::users_noticed), *late = find(feared, FactKind::users_noticed);
        if (!soon || !late || soon->at < monday) continue;
        ++compared;
        CHECK(late->at - monday == 2 * (soon->at - monday));
    }
    CHECK(compared > kWordSeeds / 4);
}

TEST_CASE("A promise of word that was missed wears trust each half day until it is kept, ten times at most",
          "[engine][word]")
{
    const auto sc = with_words();
    std::size_t missed = 0;
    for (std::uint64_t seed = 1; seed <= kWordSeeds; ++seed) {
        Lived silent = begun(*sc, seed);
        live_on(*sc, silent, end_of(*sc));
        const Fact* late = find(silent, FactKind::deadline_missed);
        if (!late || late->at > 9 * kDay32 / 2) continue; // ten half days and the word below have to fit in
        ++missed;
        const auto& deadline = sc->company.deadlines[late->a];
        REQUIRE(deadline.id == "persons_told");
        const std::int64_t at_once = -deadline.late_trust_partners * 1200 / 1000;
        CHECK(silent.booked_by(*late, Indicator::trust_partners) == at_once - 10);

        Lived told = begun(*sc, seed);
        live_on(*sc, told, late->at + 29 * kHour32);
        order_now(*sc, told, "tell_persons");
        live_on(*sc, told, late->at + 5 * kDay32);
        CHECK(told.booked_by(*late, Indicator::trust_partners) == at_once - 2);
    }
    CHECK(missed > kWordSeeds / 4);
}

TEST_CASE("What was published wears trust until the company itself speaks; then it is no news that costs more",
          "[engine][word]")
{
    const auto sc = with_words();
    std::size_t published = 0;
    for (std::uint64_t seed = 1; seed <= kWordSeeds; ++seed) {
        Lived lived = begun(*sc, seed);
        live_on(*sc, lived, 4 * kDay32);
        if (!find(lived, FactKind::published)) continue;
        ++published;
        const Fact out = lived.first(FactKind::published);
        live_on(*sc, lived, std::max(lived.state.now, out.at + 29 * kHour32));
        const std::int32_t until = lived.state.now + kHour32; // when it is out
        order_now(*sc, lived, "announce");
        live_on(*sc, lived, until + 3 * kDay32);
        const std::int64_t ticks = (until - out.at) / (12 * kHour32);
        CHECK(lived.booked_by(out, Indicator::trust_customers) == -10 - ticks);
        CHECK(lived.booked_by(lived.first(FactKind::announced), Indicator::trust_customers) == 0);
    }
    CHECK(published > kWordSeeds / 4);
}

TEST_CASE("A theft of personal data that was told to nobody comes out when the drill ends", "[engine][word]")
{
    const auto sc = with_words();
    std::size_t stolen = 0;
    for (std::uint64_t seed = 1; seed <= kWordSeeds; ++seed)
        for (const char* said : {"", "announce", "tell_persons"}) {
            Lived lived = begun(*sc, seed);
            live_on(*sc, lived, 9 * kDay32);
            for (const Indicator which : {Indicator::trust_customers, Indicator::trust_neighbours})
                trust_of(lived, which) = 50; // what it costs is seen whatever the course was
            if (*said) order_now(*sc, lived, said);
            live_on(*sc, lived, end_of(*sc));
            const Fact *theft = find(lived, FactKind::asset_leaked), *out = find(lived, FactKind::leak_hushed_up);
            CHECK((out != nullptr) == (theft != nullptr && !*said));
            if (!out) continue;
            ++stolen;
            CHECK(out->parent == theft->seq);
            CHECK(out->a == theft->a);
            CHECK(lived.booked_by(*out, Indicator::trust_customers) == -10);
            CHECK(lived.booked_by(*out, Indicator::trust_neighbours) == -5);
            CHECK(workshop::fact_text(*sc, *out, Language::ja).find("顧客名簿") != std::string::npos);
        }
    CHECK(stolen > kWordSeeds / 4);
}

TEST_CASE("A final report to a customer wins back some of the partners' trust, never more than was lost",
          "[engine][word]")
{
    const auto sc = with_words();
    for (const auto& [before, after] : {std::pair{60, 63}, std::pair{69, 70}, std::pair{70, 70}, std::pair{72, 72}}) {
        Lived lived = begun(*sc, 1);
        trust_of(lived, Indicator::trust_partners) = before;
        order_now(*sc, lived, "close");
        live_on(*sc, lived, 2 * kHour32);
        CHECK(trust_of(lived, Indicator::trust_partners) == after);
    }
}
