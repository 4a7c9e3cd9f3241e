// Everything a view may draw with.
#pragma once

#include "ui/buttons.hpp" // IWYU pragma: export
#include "ui/fields.hpp"  // IWYU pragma: export
#include "ui/icons.hpp"   // IWYU pragma: export
#include "ui/panels.hpp"  // IWYU pragma: export
#include "ui/text.hpp"    // IWYU pragma: export
#include "ui/tiles.hpp"   // IWYU pragma: export
