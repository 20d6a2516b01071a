// What the elements of HTML mean to somebody who reads the page.
#pragma once

#include <string_view>

#include "input/xml.hpp"

namespace rapport::html {

enum class Sort {
  inline_text,  // all that is not listed
  block,        // begins and ends a line
  heading,      // h1 to h6
  list_item,
  cell,
  bold,
  line_break,
  preformatted,
  image,
  script,
  left_out,  // no text of the page: menus, forms, definitions
};

[[nodiscard]] Sort sort_of(std::string_view element);

// What the attributes of an element, its inline style among them, do to its text.
struct Look {
  bool hidden = false;     // not shown
  bool left_out = false;   // shown, but no text of the document: a menu, an icon, a cookie banner
  bool list_mark = false;  // the bullet that Word writes out
  bool preformatted = false;
  int weight = 0;       // 1 bold, -1 expressly not
  int half_points = 0;  // 0: says nothing
};

[[nodiscard]] Look look_of(std::string_view element, const XmlAttributes& attributes);

}  // namespace rapport::html
