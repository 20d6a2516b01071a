// A document as text with its structure: sections as headings, bullets as lists, the evidence
// marked where it stands, and beside a bullet what would improve it.
#include <algorithm>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/html/parts.hpp"

namespace rapport::html {
namespace {

class TextView {
 public:
  TextView(const View& view, std::size_t reading, const std::set<std::size_t>& placed)
      : view_(view), document_(view.document(reading)), reading_(reading), placed_(placed) {}

  Html write() {
    for (std::size_t i = 0; i < document_.units.size(); ++i) {
      const Unit& unit = document_.units[i];
      const std::string_view gap =
          unit.begin > at_ ? document_.slice(at_, unit.begin) : std::string_view();
      if (unit.kind == UnitKind::heading) {
        close();
        write_anchors(i);
        html_.put("<h5 dir=\"auto\">{}</h5>\n", document_.slice(unit.begin, unit.end));
      } else {
        separate(unit, gap, i > 0 ? &document_.units[i - 1] : nullptr);
        write_unit(i);
      }
      at_ = std::max(at_, unit.end);
    }
    close();
    return std::move(html_);
  }

 private:
  enum class Open { nothing, paragraph, list };

  void close() {
    if (open_ == Open::paragraph) html_.put("</p>\n");
    if (open_ == Open::list) html_.put("</li>\n</ul>\n");
    open_ = Open::nothing;
  }

  // A bullet's later sentences stay in its list item, a paragraph's in the paragraph.
  void separate(const Unit& unit, std::string_view gap, const Unit* before) {
    const bool blank_line = gap.find("\n\n") != std::string_view::npos;
    const bool marked = gap.find_first_not_of(" \t\n") != std::string_view::npos;
    if (unit.kind == UnitKind::bullet) {
      if (open_ != Open::list) {
        close();
        html_.put("<ul>\n<li dir=\"auto\">");
      } else if (blank_line || marked) {
        html_.put("</li>\n<li dir=\"auto\">");
      } else {
        html_.put(" ");
      }
      open_ = Open::list;
      return;
    }
    if (open_ != Open::paragraph || blank_line) {
      close();
      html_.put("<p dir=\"auto\">");
      open_ = Open::paragraph;
      return;
    }
    const bool own_line =
        gap.find('\n') != std::string_view::npos && before != nullptr && !ends_sentence(*before);
    html_.put("{}", own_line ? "" : " ").add_verbatim(own_line ? "<br>\n" : "");
  }

  // A line that ends without one ends on purpose, as those of an address do.
  [[nodiscard]] bool ends_sentence(const Unit& unit) const {
    const std::string_view text = document_.slice(unit.begin, unit.end);
    const std::size_t last = text.find_last_not_of("\"')]”’");
    return last != std::string_view::npos &&
           std::string_view(".!?").find(text[last]) != std::string_view::npos;
  }

  void write_unit(std::size_t index) {
    const Unit& unit = document_.units[index];
    write_anchors(index);
    std::size_t at = unit.begin;
    if (const auto marks = view_.marks_of.find({reading_, index}); marks != view_.marks_of.end()) {
      for (const std::size_t number : marks->second) {
        const Mark& mark = view_.marks[number];
        write_flagged(index, at, std::max(at, mark.span.begin));
        write_mark(number);
        at = mark.span.end;
      }
    }
    write_flagged(index, at, std::max(at, unit.end));
    if (!placed_.empty()) return;  // the pages have the hints
    if (const auto hints = view_.hints_of.find({reading_, index}); hints != view_.hints_of.end()) {
      for (const Hint& hint : hints->second) write_hint(hint);
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& flags_in(std::size_t unit) const {
    static const std::vector<std::size_t> none;
    const auto found = view_.flags_of.find({reading_, unit});
    return found == view_.flags_of.end() ? none : found->second;
  }

  // Where the findings lead. Apart from the flags: marks and other flags may lie over those.
  void write_anchors(std::size_t unit) {
    if (!placed_.empty()) return;
    for (const std::size_t number : flags_in(unit)) {
      html_.put("<span class=\"anchor\" id=\"{}\"></span>", view_.id("q", number));
    }
  }

  // What stands between marks, with its flags. Of flags that overlap the first wins.
  void write_flagged(std::size_t unit, std::size_t begin, std::size_t end) {
    for (const Flag* flag = next_flag(unit, begin, end); flag != nullptr;
         flag = next_flag(unit, begin, end)) {
      const std::size_t from = std::max(begin, flag->span.begin);
      const std::size_t to = std::min(end, flag->span.end);
      html_.put("{}<a class=\"flag\" href=\"#{}\">{}<span class=\"vh\"> (worth a look)</span></a>",
                document_.slice(begin, from), view_.id("f", flag->finding),
                document_.slice(from, to));
      begin = to;
    }
    html_.put("{}", document_.slice(begin, end));
  }

  [[nodiscard]] const Flag* next_flag(std::size_t unit, std::size_t begin, std::size_t end) const {
    const Flag* next = nullptr;
    if (begin >= end) return next;  // a flag may go on over the mark that follows
    for (const std::size_t number : flags_in(unit)) {
      const Flag& flag = view_.flags[number];
      if (flag.span.end <= begin || flag.span.begin >= end) continue;
      if (next == nullptr || flag.span.begin < next->span.begin) next = &flag;
    }
    return next;
  }

  void write_mark(std::size_t number) {
    const Mark& mark = view_.marks[number];
    html_.put("<a ");
    if (!placed_.contains(number)) html_.put("id=\"{}\" ", view_.id("m", number));
    html_.put("{}>{}<span class=\"vh\"> ({})</span></a>", mark_attributes(view_, mark),
              document_.slice(mark.span.begin, mark.span.end), shown_by(view_, mark));
  }

  // Inside a paragraph only what is itself text may stand, so it is a link there too.
  void write_hint(const Hint& hint) {
    const SkillAssessment& skill = view_.assessment().skills[hint.skill];
    html_.put(
        " <a class=\"pin\" href=\"#{}\">improve<span class=\"vh\"> this sentence for "
        "{}</span></a>",
        view_.hint_id(hint), skill.entry.title);
  }

  const View& view_;
  const Document& document_;
  std::size_t reading_;
  const std::set<std::size_t>& placed_;
  Html html_{};
  Open open_ = Open::nothing;
  std::size_t at_ = 0;
};

}  // namespace

Html document_text(const View& view, std::size_t reading, const std::set<std::size_t>& placed) {
  Html html;
  return html.put("<div class=\"text\">\n")
      .add(TextView(view, reading, placed).write())
      .put("</div>\n");
}

}  // namespace rapport::html
