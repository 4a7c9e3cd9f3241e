// The one place that runs nlohmann's parser. It is driven through its SAX interface, which keeps its own stack on the
// heap: depth is limited for those who walk the tree, not for the parser.
#include "read/tree_builder.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace sonae::read {
namespace {

// Tells how far the parser has read.
class CountingIterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator() = default;
    CountingIterator(const char* at, std::size_t* read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++()
    {
        ++at_, ++*read_;
        return *this;
    }
    CountingIterator operator++(int)
    {
        const CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

  private:
    const char* at_ = nullptr;
    std::size_t* read_ = nullptr;
};

// Hands nlohmann's events on to the builder.
struct SaxEvents {
    TreeBuilder& tree;

    bool null() { return tree.null(); }
    bool boolean(bool value) { return tree.boolean(value); }
    bool number_integer(std::int64_t value) { return tree.number_integer(value); }
    bool number_unsigned(std::uint64_t value) { return tree.number_unsigned(value); }
    bool number_float(double, const std::string& written) { return tree.other_number(written); }
    bool string(const std::string& value) { return tree.string(value); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return tree.start_object(); }
    bool start_array(std::size_t) { return tree.start_array(); }
    bool end_object() { return tree.end_object(); }
    bool end_array() { return tree.end_array(); }
    bool key(const std::string& name) { return tree.key(name); }
    bool parse_error(std::size_t consumed, const std::string&, const nlohmann::detail::exception& reason)
    {
        constexpr int kNumberOverflow = 406; // nlohmann's id for 1e999, which it does not hand on as a value
        if (reason.id == kNumberOverflow)
            tree.number_overflow();
        else
            tree.syntax_error(consumed, reason.what());
        return false;
    }
};

bool readable(std::string_view bytes, const std::string& file, Diagnostics& diagnostics)
{
    if (bytes.size() > kMaxFileBytes) {
        diagnostics.add({file, 1, 1}, "json.too_large", "",
                        {fmt::format("ファイルが大きすぎます（上限は{} MiB）", kMaxFileBytes >> 20),
                         fmt::format("the file is too large (at most {} MiB)", kMaxFileBytes >> 20)});
        return false;
    }
    const std::size_t bad = std::min(first_bad_byte(bytes), bytes.find('\0'));
    if (bad == std::string_view::npos) return true;
    const LineColumn place = LineCounter(bytes).at(bad);
    diagnostics
        .add({file, place.line, place.column}, "json.encoding", "",
             {"文字コードが UTF-8 ではありません", "the file is not written in UTF-8"})
        .hint("メモ帳なら「名前を付けて保存」で文字コードに UTF-8 を選んでください",
              "save it again with the encoding UTF-8 (Notepad: Save as, Encoding)");
    return false;
}

} // namespace

std::optional<Document> parse_json(std::string_view bytes, std::string file_name, Diagnostics& diagnostics)
{
    while (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3); // editors on Windows write this mark
    if (!readable(bytes, file_name, diagnostics)) return std::nullopt;
    auto tree = std::make_unique<JsonTree>();
    tree->file = std::move(file_name);
    TreeBuilder builder(bytes, *tree, diagnostics);
    SaxEvents events{builder};
    const CountingIterator first(bytes.data(), builder.read_counter());
    const CountingIterator last(bytes.data() + bytes.size(), nullptr);
    const bool whole =
        nlohmann::json::sax_parse(first, last, &events, nlohmann::json::input_format_t::json, true, true);
    builder.close_all(); // keys written twice before the place where reading stopped are told as well
    if (!whole) return std::nullopt;
    return Document(std::move(tree));
}

} // namespace sonae::read
