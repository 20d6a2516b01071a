// Cohort: what many applications have and lack, as counts and nothing finer.
#pragma once

#include <string>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

struct SkillCount {
  std::string title{};
  int missing = 0;
  int claimed = 0;
  int demonstrated = 0;
  int quantified = 0;
};

class Cohort {
 public:
  explicit Cohort(const Profile& profile);

  // `assessment` is one by the same profile.
  void add(const Assessment& assessment);

  [[nodiscard]] int size() const { return size_; }
  // Most often missing first; then as in the profile.
  [[nodiscard]] std::vector<SkillCount> gaps() const;

 private:
  std::vector<SkillCount> counts_{};
  int size_ = 0;
};

}  // namespace rapport
