// The judge of postings: tells what a posting asks of an applicant from what it says of itself.
//
//     We are a caring team, looking for an agent with patience. Empathy is a plus.
//     ------             ~~~~~~~~~~~~~~                                -----------
//
// Each piece of evidence belongs to the nearest wording that governs it; where there is none, to
// the part of the posting that it stands in. The wordings are data (lexicons/en/posting.toml).
#pragma once

#include <memory>
#include <vector>

#include "rapport/lexicon.hpp"
#include "rapport/posting.hpp"
#include "rapport/result.hpp"

namespace rapport {

class PostingJudge {
 public:
  // The lexicon must outlive the judge.
  [[nodiscard]] static Result<PostingJudge> make(const Lexicon& lexicon);
  PostingJudge(PostingJudge&&) noexcept;
  PostingJudge& operator=(PostingJudge&&) noexcept;
  ~PostingJudge();

  // Rejects the evidence that nobody asks for; sets `wishes` and `parts`. Thread-safe.
  void judge(Posting& posting) const;

 private:
  class Impl;
  explicit PostingJudge(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport
