// One reading of one expression: recursive descent over the scanner, emitting instructions as operands and operators
// are understood. For the sources of this layer; everybody else calls parse_expression.
#pragma once

#include "read/expression_parser.hpp"
#include "read/expression_scanner.hpp"
#include "read/expression_words.hpp"

#include <optional>

namespace sonae::read {

class ExpressionCompiler {
  public:
    ExpressionCompiler(const Value& at, Names& names, std::vector<engine::Instruction>& code, Diagnostics& diagnostics);
    engine::Expression compile(Wanted wanted);

  private:
    // What stands on top of the operand stack. A literal count may still become yen or permille. `slope`: how fast the
    // value may grow, in units a second; the engine foresees when a comparison turns over for slopes from -1 to 1.
    struct Operand {
        engine::ValueType type = engine::ValueType::boolean;
        bool literal = false;
        int slope_least = 0, slope_most = 0;
        bool grows() const { return slope_least != 0 || slope_most != 0; }
    };

    // --- grammar (expression_parser.cpp)
    Operand disjunction();
    Operand conjunction();
    Operand negation();
    Operand comparison();
    Operand sum();
    Operand product();
    Operand signed_operand();

    // --- types (expression_parser.cpp)
    Operand combine_sum(engine::Op op, const Operand& left, const Operand& right, std::size_t at);
    Operand combine_product(engine::Op op, const Operand& left, const Operand& right, std::size_t at);
    std::optional<engine::ValueType> common_type(const Operand& left, const Operand& right) const;
    std::optional<engine::ValueType> same_type(const Operand& left, const Operand& right, std::size_t at);
    void want_boolean(const Operand& operand, std::size_t at);
    void want_number(const Operand& operand, std::size_t at);
    void want_still(const Operand& operand, std::size_t at);
    void want_foreseeable(const Operand& operand, std::size_t at);

    // --- operands (expression_operands.cpp)
    Operand operand();
    Operand number();
    Operand parenthesis();
    Operand least_or_most(engine::Op op);
    Operand word_operand(std::string_view name, std::size_t at);
    Operand plain(const PlainWord& word);
    Operand thing(std::string_view function, std::size_t at);
    Operand host_state();
    Operand host_count();
    bool host_part(HostQuery& query, const StateWord*& state);
    Operand people_free();
    Operand chose();
    Operand since();
    Operand output();
    const ThingWord* property_of(std::string_view function, std::size_t at);

    // --- pieces
    std::optional<std::uint16_t> id(NameKind kind);
    template <class Word>
    const Word* one_of(std::span<const Word> words, std::string_view ja, std::string_view en);
    bool need(std::string_view symbol);
    void load(engine::Op op, std::uint16_t a, std::uint8_t b, engine::Topics reads, bool clocked = false);
    void constant(std::int64_t value);
    void emit(const engine::Instruction& instruction);
    // A skip over what is emitted until it ends.
    std::size_t emit_skip(engine::Op op);
    void end_skip(std::size_t skip);
    Operand literal(engine::ValueType type, std::int64_t value);

    // --- faults: the first one that leaves the grammar ends the reading
    Diagnostics::Told fault(std::size_t at, std::string code, std::string ja, std::string en);
    void stop(std::size_t at, std::string code, std::string ja, std::string en);
    void unexpected();
    void unknown(std::size_t at, std::string_view name, std::string_view ja, std::string_view en,
                 const std::vector<std::string>& known);
    bool deeper();

    Value value_;
    Names& names_;
    std::vector<engine::Instruction>& code_;
    Diagnostics& diagnostics_;
    ExpressionScanner in_;
    std::size_t begin_;
    std::size_t operands_ = 0;
    int depth_ = 0;
    engine::Topics reads_ = 0;
    bool clocked_ = false;
    bool sound_ = true;    // nothing was told
    bool stopped_ = false; // no more can be understood
};

} // namespace sonae::read
