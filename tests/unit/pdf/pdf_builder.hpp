// Makes small PDF files for tests, from the content of their pages.
//
//   pdf_of({at(50, 720, "Experience", "G 14")})
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace rapport::test {

// A PDF whose pages have the given content streams, in Helvetica F and its bold G.
inline std::string pdf_of(const std::vector<std::string>& contents) {
  std::string kids;
  std::string objects;
  int number = 5;
  for (const std::string& content : contents) {
    kids += fmt::format("{} 0 R ", number);
    objects += fmt::format(
        "{} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R"
        "/G 4 0 R>>/ExtGState<</T<</ca 0>>>>>>/Contents {} 0 R>>endobj\n",
        number, number + 1);
    objects += fmt::format("{} 0 obj<</Length {}>>stream\n{}\nendstream endobj\n", number + 1,
                           content.size(), content);
    number += 2;
  }
  return fmt::format(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[{}]/Count {}>>endobj\n"
      "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
      "4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>endobj\n{}"
      "trailer<</Root 1 0 R>>\n",
      kids, contents.size(), objects);
}

inline std::string at(int left, int bottom, const std::string& text,
                      const std::string& font = "F 10") {
  return fmt::format("BT /{} Tf {} {} Td ({}) Tj ET\n", font, left, bottom, text);
}

inline const std::string resume_page = at(50, 720, "Experience", "G 14") +
                                       at(50, 700, "Harbor Coffee") + at(480, 700, "2016 - 2019") +
                                       at(50, 686, "\\225 Calmed upset guests at the counter and") +
                                       at(60, 674, "offered each of them a way out.");

}  // namespace rapport::test
