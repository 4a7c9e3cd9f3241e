// A set of lambdas as one visitor, so that std::visit names every case.
#pragma once

namespace sonae {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace sonae
