// The content of a results database as text, to be compared.
#pragma once

#include <string>

#include "batch/sqlite.hpp"

namespace rapport_test {

// The rows of an answer, a line each, columns parted by "|".
[[nodiscard]] std::string rows(const std::string& folder, const std::string& query);

// Every table and view, by name. When something was done is told by `runs` and `analyses` alone.
enum class Dates { leave_out, keep_runs };
[[nodiscard]] std::string dump(const std::string& folder, Dates dates = Dates::leave_out);

[[nodiscard]] bool is_whole(rapport::Sqlite& db);

}  // namespace rapport_test
