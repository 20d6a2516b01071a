#include "batch/grouping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "batch/name_words.hpp"
#include "batch/path_pattern.hpp"
#include "match/name_pattern.hpp"

namespace rapport {

namespace {

namespace fs = std::filesystem;

struct SplitPath {
  std::string folder{};  // "" where there is none
  std::string file{};
};

SplitPath split(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {.file = path};
  return {.folder = path.substr(0, slash), .file = path.substr(slash + 1)};
}

// Below its root; without a slash in front where it was named outright.
std::string relative(const FoundFile& file) {
  std::string_view path = file.path;
  if (!file.root.empty() && path.starts_with(file.root)) path.remove_prefix(file.root.size());
  while (path.starts_with('/')) path.remove_prefix(1);
  return std::string(path);
}

std::vector<std::string> absolute_parts(const std::string& root) {
  std::error_code ignored;
  const fs::path absolute = fs::absolute(root, ignored);
  return path_parts((absolute.empty() ? fs::path(root) : absolute).lexically_normal().string());
}

std::string tail(const std::vector<std::string>& parts, std::size_t length) {
  std::string text;
  for (std::size_t i = parts.size() - std::min(length, parts.size()); i < parts.size(); ++i)
    text += (text.empty() ? "" : "/") + parts[i];
  return text;
}

// The fewest last parts of each path by which no two are the same: "a/in", "b/in".
std::vector<std::string> distinct_tails(const std::vector<std::vector<std::string>>& paths) {
  std::size_t longest = 1;
  for (const auto& parts : paths) longest = std::max(longest, parts.size());
  std::vector<std::string> tails;
  for (std::size_t length = 1; length <= longest; ++length) {
    tails.clear();
    for (const auto& parts : paths) tails.push_back(tail(parts, length));
    if (std::set<std::string>(tails.begin(), tails.end()).size() == tails.size()) break;
  }
  return tails;
}

// What the files of one folder are, by their names.
struct FolderTally {
  int resumes = 0;
  int letters = 0;
  int others = 0;

  void add(const std::string& file) {
    const NameWords words = name_words(file);
    ++(words.resume ? resumes : words.letter ? letters : others);
  }
  [[nodiscard]] bool could_be_one() const { return resumes <= 1 && letters <= 1 && others <= 1; }
};

}  // namespace

Grouping::Grouping() = default;
Grouping::Grouping(Grouping&&) noexcept = default;
Grouping& Grouping::operator=(Grouping&&) noexcept = default;
Grouping::~Grouping() = default;

Result<Grouping> Grouping::make(std::string_view how, const std::vector<FoundFile>& files) {
  Grouping grouping;
  grouping.name_roots(files);
  const std::map<std::string_view, Rule> rules = {
      {"folder", Rule::folder}, {"prefix", Rule::prefix}, {"none", Rule::none}};
  if (const auto named = rules.find(how); named != rules.end()) {
    grouping.rule_ = named->second;
  } else if (how == "auto" || how.empty()) {
    grouping.choose(files);
  } else {
    auto pattern = NamePattern::make(std::string(how));
    if (!pattern) return fail(std::move(pattern.error()));
    grouping.rule_ = Rule::regex;
    grouping.pattern_ = std::make_unique<const NamePattern>(std::move(*pattern));
  }
  return grouping;
}

void Grouping::name_roots(const std::vector<FoundFile>& files) {
  std::set<std::string> roots;
  bool loose = false;
  for (const FoundFile& file : files) {
    loose = loose || file.root.empty();
    if (!file.root.empty()) roots.insert(file.root);
  }
  std::vector<std::vector<std::string>> paths;
  paths.reserve(roots.size());
  for (const std::string& root : roots) paths.push_back(absolute_parts(root));
  const std::vector<std::string> tails = distinct_tails(paths);
  const bool alone = roots.size() == 1 && !loose;
  std::size_t i = 0;
  for (const std::string& root : roots) {
    const std::string& own = tails[i++];
    roots_.push_back({.root = root, .prefix = alone ? "" : own + '/', .own = own});
  }
}

// A root itself counts as a folder where there are several, as in `batch applications/*/`.
void Grouping::choose(const std::vector<FoundFile>& files) {
  std::map<std::pair<std::string, std::string>, FolderTally> folders;
  for (const FoundFile& file : files) {
    const auto [folder, name] = split(relative(file));
    if (!folder.empty() || (roots_.size() > 1 && !file.root.empty()))
      folders[{file.root, folder}].add(name);
  }
  const auto single = std::count_if(folders.begin(), folders.end(), [](const auto& folder) {
    return folder.second.could_be_one();
  });
  const auto all = static_cast<std::ptrdiff_t>(folders.size());
  chosen_ = true;
  rule_ = single * 2 > all ? Rule::folder : Rule::prefix;
  why_ = all == 0 ? "the documents are in no folders of their own"
                  : fmt::format("{} of {} folders hold what could be one application", single, all);
}

const Grouping::RootName* Grouping::root_of(const FoundFile& file) const {
  if (file.root.empty()) return nullptr;
  const auto found = std::find_if(roots_.begin(), roots_.end(),
                                  [&](const RootName& name) { return name.root == file.root; });
  return found == roots_.end() ? nullptr : &*found;
}

std::string Grouping::by_folder(const std::string& folder, const std::string& file,
                                const RootName* root) const {
  const std::string prefix = root != nullptr ? root->prefix : "";
  if (!folder.empty()) return prefix + folder;
  // Right in the root: `auto` means folders below it, and takes such files one by one.
  if (root != nullptr && (!chosen_ || roots_.size() > 1)) return root->own;
  const std::string name = name_words(file).name;
  return prefix + (name.empty() ? file : name);
}

std::string Grouping::name_of(const FoundFile& file) const {
  const RootName* root = root_of(file);
  const std::string prefix = root != nullptr ? root->prefix : "";
  const std::string path = relative(file);
  const auto [folder, name] = split(path);
  switch (rule_) {
    case Rule::folder:
      return by_folder(folder, name, root);
    case Rule::prefix: {
      const std::string words = name_words(name).name;
      if (words.empty()) return by_folder(folder, name, root);
      return prefix + (folder.empty() ? "" : folder + '/') + words;
    }
    case Rule::regex:
      if (auto found = pattern_->find(path)) return *found;
      break;
    case Rule::none:
      break;
  }
  return prefix + path;
}

std::string_view Grouping::rule() const {
  switch (rule_) {
    case Rule::folder:
      return "folder";
    case Rule::prefix:
      return "prefix";
    case Rule::regex:
      return "regex";
    case Rule::none:
      break;
  }
  return "none";
}

std::string Grouping::why() const {
  switch (rule_) {
    case Rule::folder:
      return "each folder is an application" + (chosen_ ? ": " + why_ : std::string());
    case Rule::prefix:
      return "files whose names differ only in resume, CV or letter are one application" +
             (chosen_ ? ": " + why_ : std::string());
    case Rule::regex:
      return "files in whose paths the expression finds the same are one application";
    case Rule::none:
      break;
  }
  return "each file is an application";
}

std::vector<ApplicationFiles> group_files(const std::vector<FoundFile>& files,
                                          const Grouping& grouping) {
  std::map<std::string, std::vector<std::string>> groups;
  for (const FoundFile& file : files) groups[grouping.name_of(file)].push_back(file.path);
  std::vector<ApplicationFiles> applications;
  applications.reserve(groups.size());
  for (auto& [name, paths] : groups) {
    std::sort(paths.begin(), paths.end());
    applications.push_back({.name = name, .paths = std::move(paths)});
  }
  return applications;
}

std::optional<Error> overcrowded(const ApplicationFiles& application) {
  if (application.paths.size() <= most_documents) return std::nullopt;
  return Error{
      .subject = application.name,
      .message = fmt::format("{} documents are no single application", application.paths.size()),
      .remedy = "choose another --group-by"};
}

}  // namespace rapport
