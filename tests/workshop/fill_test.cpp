// Messages as people read them, each as it came.
#include "support/recorded_room.hpp"
#include "support/shipped.hpp"
#include "workshop/fill.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace sonae;
using namespace sonae::workshop;
using test::RecordedRoom;

TEST_CASE("A message that comes more than once is filled as it was each time", "[workshop]")
{
    RecordedRoom room(test::shipped());
    room.start(8);
    room.play("typical");
    const Drill& drill = room.drill();
    const engine::Scenario& sc = *drill.scenario;
    std::set<std::string> titles;
    std::size_t deliveries = 0;
    for (const engine::Fact& fact : drill.facts) {
        if (fact.kind != engine::FactKind::inject_delivered) continue;
        if (sc.injects[fact.a].trigger.on != engine::Occurrence::leak_found || sc.injects[fact.a].trigger.times < 2)
            continue;
        const auto cause = std::find_if(drill.facts.begin(), drill.facts.end(),
                                        [&](const engine::Fact& f) { return f.seq == fact.parent; });
        REQUIRE(cause->kind == engine::FactKind::leak_found);
        const engine::InjectState delivery = delivery_of(sc, drill.state.injects[fact.a], fact, drill.facts);
        const std::string asset = sc.company.assets[cause->a].name.in(Language::ja);
        const InjectId inject{fact.a};
        CHECK(inject_title(sc, delivery, inject, Language::ja).find(asset) != std::string::npos);
        CHECK(inject_body(sc, delivery, inject, Language::ja).find(asset) != std::string::npos);
        titles.insert(inject_title(sc, delivery, inject, Language::ja));
        ++deliveries;
    }
    CHECK(deliveries == 2);
    CHECK(titles.size() == deliveries);
}

TEST_CASE("What a message was about follows from its cause as the drill itself remembers it", "[workshop]")
{
    std::size_t compared = 0;
    for (const std::string company : {"tamano", "minatozaka"})
        for (const std::string policy : {"silent", "random", "typical", "careful"}) {
            RecordedRoom room(test::shipped("session-08", company));
            room.start(3);
            room.play(policy);
            const Drill& drill = room.drill();
            const engine::Scenario& sc = *drill.scenario;
            std::set<std::uint16_t> later;
            for (auto fact = drill.facts.rbegin(); fact != drill.facts.rend(); ++fact) {
                if (fact->kind != engine::FactKind::inject_delivered || !later.insert(fact->a).second) continue;
                const engine::InjectState& last = drill.state.injects[fact->a];
                engine::InjectState forgotten = last;
                forgotten.subject = 0xFFFF;
                const engine::InjectState told = delivery_of(sc, forgotten, *fact, drill.facts);
                INFO(company << " " << policy << " " << sc.injects[fact->a].id);
                CHECK(told.delivered == last.delivered);
                CHECK(told.host == last.host);
                for (const Language language : {Language::ja, Language::en}) {
                    const InjectId inject{fact->a};
                    CHECK(inject_title(sc, told, inject, language) == inject_title(sc, last, inject, language));
                    CHECK(inject_body(sc, told, inject, language) == inject_body(sc, last, inject, language));
                }
                ++compared;
            }
        }
    CHECK(compared > 100);
}
