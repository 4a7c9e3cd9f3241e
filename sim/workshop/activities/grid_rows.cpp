#include "workshop/activities/grid_rows.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace sonae::workshop {

std::size_t GridRows::place_by_id(std::string_view id) const
{
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id, [&](std::size_t place, std::string_view wanted) {
        return rows_[place]->id < wanted;
    });
    return static_cast<std::size_t>(at - by_id_.begin());
}

const GridRow* GridRows::find(std::string_view id) const
{
    const std::size_t at = place_by_id(id);
    return at < by_id_.size() && rows_[by_id_[at]]->id == id ? rows_[by_id_[at]].get() : nullptr;
}

void GridRows::add(GridRow row)
{
    const std::size_t at = place_by_id(row.id);
    EXPECTS(at == by_id_.size() || rows_[by_id_[at]]->id != row.id);
    by_id_.insert(by_id_.begin() + static_cast<std::ptrdiff_t>(at), rows_.size());
    rows_.push_back(std::make_shared<const GridRow>(std::move(row)));
}

GridRow& GridRows::change(std::string_view id)
{
    const std::size_t at = place_by_id(id);
    EXPECTS(at < by_id_.size() && rows_[by_id_[at]]->id == id);
    auto own = std::make_shared<GridRow>(*rows_[by_id_[at]]);
    GridRow& row = *own;
    rows_[by_id_[at]] = std::move(own);
    return row;
}

bool GridRows::operator==(const GridRows& other) const
{
    return std::equal(rows_.begin(), rows_.end(), other.rows_.begin(), other.rows_.end(),
                      [](const auto& l, const auto& r) { return l == r || *l == *r; });
}

} // namespace sonae::workshop
