// The parts of a Word file and how they refer to each other (Open Packaging Conventions).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/zip_part.hpp"

namespace rapport::docx {

// Which vocabulary an element is of: its namespace in the Transitional or the Strict form.
enum class Vocabulary { word, compatibility, math, other };
[[nodiscard]] Vocabulary vocabulary(std::string_view uri);

struct Relation {
  std::string id{};
  std::string type{};  // the last step of the type's address: "header", "styles"
  std::string part{};  // full name of the part it leads to
};

// The relations that leave a part ("" for the package itself); those that lead outside are left
// out. A missing or damaged list has none.
[[nodiscard]] std::vector<Relation> relations_of(ZipArchive& archive, std::string_view part);

// The name of the main part: as the package says, or where Word usually puts it.
[[nodiscard]] std::string main_part(ZipArchive& archive);

// The part that a target means when it stands in the relations of a part in `folder`.
[[nodiscard]] std::string resolve(std::string_view folder, std::string_view target);

}  // namespace rapport::docx
