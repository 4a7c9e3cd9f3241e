#include "base/overloaded.hpp"
#include "workshop/activities/grid.hpp"
#include "workshop/command_parts.hpp"

#include <fmt/format.h>

namespace sonae::workshop {
namespace {

using read::JsonWriter;
using read::ObjectReader;

constexpr std::size_t kMostText = 4000; // characters of a text in a script
constexpr std::int64_t kMostNumber = 1'000'000'000'000;
constexpr read::Choice<Asked> kAsked[] = {{"pre", Asked::pre}, {"post", Asked::post}, {"then", Asked::then}};

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names)
{
    json.key(key).begin_array();
    for (const std::string& name : names) json.value(name);
    json.end_array();
}

void write_cells(JsonWriter& json, const std::vector<CellEntry>& cells)
{
    json.key("cells").begin_array();
    for (const CellEntry& cell : cells) {
        json.begin_object();
        json.member("row", cell.row);
        json.member("column", cell.column);
        json.key("value");
        write_cell_value(json, cell.value);
        json.end_object();
    }
    json.end_array();
}

// What a value in a cell is, by its JSON kind alone; whether it fits its column is check's matter.
class CellReader {
  public:
    CellReader(ObjectReader& in, ScriptTexts* texts) : in_(in), texts_(texts) {}

    CellValue read(const std::string& field)
    {
        const read::Value value = in_.required_value("value");
        switch (value.exists() ? value.kind() : read::Kind::null) {
        case read::Kind::boolean: return value.boolean();
        case read::Kind::integer: return in_.required_integer<std::int64_t>("value", -kMostNumber, kMostNumber);
        case read::Kind::string: return std::vector<std::string>{in_.required_slug("value").text};
        case read::Kind::array: return names(value);
        case read::Kind::object: return text(value, field);
        default: return {};
        }
    }

  private:
    CellValue names(const read::Value& value)
    {
        std::vector<std::string> names;
        for (const read::Slug& name : in_.required_slugs("value", {1, 32})) names.push_back(name.text);
        if (names.empty() || !value.exists()) return {};
        return names;
    }

    CellValue text(const read::Value& value, const std::string& field)
    {
        ObjectReader inner(value, in_.diagnostics());
        take_text(inner, "text", field, texts_);
        inner.finish();
        return Written{};
    }

  public:
    // `true`: a text was written; in a script also the text itself.
    static void take_text(ObjectReader& in, std::string_view key, const std::string& field, ScriptTexts* texts)
    {
        const read::Value value = in.value().find(key);
        if (texts && value.is(read::Kind::string))
            (*texts)[field] = in.required_string(key, kMostText);
        else if (!in.required_bool(key) && value.is(read::Kind::boolean))
            in.error(key, "value.range", "文があるときだけ true と書きます。", "Write true: a text is there.");
    }

  private:
    ObjectReader& in_;
    ScriptTexts* texts_;
};

std::vector<std::string> read_names(ObjectReader& in, std::string_view key)
{
    std::vector<std::string> names;
    for (const read::Slug& name : in.optional_slugs(key, {0, kMostRows})) names.push_back(name.text);
    return names;
}

std::vector<CellEntry> read_cells(ObjectReader& in, const std::string& activity, const std::string& grid,
                                  ScriptTexts* texts)
{
    std::vector<CellEntry> cells;
    for (ObjectReader& row : in.optional_objects("cells", {0, kMostCells})) {
        CellEntry cell{row.required_slug("row").text, row.required_slug("column").text, {}};
        cell.value = CellReader(row, texts).read(cell_field(activity, grid, cell.row, cell.column));
        row.finish();
        cells.push_back(std::move(cell));
    }
    return cells;
}

std::string optional_name(ObjectReader& in, std::string_view key)
{
    const auto name = in.optional_slug(key);
    return name ? name->text : "";
}

int read_seat(ObjectReader& in) { return in.optional_integer("seat", 0, kMostSeats).value_or(0); }

StartSession read_start_session(ObjectReader& in, ScriptTexts* texts)
{
    StartSession c;
    c.pack = in.required_string("pack", 64);
    c.pack_id = in.required_slug("pack_id").text;
    c.company = in.required_slug("company").text;
    c.outputs = read_outputs(in);
    for (ObjectReader& grid : in.optional_objects("carried", {0, 64})) {
        CarriedGrid carried{grid.required_slug("activity").text, grid.required_slug("grid").text, {}, {}};
        carried.rows = read_names(grid, "rows");
        carried.cells = read_cells(grid, carried.activity, carried.grid, texts);
        grid.finish();
        c.carried.push_back(std::move(carried));
    }
    return c;
}

SetCells read_set_cells(ObjectReader& in, ScriptTexts* texts)
{
    SetCells c;
    c.activity = in.required_slug("activity").text;
    c.grid = in.required_slug("grid").text;
    c.seat = read_seat(in);
    c.adds = read_names(in, "adds");
    c.removes = read_names(in, "removes");
    c.cells = read_cells(in, c.activity, c.grid, texts);
    return c;
}

MoveCard read_move_card(ObjectReader& in)
{
    MoveCard c;
    c.activity = in.required_slug("activity").text;
    c.seat = read_seat(in);
    c.card = in.required_slug("card").text;
    c.place = optional_name(in, "place");
    c.position = in.optional_integer<std::size_t>("position", 0, 1000).value_or(0);
    return c;
}

GiveAnswer read_give_answer(ObjectReader& in)
{
    GiveAnswer c;
    c.activity = in.required_slug("activity").text;
    c.asked = in.optional_choice("asked", kAsked).value_or(Asked::pre);
    c.seat = read_seat(in);
    c.question = in.required_slug("question").text;
    c.value = optional_name(in, "value");
    return c;
}

WriteNote read_write_note(ObjectReader& in, ScriptTexts* texts)
{
    WriteNote c;
    c.activity = in.required_slug("activity").text;
    c.prompt = in.required_slug("prompt").text;
    c.seat = read_seat(in);
    c.note = in.optional_integer("note", 1, 99).value_or(1);
    c.written = in.optional_bool("written").value_or(true);
    if (texts && in.has("text"))
        (*texts)[note_field(c.activity, c.prompt, c.seat, c.note)] = in.required_string("text", kMostText);
    return c;
}

} // namespace

std::string cell_field(std::string_view activity, std::string_view grid, std::string_view row, std::string_view column)
{
    return fmt::format("{}.{}.{}.{}", activity, grid, row, column);
}

std::string note_field(std::string_view activity, std::string_view prompt, int seat, int note)
{
    return fmt::format("{}.{}.{}.{}", activity, prompt, seat, note);
}

void write_cell_value(JsonWriter& json, const CellValue& value)
{
    std::visit(Overloaded{
                   [&](std::monostate) { json.null(); },
                   [&](bool yes) { json.value(yes); },
                   [&](std::int64_t number) { json.value(number); },
                   [&](const std::vector<std::string>& names) {
                       if (names.size() == 1) return void(json.value(names[0]));
                       json.begin_array();
                       for (const std::string& name : names) json.value(name);
                       json.end_array();
                   },
                   [&](const Written&) {
                       json.begin_object();
                       json.member("text", true);
                       json.end_object();
                   },
               },
               value);
}

void write_outputs(JsonWriter& json, const std::map<std::string, std::int64_t>& outputs)
{
    json.key("outputs").begin_object();
    for (const auto& [name, value] : outputs) json.member(name, value);
    json.end_object();
}

std::map<std::string, std::int64_t> read_outputs(ObjectReader& in)
{
    std::map<std::string, std::int64_t> values;
    auto outputs = in.optional_object("outputs");
    if (!outputs) return values;
    for (const read::Value value : outputs->value()) {
        const std::string name(value.key());
        values[name] = outputs->required_integer<std::int64_t>(name, INT64_MIN, INT64_MAX);
    }
    outputs->finish();
    return values;
}

void write_fields(JsonWriter& json, const StartSession& c)
{
    json.member("pack", c.pack);
    json.member("pack_id", c.pack_id);
    json.member("company", c.company);
    write_outputs(json, c.outputs);
    json.key("carried").begin_array();
    for (const CarriedGrid& carried : c.carried) {
        json.begin_object();
        json.member("activity", carried.activity);
        json.member("grid", carried.grid);
        write_names(json, "rows", carried.rows);
        write_cells(json, carried.cells);
        json.end_object();
    }
    json.end_array();
}

void write_fields(JsonWriter& json, const EnterBlock& c) { json.member("block", c.block); }

void write_fields(JsonWriter& json, const SetCells& c)
{
    json.member("activity", c.activity);
    json.member("grid", c.grid);
    json.member("seat", c.seat);
    write_names(json, "adds", c.adds);
    write_names(json, "removes", c.removes);
    write_cells(json, c.cells);
}

void write_fields(JsonWriter& json, const MoveCard& c)
{
    json.member("activity", c.activity);
    json.member("seat", c.seat);
    json.member("card", c.card);
    if (!c.place.empty()) json.member("place", c.place);
    json.member("position", c.position);
}

void write_fields(JsonWriter& json, const GiveAnswer& c)
{
    json.member("activity", c.activity);
    json.member("asked", kAsked[static_cast<std::size_t>(c.asked)].name);
    json.member("seat", c.seat);
    json.member("question", c.question);
    if (!c.value.empty()) json.member("value", c.value);
}

void write_fields(JsonWriter& json, const WriteNote& c)
{
    json.member("activity", c.activity);
    json.member("prompt", c.prompt);
    json.member("seat", c.seat);
    json.member("note", c.note);
    json.member("written", c.written);
}

void write_fields(JsonWriter& json, const Reveal& c)
{
    json.member("activity", c.activity);
    json.member("shown", c.shown);
}

void write_fields(JsonWriter& json, const MakeCall& c)
{
    json.member("activity", c.activity);
    json.member("situation", c.situation);
    json.member("row", c.row);
    json.member("column", c.column);
}

void write_fields(JsonWriter& json, const TakeBackCall& c) { json.member("activity", c.activity); }

std::optional<Command> read_activity_command(std::string_view kind, ObjectReader& in, ScriptTexts* texts)
{
    const auto name = [&](std::string_view key) { return in.required_slug(key).text; };
    if (kind == "start_session") return read_start_session(in, texts);
    if (kind == "enter_block") return EnterBlock{1, optional_name(in, "block")};
    if (kind == "set_cells") return read_set_cells(in, texts);
    if (kind == "move_card") return read_move_card(in);
    if (kind == "give_answer") return read_give_answer(in);
    if (kind == "write_note") return read_write_note(in, texts);
    if (kind == "reveal") return Reveal{1, name("activity"), in.optional_bool("shown").value_or(true)};
    if (kind == "make_call") return MakeCall{1, name("activity"), name("situation"), name("row"), name("column")};
    if (kind == "take_back_call") return TakeBackCall{1, name("activity")};
    return std::nullopt;
}

} // namespace sonae::workshop
