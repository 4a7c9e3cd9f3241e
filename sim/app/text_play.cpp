#include "app/text_play.hpp"

#include "base/people_text.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/fill.hpp"
#include "workshop/lookup.hpp"

#include <fmt/format.h>

#include <iostream>

namespace sonae::app {
namespace {

class TextPlay {
  public:
    TextPlay(const Shared& shared, Played& played) : shared_(shared), played_(played) {}

    int run()
    {
        fmt::print("{}\n{}\n\n", shared_.say(scenario().name), shared_.say(scenario().briefing));
        fmt::print("{}\n\n",
                   shared_.say({"操作: 選択肢の文字 / 空のEnter=次へ / a=対応行動 / s=見送る / q=やめる",
                                "Keys: an option's letter / Enter = go on / a = actions / s = let pass / q = quit"}));
        while (!engine::has_ended(state())) {
            tell_news();
            const auto decision = engine::open_decision(state());
            if (decision) show_decision(*decision);
            std::string line;
            fmt::print("{} > ", moment_text(scenario().start + state().now, shared_.language));
            std::cout.flush();
            if (!std::getline(std::cin, line) || line == "q") return kDone;
            answer(line, decision);
        }
        tell_news();
        return kDone;
    }

  private:
    const engine::Scenario& scenario() const { return *played_.drill().scenario; }
    const engine::State& state() const { return played_.drill().state; }

    void post(const workshop::Command& command)
    {
        if (const auto refusal = played_.post(command, "table")) fmt::print("  {}\n", shared_.say(refusal->sentence));
    }

    void answer(const std::string& line, std::optional<DecisionId> decision)
    {
        if (line == "a") return take_action();
        if (!decision) return post(workshop::Advance{1, engine::next_due_at(scenario(), state())});
        const engine::Decision& asked = scenario().decisions[decision->index()];
        if (line == "s") return post(workshop::LetPass{1, asked.id});
        const auto option =
            line.size() == 1 ? static_cast<std::size_t>(std::tolower(line[0]) - 'a') : asked.options.size();
        if (option < asked.options.size()) {
            post(workshop::Choose{1, asked.id, asked.options[option].id, 0});
            fmt::print("  {}\n", shared_.say(asked.options[option].feedback));
        }
    }

    void show_decision(DecisionId id)
    {
        const engine::Decision& decision = scenario().decisions[id.index()];
        fmt::print("\n【{}】{}\n", shared_.say(decision.title), shared_.say(decision.question));
        for (std::size_t o = 0; o < decision.options.size(); ++o)
            if (engine::can_choose(scenario(), state(), id, o))
                fmt::print("  {}) {}  ({})\n", static_cast<char>('A' + o), shared_.say(decision.options[o].text),
                           shared_.say(decision.options[o].note));
    }

    void take_action()
    {
        for (std::size_t a = 0; a < scenario().actions.size(); ++a)
            fmt::print("  {:2} {}\n", a + 1, shared_.say(scenario().actions[a].name));
        fmt::print("{} ", shared_.say({"番号と対象のid:", "number and target id:"}));
        std::string line;
        std::cout.flush();
        if (!std::getline(std::cin, line)) return;
        const auto blank = line.find(' ');
        const std::size_t number = static_cast<std::size_t>(std::strtoul(line.c_str(), nullptr, 10));
        if (number < 1 || number > scenario().actions.size()) return;
        post(workshop::TakeAction{1, scenario().actions[number - 1].id,
                                  blank == std::string::npos ? "" : line.substr(blank + 1)});
    }

    // What reached the table since the last look: messages, and what its own orders came to.
    void tell_news()
    {
        const auto& facts = played_.drill().facts;
        for (; told_ < facts.size(); ++told_) {
            const engine::Fact& fact = facts[told_];
            const std::string at = moment_text(scenario().start + fact.at, shared_.language);
            if (fact.kind == engine::FactKind::inject_delivered) {
                const InjectId id{fact.a};
                const engine::InjectState delivery =
                    workshop::delivery_of(scenario(), state().injects[fact.a], fact, facts);
                fmt::print("\n{}  {}\n  {}\n  {}\n", at, shared_.say(scenario().injects[fact.a].card.sender),
                           workshop::inject_title(scenario(), delivery, id, shared_.language),
                           workshop::inject_body(scenario(), delivery, id, shared_.language));
            } else if (workshop::lane_of(fact.kind) == workshop::Lane::table) {
                fmt::print("{}  {}\n", at, workshop::fact_text(scenario(), fact, shared_.language));
            }
        }
    }

    const Shared& shared_;
    Played& played_;
    std::size_t told_ = 0;
};

} // namespace

int play_on_terminal(const Shared& shared, Played& played) { return TextPlay(shared, played).run(); }

} // namespace sonae::app
