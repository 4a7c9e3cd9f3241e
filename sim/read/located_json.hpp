// JSON whose every value and key knows its line and column. `//` and `/* */` comments are allowed; fractions are not.
// Size, depth, number of values and length of texts are bounded, so that no file can exhaust the machine.
#pragma once

#include "read/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sonae::read {

inline constexpr std::size_t kMaxFileBytes = 8u << 20;
inline constexpr std::size_t kMaxTextBytes = 64u << 10;
inline constexpr std::size_t kMaxDepth = 64;
inline constexpr std::size_t kMaxValues = 400'000;

struct JsonTree; // how a document is stored: read/json_tree.hpp

// `faulty` is a value whose fault has been told already (1.5, 99999999999999999999): whoever reads it stays silent.
enum class Kind : std::uint8_t { null, boolean, integer, string, array, object, faulty };

// A handle of two words to a value of a Document, which must outlive it. A default one refers to nothing.
class Value {
  public:
    class Iterator;

    Value() = default;
    Value(const JsonTree& tree, std::uint32_t node) : tree_(&tree), node_(node) {}

    bool exists() const { return tree_ != nullptr; }
    Kind kind() const; // null for a handle to nothing
    bool is(Kind wanted) const { return exists() && kind() == wanted; }
    bool boolean() const; // these three expect their kind
    std::int64_t integer() const;
    std::string_view string() const;
    bool verbatim() const; // a string that stands in the file without escapes

    std::size_t size() const;                     // elements or members; 0 for other kinds
    Value operator[](std::size_t position) const; // in file order
    Iterator begin() const;
    Iterator end() const;
    Value find(std::string_view key) const; // a handle to nothing when the object has no such member

    std::string_view key() const; // the key it stands under; empty in arrays and at the root
    std::size_t position() const; // among its parent's children
    std::string_view file() const;
    Place place() const;
    Place key_place() const;     // the place of its key, or its own where there is no key
    std::string pointer() const; // "/teams/1/name"; very long keys are shortened

  private:
    const JsonTree* tree_ = nullptr;
    std::uint32_t node_ = 0;
};

class Value::Iterator {
  public:
    Iterator(Value parent, std::size_t position) : parent_(parent), position_(position) {}
    Value operator*() const { return parent_[position_]; }
    Iterator& operator++()
    {
        ++position_;
        return *this;
    }
    bool operator!=(const Iterator& other) const { return position_ != other.position_; }

  private:
    Value parent_;
    std::size_t position_;
};

class Document {
  public:
    explicit Document(std::unique_ptr<const JsonTree> tree);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();
    Value root() const;

  private:
    std::unique_ptr<const JsonTree> tree_; // on the heap: handles stay good when the document moves
};

// Empty when the text can't be read to its end (json.syntax, json.encoding, a limit). A document that is returned may
// still have faults: of a key written twice the first stands, and numbers we can't hold become `faulty` values.
std::optional<Document> parse_json(std::string_view bytes, std::string file_name, Diagnostics& diagnostics);

// Tells a fault at a value.
Diagnostics::Told error(Diagnostics& diagnostics, const Value& at, std::string code, std::string ja, std::string en);

} // namespace sonae::read
