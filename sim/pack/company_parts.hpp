// Rows of a company's file that say who helps, watches and must be told. For company_reader.cpp.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

inline constexpr std::size_t kMaxName = 80; // characters of a name

engine::Person read_person(Draft& draft, read::ObjectReader& in);
engine::Contact read_contact(Draft& draft, read::ObjectReader& in);
engine::Control read_control(Draft& draft, read::ObjectReader& in);
engine::RemoteLine read_line(Draft& draft, read::ObjectReader& in);
engine::Sensor read_sensor(Draft& draft, read::ObjectReader& in);
engine::Deadline read_deadline(Draft& draft, read::ObjectReader& in);
engine::Backup read_backup(Draft& draft, read::ObjectReader in);
engine::Insurance read_insurance(Draft& draft, read::ObjectReader in);

} // namespace sonae::pack
