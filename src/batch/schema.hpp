// The schema of the results database, as the steps that lead to it. The number of steps that a file
// has taken is its `PRAGMA user_version`; a step that was released is never changed again.
//
// Views hold no data. They are made anew whenever a step is taken, so that they may change freely
// with the last step.
#pragma once

#include <span>

#include "batch/sqlite.hpp"
#include "rapport/result.hpp"

namespace rapport {

// The SQL of each step, the first one first.
[[nodiscard]] std::span<const char* const> schema_steps();
[[nodiscard]] const char* schema_views();

// Refuses what is another program's database, or was made by a newer version of this one.
[[nodiscard]] Result<void> check_schema(Sqlite& db);

// Takes the steps that are missing, all or none of them. `steps` are given by tests alone.
[[nodiscard]] Result<void> migrate(Sqlite& db, std::span<const char* const> steps = schema_steps());

}  // namespace rapport
