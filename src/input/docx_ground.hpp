// The ground that a paragraph stands on: cells in cells, a text box, the page.
#pragma once

#include <algorithm>
#include <vector>

#include "input/docx_color.hpp"

namespace rapport::docx {

class GroundStack {
 public:
  void enter() { grounds_.emplace_back(); }
  void enter(const Ground& ground) { grounds_.push_back(ground); }
  void leave() {
    if (grounds_.size() > 1) grounds_.pop_back();
  }
  // What the innermost says of itself.
  void set(const Ground& ground) {
    if (ground.says_something()) grounds_.back() = ground;
  }
  void set_page(const Ground& ground) { grounds_.front() = ground; }

  // The innermost that says anything.
  [[nodiscard]] Ground top() const {
    const auto found = std::find_if(grounds_.rbegin(), grounds_.rend(),
                                    [](const Ground& ground) { return ground.says_something(); });
    return found == grounds_.rend() ? Ground{Ground::Kind::known, white} : *found;
  }

 private:
  std::vector<Ground> grounds_{1};  // the page first
};

}  // namespace rapport::docx
