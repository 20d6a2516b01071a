// Makes markup fit for libxml2 before it sees it.
//
// Word writes `<![if !supportLists]>·<![endif]>`, which browsers take for comments and libxml2 for
// text. And libxml2 compares each attribute of a tag with all before it, where nothing can
// interrupt it: markup ends before a tag that has more attributes than any page's.
#pragma once

#include <string>
#include <string_view>

namespace rapport::html {

struct Markup {
  std::string text{};   // without comments, and without zeros, the end of all to libxml2
  bool is_cut = false;  // before a tag with too many attributes
};

[[nodiscard]] Markup prepare(std::string_view text);

}  // namespace rapport::html
