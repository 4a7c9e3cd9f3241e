#include "workshop/activities/figures.hpp"

namespace sonae::workshop {

std::span<const FigureWord> figure_words()
{
    using enum Argument;
    using Kind = FigureKind;
    using Type = engine::ValueType;
    static const std::vector<FigureWord> words = {
        {"rows", Kind::rows, FigurePart::grid, {}, 0, Type::count},
        {"covers", Kind::covers, FigurePart::grid, {row}, 1, Type::boolean},
        {"coverage", Kind::coverage, FigurePart::grid, {}, 0, Type::permille},
        {"filled", Kind::filled, FigurePart::grid, {row, column}, 2, Type::boolean},
        {"sound", Kind::sound, FigurePart::grid, {row}, 1, Type::boolean},
        {"missing", Kind::missing, FigurePart::grid, {column}, 1, Type::count},
        {"is", Kind::is, FigurePart::grid, {row, column, value}, 3, Type::boolean},
        {"count", Kind::count, FigurePart::grid, {column, value}, 2, Type::count},
        {"sum", Kind::sum, FigurePart::grid, {column}, 1, Type::count, true},
        {"most", Kind::most, FigurePart::grid, {column}, 1, Type::count, true},
        {"value", Kind::value, FigurePart::grid, {row, column}, 2, Type::count, true},
        {"disagreements", Kind::disagreements, FigurePart::grid, {}, 0, Type::count},
        {"chosen", Kind::chosen, FigurePart::board, {card}, 1, Type::boolean},
        {"placed", Kind::placed, FigurePart::board, {card, place}, 2, Type::boolean},
        {"cards", Kind::cards, FigurePart::board, {place}, 1, Type::count},
        {"rank", Kind::rank, FigurePart::board, {card, place}, 2, Type::count},
        {"spent", Kind::spent, FigurePart::board, {}, 0, Type::yen},
        {"gap", Kind::gap, FigurePart::board, {pair}, 1, Type::boolean},
        {"answered", Kind::answered, FigurePart::questionnaire, {asked}, 0, Type::count},
        {"mean", Kind::mean, FigurePart::questionnaire, {asked}, 0, Type::count},
        {"unknown", Kind::unknown, FigurePart::questionnaire, {asked}, 0, Type::count},
        {"score", Kind::score, FigurePart::questionnaire, {asked}, 0, Type::count},
        {"written", Kind::written, FigurePart::prompts, {prompt}, 1, Type::boolean},
        {"reached", Kind::reached, FigurePart::calls, {situation}, 1, Type::boolean},
        {"call_minutes", Kind::call_minutes, FigurePart::calls, {}, 0, Type::count},
        {"gaps", Kind::gaps, FigurePart::any, {check}, 0, Type::count},
        {"complete", Kind::complete, FigurePart::any, {}, 0, Type::boolean},
        {"ended", Kind::drill_ended, FigurePart::drill, {}, 0, Type::boolean},
        {"figure", Kind::drill_figure, FigurePart::drill, {indicator}, 1, Type::count},
    };
    return words;
}

} // namespace sonae::workshop
