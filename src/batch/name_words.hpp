// What the name of a document's file says: whose it is, and what kind of document.
//
//     Smith_CV.pdf             smith      resume
//     smith cover letter.docx  smith      letter
//     Resume - Jane Doe.pdf    jane-doe   resume
//     JaneDoeCoverLetter.odt   jane-doe   letter
//     resume (2).pdf           2          resume
//
// Numbers stay in the name: to take two people for one is worse than one for two.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

struct NameWords {
  std::string name{};  // in lower case, words joined by "-"; empty where no word is left
  bool resume = false;
  bool letter = false;
};

// `file` has no folder in front.
[[nodiscard]] NameWords name_words(std::string_view file);

}  // namespace rapport
