#include "read/tree_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace sonae::read {
namespace {

constexpr std::uint32_t kDropped = std::numeric_limits<std::uint32_t>::max();

// The end of the number at `start`, when `read` bytes were read to find it: one more than it has, unless the text ends
// with it. What looks like a number may be two ("05" is 0 and 5).
std::size_t number_end(std::string_view bytes, std::size_t start, std::size_t read)
{
    const std::size_t end = std::min(bytes.find_first_not_of("+-.0123456789eE", start), bytes.size());
    return read > end || (read == end && end == bytes.size()) ? end : read - 1;
}

// Escapes can smuggle in what a window can't draw, or would take for the end of the text.
bool is_control(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == '\x7F';
}

} // namespace

std::size_t TreeBuilder::token_start() const
{
    std::size_t at = skip_blank(bytes_, last_end_);
    while (at < bytes_.size() && (bytes_[at] == ',' || bytes_[at] == ':')) at = skip_blank(bytes_, at + 1);
    return at;
}

Place TreeBuilder::place_of(std::size_t offset)
{
    const LineColumn place = lines_.at(offset);
    return {tree_.file, place.line, place.column};
}

Diagnostics::Told TreeBuilder::stop(std::size_t offset, std::string code, std::string ja, std::string en)
{
    return diagnostics_.add(place_of(offset), std::move(code), open_pointer(), {std::move(ja), std::move(en)});
}

TextRange TreeBuilder::keep(const std::string& text)
{
    const TextRange range{static_cast<std::uint32_t>(tree_.texts.size()), static_cast<std::uint32_t>(text.size())};
    tree_.texts += text;
    return range;
}

bool TreeBuilder::add(Kind kind, std::int64_t number, TextRange text)
{
    const std::size_t start = token_start();
    if (tree_.nodes.size() == kMaxValues) {
        stop(start, "json.too_many", fmt::format("値の数が上限（{}個）を超えています", kMaxValues),
             fmt::format("the file holds more than {} values", kMaxValues));
        return false;
    }
    const LineColumn place = lines_.at(start);
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    JsonNode made{kind,   place.line, place.column, key_place_.line, key_place_.column, node, 0, 0, 0,
                  number, text,       key_};
    if (!open_.empty()) {
        made.parent = open_.back().node;
        made.position = static_cast<std::uint32_t>(open_.back().children.size());
        open_.back().children.push_back(node);
    }
    tree_.nodes.push_back(made);
    key_ = {}, key_place_ = {0, 0};
    const bool number_ends_early = kind == Kind::integer || (kind == Kind::faulty && bytes_[start] != '"');
    settle(Understood::value, number_ends_early ? number_end(bytes_, start, read_) : read_);
    return true;
}

bool TreeBuilder::number_unsigned(std::uint64_t value)
{
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return other_number(std::to_string(value));
    return add(Kind::integer, static_cast<std::int64_t>(value));
}

bool TreeBuilder::other_number(std::string_view written)
{
    if (!add(Kind::faulty)) return false;
    if (written.find_first_not_of("-0123456789") == std::string_view::npos) {
        error(diagnostics_, newest(), "number.too_large", fmt::format("数「{}」は大きすぎて扱えません", shown(written)),
              fmt::format("the number {} is too large to be held", shown(written)));
        return true;
    }
    error(diagnostics_, newest(), "number.fraction", "小数や指数を使った数は書けません。整数で書いてください",
          "fractions and exponents are not allowed: write a whole number")
        .hint("割合は千分率で書きます（2.5% は 25）", "write shares in permille (2.5% is 25)");
    return true;
}

bool TreeBuilder::faulty_text(std::string code, std::string ja, std::string en)
{
    if (!add(Kind::faulty)) return false;
    error(diagnostics_, newest(), std::move(code), std::move(ja), std::move(en));
    return true;
}

bool TreeBuilder::string(const std::string& value)
{
    if (value.size() > kMaxTextBytes)
        return faulty_text("json.text_too_long", fmt::format("文字列が長すぎます（上限は{} KiB）", kMaxTextBytes >> 10),
                           fmt::format("this text is too long (at most {} KiB)", kMaxTextBytes >> 10));
    if (std::any_of(value.begin(), value.end(), is_control))
        return faulty_text("json.control_character", "文字列の中に、目に見えない制御文字があります",
                           "there is an invisible control character inside this text");
    const std::size_t written = read_ - token_start();
    if (!add(Kind::string, 0, keep(value))) return false;
    tree_.nodes.back().verbatim = written == value.size() + 2;
    return true;
}

bool TreeBuilder::key(const std::string& name)
{
    const std::size_t start = token_start();
    if (name.size() > kMaxTextBytes) {
        stop(start, "json.text_too_long", fmt::format("項目名が長すぎます（上限は{} KiB）", kMaxTextBytes >> 10),
             fmt::format("this member's name is too long (at most {} KiB)", kMaxTextBytes >> 10));
        return false;
    }
    key_place_ = lines_.at(start);
    key_ = keep(name);
    settle(Understood::key, read_);
    return true;
}

bool TreeBuilder::start(Kind kind)
{
    if (open_.size() == kMaxDepth) {
        stop(token_start(), "json.too_deep", fmt::format("括弧の入れ子が深すぎます（上限は{}段）", kMaxDepth),
             fmt::format("brackets are nested too deeply (at most {} levels)", kMaxDepth));
        return false;
    }
    if (!add(kind)) return false;
    open_.push_back({static_cast<std::uint32_t>(tree_.nodes.size() - 1), {}});
    settle(Understood::opening, read_);
    return true;
}

bool TreeBuilder::end()
{
    close();
    settle(Understood::value, read_);
    return true;
}

void TreeBuilder::drop_duplicates(Open& object, std::vector<std::uint32_t>& by_key)
{
    const auto name = [this](std::uint32_t node) { return tree_.text(tree_.nodes[node].key); };
    std::sort(by_key.begin(), by_key.end(),
              [&](std::uint32_t a, std::uint32_t b) { return name(a) != name(b) ? name(a) < name(b) : a < b; });
    std::uint32_t first = kDropped;
    for (const std::uint32_t node : by_key) {
        if (first == kDropped || name(first) != name(node)) {
            first = node;
            continue;
        }
        const Value again(tree_, node);
        const int line = tree_.nodes[first].key_line;
        diagnostics_.add(again.key_place(), "json.duplicate_key", again.pointer(),
                         {fmt::format("項目「{}」は{}行目にすでに書かれています", shown(name(node)), line),
                          fmt::format("'{}' was already written in line {}", shown(name(node)), line)});
        tree_.nodes[node].position = kDropped;
    }
    const auto dropped = [this](std::uint32_t node) { return tree_.nodes[node].position == kDropped; };
    std::erase_if(by_key, dropped);
    std::erase_if(object.children, dropped);
}

void TreeBuilder::close()
{
    Open closed = std::move(open_.back());
    open_.pop_back();
    std::vector<std::uint32_t> by_key;
    if (tree_.nodes[closed.node].kind == Kind::object) {
        by_key = closed.children;
        drop_duplicates(closed, by_key);
    }
    JsonNode& node = tree_.nodes[closed.node];
    node.first_child = static_cast<std::uint32_t>(tree_.children.size());
    node.child_count = static_cast<std::uint32_t>(closed.children.size());
    for (std::uint32_t i = 0; i < node.child_count; ++i) tree_.nodes[closed.children[i]].position = i;
    tree_.children.insert(tree_.children.end(), closed.children.begin(), closed.children.end());
    tree_.children.insert(tree_.children.end(), by_key.begin(), by_key.end());
}

void TreeBuilder::number_overflow()
{
    const std::size_t start = token_start();
    const std::string number = shown(bytes_.substr(start, number_end(bytes_, start, read_) - start));
    stop(start, "number.too_large", fmt::format("数「{}」は大きすぎて扱えません", number),
         fmt::format("the number {} is too large to be held", number));
}

void TreeBuilder::syntax_error(std::size_t consumed, std::string_view reason)
{
    SyntaxContext context{bytes_, consumed, last_end_, last_};
    if (!open_.empty()) {
        const JsonNode& container = tree_.nodes[open_.back().node];
        context.in_object = container.kind == Kind::object;
        context.in_array = container.kind == Kind::array;
        context.open_line = container.line;
    }
    const SyntaxFault fault = explain_syntax(context, reason);
    stop(fault.offset, "json.syntax", fault.sentence.ja, fault.sentence.en).hint(fault.hint.ja, fault.hint.en);
}

} // namespace sonae::read
