// The matrix skill × document × section, as reports lay it out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

// Sections of one document that are called the same.
struct MatrixColumn {
  std::size_t reading = 0;  // index into Application::readings
  std::string document{};   // "resume"; empty where there is only one, and where the title says it
  std::string title{};      // the heading, as printed; the kind where there is none
};

struct Matrix {
  std::vector<MatrixColumn> columns{};       // in reading order; only those with any evidence
  std::vector<std::vector<Level>> levels{};  // by skill of the assessment, then by column
};

[[nodiscard]] Matrix matrix_of(const Application& application);

}  // namespace rapport
