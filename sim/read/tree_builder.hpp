// Grows the tree of a document from a parser's events, and keeps the limits. Knows nothing of the parser's types.
#pragma once

#include "read/json_syntax.hpp"
#include "read/json_tree.hpp"
#include "read/source_text.hpp"

#include <string>
#include <vector>

namespace sonae::read {

// Every event but `,` and `:` ends at the byte last read, except a number,
// whose end the parser sees only by reading one byte more.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view bytes, JsonTree& tree, Diagnostics& diagnostics)
        : bytes_(bytes), tree_(tree), diagnostics_(diagnostics), lines_(bytes)
    {
    }

    std::size_t* read_counter() { return &read_; }
    void close_all()
    {
        while (!open_.empty()) close();
    }

    // All of these answer whether reading may go on.
    bool null() { return add(Kind::null); }
    bool boolean(bool value) { return add(Kind::boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return add(Kind::integer, value); }
    bool number_unsigned(std::uint64_t value);
    bool other_number(std::string_view written); // a fraction, or too large
    bool string(const std::string& value);
    bool start_object() { return start(Kind::object); }
    bool start_array() { return start(Kind::array); }
    bool end_object() { return end(); }
    bool end_array() { return end(); }
    bool key(const std::string& name);
    void number_overflow(); // the parser met a number that it can't even approximate, and stops
    void syntax_error(std::size_t consumed, std::string_view reason);

  private:
    struct Open {
        std::uint32_t node;
        std::vector<std::uint32_t> children;
    };

    std::size_t token_start() const;
    void settle(Understood what, std::size_t end) { last_ = what, last_end_ = end; }
    bool add(Kind kind, std::int64_t number = 0, TextRange text = {});
    bool start(Kind kind);
    bool end();
    void close();
    void drop_duplicates(Open& object, std::vector<std::uint32_t>& by_key);
    TextRange keep(const std::string& text);
    Value newest() const { return {tree_, static_cast<std::uint32_t>(tree_.nodes.size() - 1)}; }
    bool faulty_text(std::string code, std::string ja, std::string en);
    Place place_of(std::size_t offset);
    std::string open_pointer() const { return open_.empty() ? "" : Value(tree_, open_.back().node).pointer(); }
    Diagnostics::Told stop(std::size_t offset, std::string code, std::string ja, std::string en);

    std::string_view bytes_;
    JsonTree& tree_;
    Diagnostics& diagnostics_;
    LineCounter lines_;
    std::vector<Open> open_;
    TextRange key_;
    LineColumn key_place_{0, 0};
    std::size_t read_ = 0;
    std::size_t last_end_ = 0;
    Understood last_ = Understood::nothing;
};

} // namespace sonae::read
