#include "app/preparation.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

std::optional<Outputs> preset(std::span<const engine::Output> wanted, const std::string& named)
{
    Outputs outputs;
    if (named == "company") return outputs;
    if (named != "good" && named != "poor") return std::nullopt;
    for (const engine::Output& output : wanted) outputs[output.id] = named == "good" ? output.good : output.poor;
    return outputs;
}

} // namespace

std::optional<Prepared> prepare(const Shared& shared, const Chosen& chosen, const std::string& named)
{
    Prepared made;
    if (preset({}, named)) {
        if (chosen.scenario) made.drill = *preset(chosen.scenario->outputs, named);
        if (chosen.session) made.session = *preset(chosen.session->carried, named);
        return made;
    }
    if (!std::filesystem::exists(named)) {
        fmt::print(stderr, "sonae: --prep {}: {}\n", named,
                   shared.say({"company・good・poor か、記録ファイルを指定します。",
                               "give company, good, poor or a programme file"}));
        return std::nullopt;
    }
    made.earlier.emplace(named);
    if (made.earlier->differs()) fmt::print(stderr, "sonae: --prep {}: {}\n", named, *made.earlier->differs());
    if (chosen.scenario) made.drill = made.earlier->outputs(*chosen.scenario);
    return made;
}

} // namespace sonae::app
