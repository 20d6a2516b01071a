// The sentences of an application by their words alone, so that those which many applicants share
// can be found: what a template, or a friend, wrote for all of them.
//
//     • Answered 60 calls a day, in English and Spanish.
//     Answered 60 calls a day in English and Spanish        the same phrase
#pragma once

#include <vector>

#include "batch/record.hpp"

namespace rapport {

// Of resumes and letters, sorted by key, each once. Headings are none, nor is what honest people
// share: contact data, degrees, certificates, awards, languages, references.
[[nodiscard]] std::vector<PhraseRecord> phrases_of(const Application& application);

}  // namespace rapport
