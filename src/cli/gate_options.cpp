#include "cli/gate_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "base/suggest.hpp"
#include "cli/options.hpp"

namespace rapport::cli {

namespace {

Error usage(std::string subject, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = std::move(subject),
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

Result<void> check_skill(const std::string& option, const std::string& skill,
                         const Profile& profile) {
  std::vector<std::string> skills;
  for (const ProfileEntry& entry : profile.entries) skills.push_back(entry.skill);
  if (std::find(skills.begin(), skills.end(), skill) != skills.end()) return {};
  return fail(usage(option, fmt::format("no such skill in the profile {}", profile.id),
                    did_you_mean(skill, skills)));
}

Result<Requirement> parse_requirement(const std::string& typed, const Profile& profile) {
  const std::size_t equals = typed.find('=');
  Requirement requirement{.skill = typed.substr(0, equals)};
  if (auto known = check_skill("--require " + typed, requirement.skill, profile); !known)
    return fail(std::move(known.error()));
  if (equals == std::string::npos) return requirement;
  const std::string name = typed.substr(equals + 1);
  const auto wanted = level(name);
  if (!wanted || *wanted == Level::none)
    return fail(usage("--require " + typed, "no such level",
                      did_you_mean(name, {"claimed", "demonstrated", "quantified"})));
  requirement.level = *wanted;
  return requirement;
}

int* number_of(TypedGates& gates, std::string_view key) {
  if (key == "min-covered") return &gates.min_covered;
  if (key == "min-demonstrated") return &gates.min_demonstrated;
  if (key == "max-findings") return &gates.max_findings;
  return nullptr;
}

Result<void> apply(const Setting& setting, TypedGates& gates) {
  int* number = number_of(gates, setting.key);
  for (const std::string& value : setting.values) {
    if (number == nullptr) {
      (setting.key == "require-slot" ? gates.slots : gates.require).push_back(value);
      continue;
    }
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), *number);
    if (code != std::errc() || end != value.data() + value.size() || *number < 0)
      return fail(fault_in(setting, fmt::format("`{}` takes a whole number", setting.key),
                           "write 0 or more"));
  }
  return {};
}

}  // namespace

void add_gate_options(CLI::App& app, TypedGates& typed) {
  app.add_option("--require", typed.require,
                 "Fail unless the skill is there, at this level or better; may be repeated")
      ->type_name("SKILL[=LEVEL]")
      ->allow_extra_args(false)
      ->group("Gates");
  app.add_option("--require-slot", typed.slots,
                 "Fail unless a template has a place for the skill: a phrasing with placeholders, "
                 "or a heading or placeholder that names it; with --template, may be repeated")
      ->type_name("SKILL")
      ->allow_extra_args(false)
      ->group("Gates");
  add_number_option(app, "--min-covered", typed.min_covered, 0,
                    "Fail unless this many skills are claimed or better")
      ->group("Gates");
  add_number_option(app, "--min-demonstrated", typed.min_demonstrated, 0,
                    "Fail unless this many skills are demonstrated or quantified")
      ->group("Gates");
  add_number_option(app, "--max-findings", typed.max_findings, 0,
                    "Fail when there are more findings than this: faults of writing, and what "
                    "machines would not read")
      ->group("Gates");
}

Result<Gates> parse_gates(const TypedGates& typed, const Profile& profile, bool is_template) {
  Gates gates{.min_covered = typed.min_covered,
              .min_demonstrated = typed.min_demonstrated,
              .max_findings = typed.max_findings};
  for (const std::string& text : typed.require) {
    auto requirement = parse_requirement(text, profile);
    if (!requirement) return fail(std::move(requirement.error()));
    gates.required.push_back(std::move(*requirement));
  }
  for (const std::string& skill : typed.slots) {
    if (!is_template)
      return fail(usage("--require-slot " + skill, "only templates have slots", "add --template"));
    if (auto known = check_skill("--require-slot " + skill, skill, profile); !known)
      return fail(std::move(known.error()));
  }
  gates.slots = typed.slots;
  const int most = static_cast<int>(profile.entries.size());
  if (std::max(typed.min_covered, typed.min_demonstrated) > most)
    return fail(usage(typed.min_covered > most ? "--min-covered" : "--min-demonstrated",
                      fmt::format("the profile {} has only {} skills", profile.id, most),
                      fmt::format("ask for {} or fewer", most)));
  return gates;
}

Result<TypedGates> with_rules(TypedGates typed, const std::vector<FileRule>& rules) {
  for (const FileRule& rule : rules) {
    for (const Setting& setting : rule.settings) {
      if (auto applied = apply(setting, typed); !applied) return fail(std::move(applied.error()));
    }
  }
  return typed;
}

}  // namespace rapport::cli
