#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "lexicon/embedded.hpp"
#include "lexicon/load.hpp"
#include "lexicon/toml_file.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

namespace {

constexpr std::string_view profile_folder = "lexicons/profiles/";

std::string_view profile_name(std::string_view file) {
  file.remove_prefix(profile_folder.size());
  return file.substr(0, file.rfind('.'));
}

Profile every_skill(const Lexicon& lexicon) {
  Profile profile{.id = "all", .title = "All skills", .source = "the lexicon"};
  for (const Skill& skill : lexicon.skills) profile.entries.push_back({skill.id, skill.title});
  return profile;
}

void check_skill(TomlFile& file, const toml::table& table, std::string_view id,
                 const Lexicon& lexicon) {
  if (id.empty() || lexicon.find(id)) return;
  file.set_fault(file.error(table, fmt::format("no skill `{}` in the lexicon", id),
                            "`rapport lexicon list` prints them"));
}

}  // namespace

Result<Profile> parse_profile(std::string name, std::string_view text, const Lexicon& lexicon) {
  auto file = TomlFile::parse(std::move(name), text);
  if (!file) return fail(file.error());
  Profile profile;
  file->expect_only(file->table(), {"id", "title", "source", "skill"});
  profile.id = file->string(file->table(), "id", true);
  profile.title = file->string(file->table(), "title", true);
  profile.source = file->string(file->table(), "source", false);
  for (const toml::table* table : file->tables(file->table(), "skill")) {
    file->expect_only(*table, {"id", "title", "also"});
    ProfileEntry entry;
    entry.skill = file->string(*table, "id", true);
    entry.title = file->string(*table, "title", false);
    entry.also = file->strings(*table, "also");
    check_skill(*file, *table, entry.skill, lexicon);
    for (const std::string& also : entry.also) check_skill(*file, *table, also, lexicon);
    if (entry.title.empty() && lexicon.find(entry.skill)) {
      entry.title = lexicon.find(entry.skill)->title;
    }
    profile.entries.push_back(std::move(entry));
  }
  if (profile.entries.empty()) {
    file->set_fault(file->error(file->table(), "a profile without skills", "add [[skill]]"));
  }
  if (file->fault()) return fail(*file->fault());
  return profile;
}

std::vector<std::string> builtin_profiles() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name.starts_with(profile_folder)) names.emplace_back(profile_name(file.name));
  }
  std::ranges::sort(names);
  return names;
}

Result<Profile> load_profile(std::string_view name, const Lexicon& lexicon) {
  if (name == "all") return every_skill(lexicon);
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name.starts_with(profile_folder) && profile_name(file.name) == name) {
      return parse_profile(std::string(file.name), file.text, lexicon);
    }
  }
  std::ifstream stream{std::string(name), std::ios::binary};
  if (!stream.is_open()) {
    return fail({.kind = ErrorKind::configuration,
                 .subject = std::string(name),
                 .message = "no such profile, nor a file of that name",
                 .remedy = fmt::format("one of: {}, all", fmt::join(builtin_profiles(), ", "))});
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return parse_profile(std::string(name), text, lexicon);
}

}  // namespace rapport
