// Whatever bytes arrive as a pack, reading ends, every fault and value has its place, and what was read can be walked
// and written again.
#include "base/text.hpp"
#include "read/json_writer.hpp"
#include "read/object_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

using namespace sonae;
using namespace sonae::read;

namespace {

void must(bool condition)
{
    if (!condition) std::abort();
}

void write(const Value& value, JsonWriter& out)
{
    switch (value.kind()) {
    case Kind::null:
    case Kind::faulty: out.null(); return;
    case Kind::boolean: out.value(value.boolean()); return;
    case Kind::integer: out.value(value.integer()); return;
    case Kind::string: out.value(value.string()); return;
    case Kind::array:
        out.begin_array();
        for (const Value& element : value) write(element, out);
        out.end_array();
        return;
    case Kind::object:
        out.begin_object();
        for (const Value& member : value) {
            must(value.find(member.key()).position() == member.position());
            write(member, out.key(member.key()));
        }
        out.end_object();
        return;
    }
}

// Where a value's place says it begins, its first character stands.
void check_places(const Value& value, const std::map<std::pair<int, int>, char>& characters)
{
    static constexpr std::string_view kFirst[] = {"n", "tf", "-0123456789", "\"", "[", "{", "-0123456789\""};
    const Place place = value.place(), key = value.key_place();
    const auto found = characters.find({place.line, place.column});
    must(found != characters.end());
    must(kFirst[static_cast<std::size_t>(value.kind())].find(found->second) != std::string_view::npos);
    must(key == place || characters.at({key.line, key.column}) == '"');
    for (const Value& child : value) check_places(child, characters);
}

std::map<std::pair<int, int>, char> characters_of(std::string_view bytes)
{
    while (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::map<std::pair<int, int>, char> characters;
    std::pair<int, int> place{1, 0};
    for (const char c : bytes) {
        if ((static_cast<unsigned char>(c) & 0xC0u) == 0x80u) continue;
        ++place.second;
        characters[place] = c;
        if (c == '\n') ++place.first, place.second = 0;
    }
    return characters;
}

// Asks for what a pack may hold, by names the corpus uses.
void read_object(const Value& value, Diagnostics& told)
{
    ObjectReader in(value, told);
    in.required_slug("id");
    in.required_text("title", 80);
    in.optional_string("note", 10);
    in.required_integer("minutes", 1, 240);
    in.optional_duration("delay", {kMinute, kDay});
    in.optional_moment("at");
    in.optional_date("until");
    in.optional_clock("from");
    in.optional_slugs("hosts", {1, 3});
    for (ObjectReader& row : in.optional_objects("rows")) row.finish();
    in.finish();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Diagnostics told;
    const auto document = parse_json(bytes, "pack.json", told);
    must(document || !told.empty());
    if (document && told.empty()) {
        JsonWriter out;
        write(document->root(), out);
        Diagnostics again;
        const auto copy = parse_json(out.text(), "copy.json", again);
        must(copy && again.empty());
        JsonWriter twice;
        write(copy->root(), twice);
        must(out.text() == twice.text());
    }
    if (document) check_places(document->root(), characters_of(bytes));
    if (document) read_object(document->root(), told);
    for (const Diagnostic& fault : told.sorted()) {
        must(fault.place.line >= 1 && fault.place.column >= 1 && fault.place.file == "pack.json");
        must(!fault.code.empty() && !fault.sentence.ja.empty() && !fault.sentence.en.empty());
        must(is_utf8(format(fault, Language::ja)) && is_utf8(format(fault, Language::en)));
    }
    return 0;
}
