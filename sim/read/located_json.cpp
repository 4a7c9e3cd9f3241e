#include "read/located_json.hpp"

#include "base/check.hpp"
#include "read/json_tree.hpp"

#include <algorithm>

namespace sonae::read {
namespace {

constexpr std::size_t kPointerKeyBytes = 200;

std::string escaped_key(std::string_view key)
{
    const std::string text = key.size() > kPointerKeyBytes ? shown(key) : std::string(key);
    std::string result;
    for (const char c : text) {
        if (c == '~')
            result += "~0";
        else if (c == '/')
            result += "~1";
        else
            result += c;
    }
    return result;
}

} // namespace

Kind Value::kind() const { return exists() ? tree_->nodes[node_].kind : Kind::null; }

bool Value::boolean() const
{
    EXPECTS(is(Kind::boolean));
    return tree_->nodes[node_].number != 0;
}

std::int64_t Value::integer() const
{
    EXPECTS(is(Kind::integer));
    return tree_->nodes[node_].number;
}

std::string_view Value::string() const
{
    EXPECTS(is(Kind::string));
    return tree_->text(tree_->nodes[node_].text);
}

bool Value::verbatim() const { return exists() && tree_->nodes[node_].verbatim; }

std::size_t Value::size() const { return exists() ? tree_->nodes[node_].child_count : 0; }

Value Value::operator[](std::size_t position) const
{
    EXPECTS(position < size());
    return {*tree_, tree_->children[tree_->nodes[node_].first_child + position]};
}

Value::Iterator Value::begin() const { return {*this, 0}; }
Value::Iterator Value::end() const { return {*this, size()}; }

Value Value::find(std::string_view key) const
{
    if (!is(Kind::object)) return {};
    const JsonNode& object = tree_->nodes[node_];
    const auto* first = tree_->children.data() + object.first_child + object.child_count;
    const auto* last = first + object.child_count;
    const auto* found = std::lower_bound(first, last, key, [this](std::uint32_t child, std::string_view wanted) {
        return tree_->text(tree_->nodes[child].key) < wanted;
    });
    if (found == last || tree_->text(tree_->nodes[*found].key) != key) return {};
    return {*tree_, *found};
}

std::string_view Value::key() const { return exists() ? tree_->text(tree_->nodes[node_].key) : std::string_view{}; }

std::size_t Value::position() const { return exists() ? tree_->nodes[node_].position : 0; }

std::string_view Value::file() const { return exists() ? std::string_view(tree_->file) : std::string_view{}; }

Place Value::place() const
{
    if (!exists()) return {};
    return {tree_->file, tree_->nodes[node_].line, tree_->nodes[node_].column};
}

Place Value::key_place() const
{
    if (!exists() || tree_->nodes[node_].key_line == 0) return place();
    return {tree_->file, tree_->nodes[node_].key_line, tree_->nodes[node_].key_column};
}

std::string Value::pointer() const
{
    if (!exists()) return {};
    std::vector<std::uint32_t> path;
    for (std::uint32_t at = node_; tree_->nodes[at].parent != at; at = tree_->nodes[at].parent) path.push_back(at);
    std::string pointer;
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        const JsonNode& node = tree_->nodes[*step];
        const bool named = tree_->nodes[node.parent].kind == Kind::object;
        pointer += "/" + (named ? escaped_key(tree_->text(node.key)) : std::to_string(node.position));
    }
    return pointer;
}

Document::Document(std::unique_ptr<const JsonTree> tree) : tree_(std::move(tree))
{
    EXPECTS(tree_ && !tree_->nodes.empty());
}

Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Value Document::root() const { return {*tree_, 0}; }

Diagnostics::Told error(Diagnostics& diagnostics, const Value& at, std::string code, std::string ja, std::string en)
{
    return diagnostics.add(at.place(), std::move(code), at.pointer(), {std::move(ja), std::move(en)});
}

} // namespace sonae::read
