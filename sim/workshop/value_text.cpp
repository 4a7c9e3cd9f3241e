#include "workshop/value_text.hpp"

#include "base/people_text.hpp"

namespace sonae::workshop {

std::string value_text(engine::ValueType type, std::int64_t value, Language language)
{
    switch (type) {
    case engine::ValueType::boolean:
        return (value != 0 ? Localized{"はい", "yes"} : Localized{"いいえ", "no"}).in(language);
    case engine::ValueType::yen: return yen_text(value, language);
    case engine::ValueType::permille: return permille_text(value);
    case engine::ValueType::duration: return duration_text(value, language);
    case engine::ValueType::moment: return moment_text(value, language);
    case engine::ValueType::count: break;
    }
    return count_text(value);
}

} // namespace sonae::workshop
