// The styles of an OpenDocument text: what a paragraph or a span inherits by naming one, and which
// page styles there are.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "input/xml.hpp"

namespace rapport::odt {

// The prefix that an element's namespace usually has: "text", "style", "office", "drawing"; empty
// for what is none of OpenDocument's.
[[nodiscard]] std::string_view vocabulary(std::string_view uri);

// How text looks, as far as a style says; what is empty is inherited.
struct Look {
  std::optional<bool> bold{};
  std::optional<bool> hidden{};
  std::optional<int> half_points{};
  std::optional<int> percent{};  // of the size that is inherited

  // Takes over what `other` says.
  void overlay(const Look& other);
};

struct ParagraphLook {
  Look text{};
  int heading_level = 0;      // 1 to 9; 0 for none
  std::string master_page{};  // that begins with the paragraph; mostly empty
};

// Filled while the styles go by, which is before the text that uses them. A later style of the same
// name replaces an earlier one: each part of a document has automatic styles of its own.
class Styles {
 public:
  // Takes an element of a style's definition; ignores all others.
  void start(std::string_view vocabulary, std::string_view element,
             const XmlAttributes& attributes);
  void end(std::string_view vocabulary, std::string_view element);

  [[nodiscard]] ParagraphLook paragraph(std::string_view name) const;
  [[nodiscard]] Look span(std::string_view name) const;
  // The page styles in use, when the text names `named`: those, the first of all, and the styles
  // of the pages that follow each.
  [[nodiscard]] std::set<std::string> pages(const std::set<std::string>& named) const;

 private:
  struct Style {
    std::string parent{};
    Look own{};
    int heading_level = 0;
    std::string master_page{};
  };
  struct MasterPage {
    std::string name{};
    std::string next{};
  };
  void open(const XmlAttributes& attributes);
  // From the most general to the style itself.
  [[nodiscard]] std::vector<const Style*> chain(std::string_view family,
                                                std::string_view name) const;

  std::map<std::string, Style, std::less<>> styles_{};   // by family and name: "text T1"
  std::map<std::string, Look, std::less<>> defaults_{};  // by family
  std::vector<MasterPage> master_pages_{};
  Look* current_ = nullptr;
};

}  // namespace rapport::odt
