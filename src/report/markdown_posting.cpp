#include "report/markdown_posting.hpp"

#include <fmt/format.h>

#include "report/comparison_text.hpp"
#include "report/markdown_text.hpp"

namespace rapport {

namespace {

std::string asking(const Comparison& comparison, const DemandedSkill& skill) {
  const auto units = asking_units(comparison, skill);
  if (units.empty()) return "";
  std::string text;
  for (const Fragment& fragment : units.front().quote(160)) {
    const std::string safe = markdown_text(fragment.text);
    text += fragment.marked ? fmt::format("<b>{}</b>", safe) : safe;
  }
  const std::string label = posting_label(comparison, *units.front().document);
  return fmt::format("“{}” ({})", text, markdown_text(units.front().place(label)));
}

std::string their_words(const Application& application) {
  std::string text;
  for (const DemandedSkill& skill : application.comparison->skills) {
    if (!skill.could_say) continue;
    std::string shown;
    for (const Fragment& fragment : carrying_unit(application, *skill.could_say).quote(120)) {
      const std::string safe = markdown_text(fragment.text);
      shown += fragment.marked ? fmt::format("<b>{}</b>", safe) : safe;
    }
    text += fmt::format("- **{}**: you show this as “{}”; they say “{}”\n",
                        markdown_text(skill.title), shown, markdown_text(skill.term));
  }
  if (text.empty()) return text;
  return "\n### Their words for what you show\n\n" + text +
         "\nUse their word where it is true of what you did.\n";
}

std::string keyword_list(const Comparison& comparison, bool present) {
  std::string text;
  for (const std::string& term : keyword_terms(comparison, present))
    text += (text.empty() ? "" : ", ") + markdown_text(term);
  return text.empty() ? text
                      : fmt::format("- {}: {}\n", present ? "In yours" : "Not in yours", text);
}

}  // namespace

std::string markdown_comparison(const Report& report) {
  if (!report.application->comparison) return "";
  const Comparison& comparison = *report.application->comparison;
  std::string text = comparison.postings.size() == 1 ? "\n### What the posting asks for\n\n"
                                                     : "\n### What the postings ask for\n\n";
  for (std::size_t i = 0; i < comparison.postings.size(); ++i) {
    text += fmt::format("- {}: {}\n", markdown_text(comparison.postings[i].document.name),
                        posting_summary(comparison, i));
  }
  if (!comparison.skills.empty())
    text += "\n| Skill | Yours | Wanted | Where they ask |\n| --- | --- | --- | --- |\n";
  for (const DemandedSkill& skill : comparison.skills) {
    text +=
        fmt::format("| {} | {} | {} | {} |\n", markdown_text(skill.title), level_word(skill.level),
                    wish_text(comparison, skill), asking(comparison, skill));
  }
  text += their_words(*report.application);
  const std::string words = keyword_list(comparison, false) + keyword_list(comparison, true);
  return words.empty() ? text : text + "\n### Their other words\n\n" + words;
}

}  // namespace rapport
