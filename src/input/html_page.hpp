// The text of a web page, line by line, as a browser would show it and a person would read it.
//
//   <nav>Jobs | Log in</nav><h1>Cashier</h1><ul><li>Greet <b>guests</b></li></ul><script>…</script>
//
// reads as the heading "Cashier" and the list item "Greet guests": what leads around the site, what
// is hidden and what is a program is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/story.hpp"

namespace rapport {

struct HtmlPage {
  PartText story{};
  std::vector<std::string> data{};  // JSON-LD, what a page says of itself to machines
  bool has_scripts = false;
};

// The text is markup in UTF-8, with or without a byte order mark.
[[nodiscard]] HtmlPage read_page(std::string_view text);

}  // namespace rapport
