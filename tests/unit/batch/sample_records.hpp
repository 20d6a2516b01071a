// Records as they could be, without reading any document.
#pragma once

#include <string>
#include <vector>

#include "batch/results.hpp"

namespace rapport_test {

[[nodiscard]] rapport::RunSettings sample_settings();

// Listening is quantified, empathy missing; of its two documents one cannot be read.
[[nodiscard]] rapport::ApplicationRecord sample_record(const std::string& name,
                                                       const std::string& fingerprint = "1");

// Of all levels; another `draft` has other contents and levels for some.
[[nodiscard]] std::vector<rapport::ApplicationRecord> sample_cohort(std::size_t size,
                                                                    int draft = 0);

}  // namespace rapport_test
