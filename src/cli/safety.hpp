// What the program tells of how documents are confined, and of the bounds that hold for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/pipeline.hpp"
#include "cli/synopsis.hpp"
#include "rapport/result.hpp"

namespace rapport::cli {

// A line on standard error where the kernel has no way to confine what reads documents.
void warn_without_sandbox();

// A pipeline that reads each document in a process of its own, with that warning.
[[nodiscard]] Result<std::unique_ptr<const Pipeline>> make_confined(
    const std::vector<std::string>& lexicon_folders, const Isolation& isolation = {});

// What is in force here, tried while the caller waits.
[[nodiscard]] Result<std::string> safety_report();

// The bounds of what is read, for the manual.
[[nodiscard]] Table limits();

}  // namespace rapport::cli
