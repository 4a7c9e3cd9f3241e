#include "workshop/command.hpp"

#include "base/overloaded.hpp"
#include "workshop/command_parts.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iterator>

namespace sonae::workshop {
namespace {

using read::JsonWriter;
using read::ObjectReader;

// In the order of the variant.
constexpr std::string_view kKinds[] = {
    "start_drill", "advance",   "choose",    "let_pass",    "take_action", "call_off", "rewind",    "start_session",
    "enter_block", "set_cells", "move_card", "give_answer", "write_note",  "reveal",   "make_call", "take_back_call"};
static_assert(std::size(kKinds) == std::variant_size_v<Command>);

std::string hex_of(std::uint64_t value)
{
    char digits[17] = {};
    const auto [end, error] = std::to_chars(digits, digits + 16, value, 16);
    return std::string(digits, end);
}

std::optional<std::uint64_t> from_hex(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

void write_fields(JsonWriter& json, const Command& command)
{
    json.begin_object();
    json.member("table", static_cast<std::int64_t>(table_of(command)));
    std::visit(Overloaded{
                   [&](const StartDrill& c) {
                       json.member("pack", c.pack);
                       json.member("pack_id", c.pack_id);
                       json.member("company", c.company);
                       json.member("seed", hex_of(c.seed));
                       write_outputs(json, c.outputs);
                   },
                   [&](const Advance& c) { json.member("to", static_cast<std::int64_t>(c.to)); },
                   [&](const Choose& c) {
                       json.member("decision", c.decision);
                       json.member("option", c.option);
                       json.member("confidence", static_cast<std::int64_t>(c.confidence));
                   },
                   [&](const LetPass& c) { json.member("decision", c.decision); },
                   [&](const TakeAction& c) {
                       json.member("action", c.action);
                       json.member("target", c.target);
                   },
                   [&](const CallOff& c) {
                       json.member("action", c.action);
                       json.member("target", c.target);
                   },
                   [&](const Rewind& c) {
                       json.member("file", hex_of(c.to.file));
                       json.member("number", static_cast<std::int64_t>(c.to.number));
                   },
                   [&](const auto& c) { workshop::write_fields(json, c); },
               },
               command);
    json.end_object();
}

StartDrill read_start(ObjectReader& in)
{
    StartDrill c;
    c.pack = in.required_string("pack", 64);
    c.pack_id = in.required_slug("pack_id").text;
    c.company = in.required_slug("company").text;
    const auto seed = from_hex(in.required_string("seed", 16));
    if (!seed) in.error("seed", "value.hex", "seedは16進数で書きます。", "The seed is written in hexadecimal.");
    c.seed = seed.value_or(0);
    c.outputs = read_outputs(in);
    return c;
}

Rewind read_rewind(ObjectReader& in)
{
    Rewind c;
    const auto file = from_hex(in.required_string("file", 16));
    if (!file) in.error("file", "value.hex", "fileは16進数で書きます。", "The file is written in hexadecimal.");
    c.to.file = file.value_or(0);
    c.to.number = in.required_integer<std::uint64_t>("number", 1, INT64_MAX);
    return c;
}

std::optional<Command> read_fields(std::string_view kind, ObjectReader& in, ScriptTexts* texts)
{
    if (!in.value().exists()) return std::nullopt; // told already: it is no object
    const std::size_t before = in.diagnostics().count();
    const auto table = in.optional_integer<TableNumber>("table", 1, 99).value_or(1);
    const auto text = [&](std::string_view key) { return in.optional_string(key, read::kMaxSlug).value_or(""); };
    std::optional<Command> command;
    if (kind == "start_drill")
        command = read_start(in);
    else if (kind == "advance")
        command = Advance{1, in.required_integer<std::int32_t>("to", 0, INT32_MAX)};
    else if (kind == "choose")
        command = Choose{1, in.required_slug("decision").text, in.required_slug("option").text,
                         in.optional_integer<int>("confidence", 0, 3).value_or(0)};
    else if (kind == "let_pass")
        command = LetPass{1, in.required_slug("decision").text};
    else if (kind == "take_action")
        command = TakeAction{1, in.required_slug("action").text, text("target")};
    else if (kind == "call_off")
        command = CallOff{1, in.required_slug("action").text, text("target")};
    else if (kind == "rewind")
        command = read_rewind(in);
    else
        command = read_activity_command(kind, in, texts);
    if (!command) {
        const std::string known = fmt::format("{}", fmt::join(kKinds, ", "));
        in.error("command.unknown", "知らない操作の名前です。", "This is no known command.").hint(known, known);
        return std::nullopt;
    }
    std::visit([&](auto& c) { c.table = table; }, *command);
    in.finish();
    if (in.diagnostics().count() > before) return std::nullopt; // a fault inside its outputs is one of the command
    return command;
}

} // namespace

TableNumber table_of(const Command& command)
{
    return std::visit([](const auto& c) { return c.table; }, command);
}

std::string_view kind_of(const Command& command) { return kKinds[command.index()]; }

std::string write_command(const Command& command)
{
    JsonWriter json(JsonWriter::Layout::compact);
    write_fields(json, command);
    return std::string(json.text());
}

std::string write_script_line(const Command& command)
{
    JsonWriter json(JsonWriter::Layout::compact);
    json.begin_object();
    json.key(kind_of(command));
    write_fields(json, command);
    json.end_object();
    return std::string(json.text());
}

std::optional<Command> read_command(std::string_view kind, std::uint32_t version, std::string_view body,
                                    read::Diagnostics& diagnostics)
{
    if (version == 0 || version > kCommandVersion) {
        diagnostics.add({"journal", 0, 0}, "command.newer", "",
                        {"この記録は新しい版のSonaeで書かれています。", "This record was written by a newer Sonae."});
        return std::nullopt;
    }
    const std::size_t before = diagnostics.count();
    const auto document = read::parse_json(body, "journal", diagnostics);
    if (!document || diagnostics.count() > before) return std::nullopt; // a field written twice is no order
    ObjectReader in(document->root(), diagnostics);
    return read_fields(kind, in, nullptr);
}

std::optional<Command> read_script_line(std::string_view line, std::string file, int line_number,
                                        read::Diagnostics& diagnostics, ScriptTexts* texts)
{
    const std::size_t before = diagnostics.count();
    // The text before it is blank lines, so that a fault's line is the script's own.
    const auto document = read::parse_json(std::string(static_cast<std::size_t>(line_number - 1), '\n').append(line),
                                           std::move(file), diagnostics);
    if (!document || diagnostics.count() > before) return std::nullopt;
    const read::Value root = document->root();
    if (!root.is(read::Kind::object) || root.size() != 1) {
        read::error(diagnostics, root, "command.shape", "1行に操作を1つ、{\"操作\": {…}} の形で書きます。",
                    "A line holds one command as {\"command\": {…}}.");
        return std::nullopt;
    }
    ObjectReader in(root[0], diagnostics);
    return read_fields(root[0].key(), in, texts);
}

} // namespace sonae::workshop
