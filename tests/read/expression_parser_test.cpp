#include "read/expression_parser.hpp"

#include "engine/limits.hpp"
#include "engine/scenario.hpp"
#include "engine/state.hpp"
#include "read/reading.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <memory>

using namespace sonae;
using namespace sonae::read;
using engine::Op;
using engine::ValueType;

namespace {

// A company and a pack of a few names.
class FewNames final : public Names {
  public:
    std::optional<std::uint16_t> find(NameKind kind, std::string_view name) const override
    {
        const auto known_names = known(kind);
        const auto found = std::find(known_names.begin(), known_names.end(), name);
        if (found == known_names.end()) return std::nullopt;
        return static_cast<std::uint16_t>(found - known_names.begin());
    }
    std::vector<std::string> known(NameKind kind) const override
    {
        const auto found = names_.find(kind);
        return found == names_.end() ? std::vector<std::string>{} : found->second;
    }
    std::optional<std::uint8_t> find_option(std::uint16_t, std::string_view name) const override
    {
        return name == "isolate" ? std::optional<std::uint8_t>(1) : std::nullopt;
    }
    std::vector<std::string> known_options(std::uint16_t) const override { return {"watch", "isolate"}; }
    ValueType output_type(std::uint16_t output) const override
    {
        return output == 0 ? ValueType::boolean : ValueType::duration;
    }
    std::optional<std::uint16_t> mask(const HostQuery& query) override
    {
        if (query.zone == 1) return std::nullopt; // nobody lives in the cellar
        return static_cast<std::uint16_t>(query.tag ? 3 : 2);
    }

  private:
    std::map<NameKind, std::vector<std::string>> names_{
        {NameKind::host, {"m-pc-01", "m-srv-ad"}},
        {NameKind::zone, {"office", "cellar"}},
        {NameKind::tag, {"pc"}},
        {NameKind::process, {"mp03"}},
        {NameKind::flag, {"told", "paid"}},
        {NameKind::decision, {"d01"}},
        {NameKind::action, {"hunt"}},
        {NameKind::output, {"authority", "patience"}},
        {NameKind::asset, {"ma01"}},
        {NameKind::control, {"gm01"}},
    };
};

// One expression as it stands in a file that begins with its quotation mark.
struct Parsed {
    explicit Parsed(std::string_view text, Wanted wanted = Wanted::condition)
        : reading("\"" + std::string(text) + "\""), scenario(std::make_unique<engine::Scenario>())
    {
        FewNames names;
        when = parse_expression(reading.root(), wanted, names, scenario->code, reading.told);
    }
    std::string faults() const { return reading.faults(); }
    std::int64_t value() const { return engine::evaluate(*scenario, *std::make_unique<engine::State>(), when); }

    Reading reading;
    std::unique_ptr<engine::Scenario> scenario;
    engine::Expression when;
};

std::int64_t figure(std::string_view text)
{
    const Parsed parsed(text, Wanted::figure);
    INFO(text << " " << parsed.faults());
    REQUIRE_FALSE(parsed.when.always());
    return parsed.value();
}

bool holds(std::string_view text)
{
    const Parsed parsed(text);
    INFO(text << " " << parsed.faults());
    REQUIRE_FALSE(parsed.when.always());
    return parsed.value() == 1;
}

std::string faults(std::string_view text, Wanted wanted = Wanted::condition) { return Parsed(text, wanted).faults(); }

std::string repeated(std::string_view what, int times)
{
    std::string text;
    for (; times > 0; --times) text += what;
    return text;
}

} // namespace

TEST_CASE("Expressions bind as people expect", "[read][expression]")
{
    CHECK(figure("2 + 3 * 4") == 14);
    CHECK(figure("(2 + 3) * 4") == 20);
    CHECK(figure("10 - 3 - 2") == 5);
    CHECK(figure("100 / 10 / 2") == 5);
    CHECK(figure("min(3, 2) + max(3, 2)") == 5);
    CHECK(figure("7 / 0") == 0);

    CHECK(holds("1 + 1 = 2 and 3 > 2"));
    CHECK(holds("true or false and false"));
    CHECK(holds("not false and true"));
    CHECK(holds("not (true and false)"));
    CHECK_FALSE(holds("not true or false"));
    CHECK(holds("30m < 2h"));
    CHECK(holds("1d = 24h"));
}

TEST_CASE("A minus belongs to what follows it", "[read][expression]")
{
    CHECK(figure("-2 * 3") == -6);
    CHECK(figure("2 - -3") == 5);
    CHECK(figure("--4") == 4);
    CHECK(figure("-(2 + 3)") == -5);
    CHECK(holds("-30m < 0m"));
    CHECK(faults("-true = false") ==
          "1:2: error[expression.type]: expected a number, found a condition (true or false)\n");
}

TEST_CASE("Names become numbers, and each word the figure it stands for", "[read][expression]")
{
    const auto loads = [](std::string_view text) { return Parsed(text).scenario->code.at(0); };

    CHECK(loads("host(m-srv-ad).encrypted").op == Op::host_is);
    CHECK(loads("host(m-srv-ad).encrypted").a == 1);
    CHECK(loads("flag(paid)").a == 1);
    CHECK(loads("chose(d01, isolate)").b == 1);
    CHECK(loads("hosts(zone: office, tag: pc, state: off) > 1").a == 3);
    CHECK(loads("prep.authority").op == Op::output);
    CHECK(loads("since(flag.paid) > 1h").op == Op::since_flag);
    CHECK(loads("control(gm01)").op == Op::control);
    CHECK(loads("process(mp03).down_for > 4h").op == Op::process_down_for);
}

TEST_CASE("An expression knows its type and whether time alone may turn it", "[read][expression]")
{
    CHECK(Parsed("total_loss / 2", Wanted::figure).when.type == ValueType::yen);
    CHECK(Parsed("total_loss / direct_cost", Wanted::figure).when.type == ValueType::count);
    CHECK(Parsed("prep.patience", Wanted::figure).when.type == ValueType::duration);
    CHECK(Parsed("fatigue", Wanted::figure).when.type == ValueType::permille);
    CHECK(Parsed("since(start) > 1h").when.clocked);
    CHECK_FALSE(Parsed("alerts > 1").when.clocked);
    CHECK(faults("total_loss < 8000000 and fatigue > 600") == "");
}

TEST_CASE("What does not fit together is told where it stands", "[read][expression]")
{
    CHECK(faults("alerts") == "1:2: error[expression.type]: expected a condition (true or false), found a count\n");
    CHECK(faults("flag(paid)", Wanted::figure) ==
          "1:2: error[expression.type]: expected a number, found a condition (true or false)\n");
    CHECK(faults("since(start) > 30") ==
          "1:15: error[expression.type]: expected two of one kind, found a duration and a count\n"
          "  hint: durations have a unit: 30m, 2h\n");
    CHECK(faults("total_loss * direct_cost > 1") ==
          "1:13: error[expression.type]: an amount of yen and an amount of yen can't be multiplied or divided\n");
    CHECK(faults("alerts > 1 and 2") ==
          "1:17: error[expression.type]: expected a condition (true or false), found a count\n");
    CHECK(faults("since(start) * 2 > 1h") ==
          "1:15: error[expression.clock]: elapsed time (since, down_for) may only be compared, added and subtracted\n");
    CHECK(faults("since(start) + since(start) > 1h") ==
          "1:15: error[expression.clock]: elapsed times (since, down_for) can't be added up\n");
}

TEST_CASE("A name that nobody bears is told with the nearest that somebody does", "[read][expression]")
{
    CHECK(faults("flag(payd)") == "1:7: error[expression.unknown]: there is no flag called 'payd'\n"
                                  "  hint: did you mean \"paid\"?\n");
    CHECK(faults("chose(d01, isolat)") == "1:13: error[expression.unknown]: there is no option called 'isolat'\n"
                                          "  hint: did you mean \"isolate\"?\n");
    CHECK(faults("host(m-srv-ad).encripted") ==
          "1:17: error[expression.unknown]: there is no state called 'encripted'\n"
          "  hint: did you mean \"encrypted\"?\n");
    CHECK(faults("prep.authorty") ==
          "1:7: error[output.undeclared]: no output called 'authorty' is declared in \"outputs\"\n"
          "  hint: did you mean \"authority\"?\n");
    CHECK(faults("trust_costumers > 1") ==
          "1:2: error[expression.unknown]: there is no operand called 'trust_costumers'\n"
          "  hint: did you mean \"trust_customers\"?\n");
    CHECK(faults("hosts(zone: cellar) > 0") == "1:7: error[hosts.empty]: no host of this company fits\n");
}

TEST_CASE("Several unknown names of one expression are told together", "[read][expression]")
{
    const std::string told = faults("flag(payd) and done(hant)");
    CHECK(told.find("'payd'") != std::string::npos);
    CHECK(told.find("'hant'") != std::string::npos);
}

TEST_CASE("Faults point into the text, counted in characters", "[read][expression]")
{
    CHECK(faults("alerts > 1 ＆ flag(paid)").starts_with("1:13: error[expression.syntax]: '＆' can't stand here\n"));
    CHECK(faults("alerts == 1") == "1:9: error[expression.syntax]: '=' can't stand here\n"
                                   "  hint: write '==' as '='\n");
    CHECK(faults("alerts ≧ 1").starts_with("1:9: error[expression.syntax]"));
    CHECK(faults("alerts >") == "1:10: error[expression.syntax]: the expression ends too early\n");
    CHECK(faults("(alerts > 1") == "1:13: error[expression.syntax]: expected ')' here\n");
    CHECK(faults("alerts > 1 flag(paid)").starts_with("1:13: error[expression.syntax]: 'flag' can't stand here"));
    CHECK(faults("alerts > 12x") == "1:11: error[expression.syntax]: '12x' is neither a number nor a duration\n");
    CHECK(faults("alerts > 99999999999999999999").find("expression.syntax") != std::string::npos);
    CHECK(faults("") == "1:2: error[expression.syntax]: the expression ends too early\n");
}

TEST_CASE("A text with escapes is pointed at as a whole", "[read][expression]")
{
    CHECK(faults("\\u0061lerts >").starts_with("1:1: error[expression.syntax]"));
}

TEST_CASE("Expressions are bounded in text, nesting and length", "[read][expression]")
{
    const auto nested = [](int levels) { return repeated("(", levels) + "alerts > 1" + repeated(")", levels); };
    CHECK(faults(nested(kMaxExpressionDepth - 1)) == "");
    CHECK(faults(nested(kMaxExpressionDepth)).find("error[expression.too_deep]") != std::string::npos);
    CHECK(faults(repeated("not ", 200) + "true").find("error[expression.too_deep]") != std::string::npos);
    CHECK(faults(repeated("-", 200) + "1 > 0").find("error[expression.too_deep]") != std::string::npos);
    CHECK(faults(repeated("min(1, ", 60) + "1" + repeated(")", 60) + " > 0").find("expression.too_deep") !=
          std::string::npos);

    const std::string sum = "1" + repeated("+1", static_cast<int>(engine::kMaxInstructions)) + " > 0";
    CHECK(faults(sum).find("error[expression.too_long]") != std::string::npos);
    CHECK(faults(repeated(" ", 1001) + "true").find("error[expression.too_long]") != std::string::npos);
}

TEST_CASE("More values than may wait for their operators are refused", "[read][expression]")
{
    // 1+(1+(1+(…: every 1 waits until the innermost parenthesis closes.
    const int most = static_cast<int>(engine::kMaxOperands);
    const auto waiting = [](int values) { return repeated("1+(", values - 1) + "1" + repeated(")", values - 1); };
    CHECK(faults(waiting(most), Wanted::figure) == "");
    CHECK(faults(waiting(most + 1), Wanted::figure).find("error[expression.too_deep]") != std::string::npos);
}

TEST_CASE("After a fault nothing is left of the expression", "[read][expression]")
{
    const Parsed parsed("alerts > 1 and flag(payd)");
    CHECK(parsed.when.always());
    CHECK(parsed.scenario->code.empty());
}
