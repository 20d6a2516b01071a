#include "batch/cohort.hpp"

#include <algorithm>

namespace rapport {

namespace {

int& count_of(SkillCount& count, Level level) {
  switch (level) {
    case Level::claimed:
      return count.claimed;
    case Level::demonstrated:
      return count.demonstrated;
    case Level::quantified:
      return count.quantified;
    case Level::none:
      break;
  }
  return count.missing;
}

}  // namespace

Cohort::Cohort(const Profile& profile) {
  for (const ProfileEntry& entry : profile.entries) counts_.push_back({.title = entry.title});
}

void Cohort::add(const Assessment& assessment) {
  ++size_;
  for (std::size_t i = 0; i < counts_.size() && i < assessment.skills.size(); ++i)
    ++count_of(counts_[i], assessment.skills[i].level);
}

std::vector<SkillCount> Cohort::gaps() const {
  std::vector<SkillCount> sorted = counts_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const SkillCount& a, const SkillCount& b) { return a.missing > b.missing; });
  return sorted;
}

}  // namespace rapport
