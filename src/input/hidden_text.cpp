#include "input/hidden_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace rapport {
namespace {

constexpr std::string_view remedy =
    "delete them, or show them: recruiters get the plain text to see, and hidden words look like "
    "an attempt to deceive";

struct Reason {
  HiddenBy by;
  std::string_view words;
};

constexpr std::array<Reason, 4> reasons = {{
    {HiddenBy::mark, "they are marked as hidden"},
    {HiddenBy::color, "they have the color of what they stand on"},
    {HiddenBy::size, "they are too small to be read"},
    {HiddenBy::ink, "the page shows nothing where they stand"},
}};

template <class Visit>
void each_word(std::string_view text, Visit visit) {
  constexpr std::string_view blanks = " \t\n\r";
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    visit(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
}

// A few words are enough to find the place, and one of them may have no end.
class Opening {
 public:
  void add(std::string_view word) {
    constexpr std::size_t most_words = 6;
    constexpr std::size_t longest_word = 40;
    if (count_++ >= most_words) return;
    if (!text_.empty()) text_ += ' ';
    if (word.size() > longest_word) {
      std::size_t end = longest_word;
      while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
      text_ += word.substr(0, end);
      text_ += "…";
    } else {
      text_ += word;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string quoted() const {
    return count_ > 6 ? fmt::format("“{} …”", text_) : fmt::format("“{}”", text_);
  }

 private:
  std::string text_{};
  std::size_t count_ = 0;
};

}  // namespace

std::vector<Finding> findings_of(const std::vector<HiddenText>& hidden) {
  std::vector<Finding> findings;
  for (const Reason& reason : reasons) {
    Opening opening;
    const HiddenText* first = nullptr;
    for (const HiddenText& text : hidden) {
      if (text.by != reason.by) continue;
      if (first == nullptr) first = &text;
      each_word(text.text, [&](std::string_view word) { opening.add(word); });
    }
    if (first == nullptr || opening.count() == 0) continue;
    const std::string count =
        opening.count() == 1 ? "1 word" : fmt::format("{} words", opening.count());
    Finding finding;
    finding.id = "hidden-text";
    finding.place = first->place;
    finding.message = fmt::format("{} that a person does not see ({}): {}; not counted as evidence",
                                  count, reason.words, opening.quoted());
    finding.remedy = remedy;
    findings.push_back(std::move(finding));
  }
  return findings;
}

Finding nothing_visible() {
  Finding finding;
  finding.id = "hidden-text";
  finding.message = "none of its words can be seen on its pages, only a machine reads them";
  finding.remedy = "look at it in a PDF viewer, and export it again";
  return finding;
}

}  // namespace rapport
