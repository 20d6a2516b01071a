// The stream, for machines: one JSON object a line in, one a line out.
//
//   {"id": "a", "text": "Comforted worried families.", "kind": "resume"}
//   {"id": "b", "path": "cv.pdf"}
//
// become
//
//   {"id":"a","skills":{"empathy":{"level":"demonstrated","evidence":[
//    {"text":"Comforted worried families","level":"demonstrated","start":0,"end":26,
//     "unit":"Comforted worried families."}]}}}
//   {"id":"b","error":"cv.pdf: does not exist (check the name)"}
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "batch/pipeline.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

namespace rapport {

struct Answer {
  std::string line{};  // with its newline
  bool failed = false;
};

// The answer to one line; `number` counts from 1 and is told where the line cannot be read at all.
// Pure but for the files that the line names; never fails, an error is an answer too.
[[nodiscard]] Answer answer(std::string_view line, std::size_t number, const Pipeline& pipeline,
                            const Profile& profile);

// The same for a line that never got here, and for a file that is named outright; its path is the
// id.
[[nodiscard]] Answer refusal(std::size_t number, std::string_view why);
[[nodiscard]] Answer answer_file(const std::string& path, const Pipeline& pipeline,
                                 const Profile& profile);

}  // namespace rapport
