#include "batch/name_words.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "match/folded.hpp"
#include "text/compose.hpp"

namespace rapport {

namespace {

enum class Says { resume, letter, version };

struct KindWords {
  Says says;
  std::vector<std::string_view> words;
};

// Longer ones first where one begins with another. What is a name as well ("Vita", "Cover") counts
// only in company.
const std::vector<KindWords>& kind_words() {
  static const std::vector<KindWords> table = {
      {Says::letter, {"letter", "of", "motivation"}},
      {Says::letter, {"letter", "of", "application"}},
      {Says::letter, {"letter", "of", "interest"}},
      {Says::letter, {"letter", "of", "intent"}},
      {Says::letter, {"motivation", "letter"}},
      {Says::letter, {"motivational", "letter"}},
      {Says::letter, {"application", "letter"}},
      {Says::letter, {"covering", "letter"}},
      {Says::letter, {"cover", "letter"}},
      {Says::letter, {"coverletter"}},
      {Says::letter, {"cover", "note"}},
      {Says::letter, {"letter"}},
      {Says::letter, {"cl"}},
      {Says::resume, {"curriculum", "vitae"}},
      {Says::resume, {"resume"}},
      {Says::resume, {"cv"}},
      {Says::version, {"final"}},
      {Says::version, {"draft"}},
      {Says::version, {"updated"}},
      {Says::version, {"revised"}},
      {Says::version, {"latest"}},
      {Says::version, {"copy"}},
  };
  return table;
}

// NFC. A name that is no UTF-8 is left as it is: replacing what is wrong would make two names one.
std::string composed(std::string_view text) {
  if (!utf8::is_valid(text)) return std::string(text);
  std::vector<char32_t> points;
  utf8::for_each(text, [&](utf8::Decoded next, std::size_t) { points.push_back(next.code); });
  std::string out;
  for (std::span<const char32_t> rest = points; !rest.empty();) {
    const std::size_t length = cluster_length(rest);
    for (const char32_t code : compose(rest.first(length))) utf8::append(out, code);
    rest = rest.subspan(length);
  }
  return out;
}

std::string folded_word(std::string_view word) {
  return fold(word).text;
}

// "Mc" + "Donald" is one name; "Jane" + "Doe" are two.
bool begins_a_name(const std::string& word) {
  const std::string folded = folded_word(word);
  return utf8::count(word) <= 2 || folded == "mac" || folded == "van" || folded == "von" ||
         folded == "fitz";
}

// Words of letters or digits, parted by what is neither and by capitals as in "JaneDoeCV".
class Words {
 public:
  std::vector<std::string> of(std::string_view text) {
    utf8::for_each(text, [&](utf8::Decoded next, std::size_t at) { take(text, next, at); });
    end();
    return std::move(words_);
  }

 private:
  void take(std::string_view text, utf8::Decoded next, std::size_t at) {
    // A byte that is no UTF-8 may be a letter of some other encoding: it stays in the word.
    if (next.valid && !utf8::is_word(next.code) && next.code != U'\'' && next.code != U'’')
      return end();
    const bool upper = next.valid && utf8::is_upper(next.code);
    const std::size_t behind = at + next.length;
    const bool lower_next = behind < text.size() && utf8::is_lower(utf8::decode(text, behind).code);
    if (upper && !word_.empty() && (was_lower_ || (was_upper_ && lower_next)) &&
        !begins_a_name(word_))
      end();
    word_ += text.substr(at, next.length);
    was_upper_ = upper;
    was_lower_ = next.valid && utf8::is_lower(next.code);
  }

  void end() {
    if (!word_.empty()) words_.push_back(utf8::is_valid(word_) ? utf8::lower(word_) : word_);
    word_.clear();
    was_upper_ = was_lower_ = false;
  }

  std::vector<std::string> words_{};
  std::string word_{};
  bool was_upper_ = false;
  bool was_lower_ = false;
};

std::string_view without_extension(std::string_view file) {
  constexpr std::size_t longest = 5;  // ".docx", ".html"
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || file.size() - dot - 1 > longest) return file;
  return file.substr(0, dot);
}

bool stand_at(const std::vector<std::string_view>& wanted, const std::vector<std::string>& words,
              std::size_t at) {
  return at + wanted.size() <= words.size() &&
         std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

NameWords name_words(std::string_view file) {
  // File names of some systems come with their accents apart.
  const std::string stem = composed(without_extension(file));
  const std::vector<std::string> words = Words().of(stem);
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const std::string& word : words) folded.push_back(folded_word(word));
  NameWords found;
  for (std::size_t at = 0; at < words.size();) {
    const auto kind = std::find_if(kind_words().begin(), kind_words().end(), [&](const auto& row) {
      return stand_at(row.words, folded, at);
    });
    if (kind == kind_words().end()) {
      found.name += (found.name.empty() ? "" : "-") + words[at++];
      continue;
    }
    found.resume = found.resume || kind->says == Says::resume;
    found.letter = found.letter || kind->says == Says::letter;
    at += kind->words.size();
  }
  return found;
}

}  // namespace rapport
