// What sessions 4 to 7 leave behind pays in session 8: measured over a thousand seeds for each output of both
// companies. Some 40,000 drills: the sanitizers' suite leaves them out (tests/CMakeLists.txt), the goldens of the
// release build hold them.
#include "support/shipped.hpp"
#include "workshop/option_trial.hpp"
#include "workshop/output_trial.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <thread>

using namespace sonae;

TEST_CASE("golden: three outputs or more of each of sessions 4 to 7 move the figure that they name", "[golden][seeds]")
{
    const auto sc = test::shipped("session-08", GENERATE(as<std::string>{}, "tamano", "minatozaka"));
    INFO(sc->company.id);
    const auto trials =
        workshop::try_outputs(*sc, workshop::policy_afterwards(*sc), 1000, std::thread::hardware_concurrency());

    REQUIRE(trials.size() == sc->outputs.size());
    std::map<int, int> paying;
    for (std::size_t o = 0; o < trials.size(); ++o) {
        INFO(sc->outputs[o].id << ": " << engine::indicator_name(trials[o].indicator) << " from " << trials[o].without
                               << " to " << trials[o].with << ", better by " << trials[o].better << " permille");
        if (!trials[o].stated) continue;
        CHECK(trials[o].pays());
        paying[sc->outputs[o].session] += trials[o].pays();
    }
    for (int session = 4; session <= 7; ++session) {
        INFO("session " << session);
        CHECK(paying[session] >= 3);
    }
}
