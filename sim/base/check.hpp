// Failed checks are our own bugs: they carry their sentence and place to whoever keeps the run safe. Never for bad
// input.
#pragma once

#include <stdexcept>
#include <string>

namespace sonae {

class CheckFailure : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] void fail_check(const char* kind, const char* expression, const char* file, int line);

} // namespace sonae

#define SONAE_CHECK_(kind, condition)                                                                                  \
    do {                                                                                                               \
        if (!(condition)) [[unlikely]]                                                                                 \
            ::sonae::fail_check(kind, #condition, __FILE__, __LINE__);                                                 \
    } while (false)
#define EXPECTS(condition) SONAE_CHECK_("expected", condition)
#define ENSURES(condition) SONAE_CHECK_("promised", condition)
