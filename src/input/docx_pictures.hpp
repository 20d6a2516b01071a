// Pictures and shapes of a Word document, as far as they matter to its text.
#pragma once

#include <string_view>

#include "input/xml.hpp"

namespace rapport::docx {

// Fed with the elements of the drawing vocabularies, in order.
class Pictures {
 public:
  void read(std::string_view element, const XmlAttributes& attributes);

  // Something is drawn behind the text, so that white letters may stand on a dark shape.
  [[nodiscard]] bool behind_text() const { return behind_text_; }
  [[nodiscard]] double largest() const { return largest_; }  // square points

 private:
  bool behind_text_ = false;
  bool current_is_behind_ = false;
  double current_ = 0;
  double largest_ = 0;
};

}  // namespace rapport::docx
