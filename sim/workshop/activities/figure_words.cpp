#include "workshop/activities/figures.hpp"

namespace sonae::workshop {

std::span<const FigureWord> figure_words()
{
    using enum Argument;
    using Kind = FigureKind;
    using Type = engine::ValueType;
    static const std::vector<FigureWord> words = {
        {"rows", Kind::rows, Part::grid, {}, 0, Type::count},
        {"covers", Kind::covers, Part::grid, {row}, 1, Type::boolean},
        {"coverage", Kind::coverage, Part::grid, {}, 0, Type::permille},
        {"filled", Kind::filled, Part::grid, {row, column}, 2, Type::boolean},
        {"sound", Kind::sound, Part::grid, {row}, 1, Type::boolean},
        {"missing", Kind::missing, Part::grid, {column}, 1, Type::count},
        {"is", Kind::is, Part::grid, {row, column, value}, 3, Type::boolean},
        {"count", Kind::count, Part::grid, {column, value}, 2, Type::count},
        {"sum", Kind::sum, Part::grid, {column}, 1, Type::count, true},
        {"most", Kind::most, Part::grid, {column}, 1, Type::count, true},
        {"value", Kind::value, Part::grid, {row, column}, 2, Type::count, true},
        {"disagreements", Kind::disagreements, Part::grid, {}, 0, Type::count},
        {"chosen", Kind::chosen, Part::board, {card}, 1, Type::boolean},
        {"placed", Kind::placed, Part::board, {card, place}, 2, Type::boolean},
        {"cards", Kind::cards, Part::board, {place}, 1, Type::count},
        {"rank", Kind::rank, Part::board, {card, place}, 2, Type::count},
        {"spent", Kind::spent, Part::board, {}, 0, Type::yen},
        {"gap", Kind::gap, Part::board, {pair}, 1, Type::boolean},
        {"answered", Kind::answered, Part::questionnaire, {asked}, 0, Type::count},
        {"mean", Kind::mean, Part::questionnaire, {asked}, 0, Type::count},
        {"unknown", Kind::unknown, Part::questionnaire, {asked}, 0, Type::count},
        {"score", Kind::score, Part::questionnaire, {asked}, 0, Type::count},
        {"written", Kind::written, Part::prompts, {prompt}, 1, Type::boolean},
        {"reached", Kind::reached, Part::calls, {situation}, 1, Type::boolean},
        {"call_minutes", Kind::call_minutes, Part::calls, {}, 0, Type::count},
        {"gaps", Kind::gaps, Part::any, {check}, 0, Type::count},
        {"complete", Kind::complete, Part::any, {}, 0, Type::boolean},
        {"ended", Kind::drill_ended, Part::drill, {}, 0, Type::boolean},
        {"figure", Kind::drill_figure, Part::drill, {indicator}, 1, Type::count},
    };
    return words;
}

} // namespace sonae::workshop
