// Which documents are one application. An application's name is a function of one path and of what
// was found for the whole batch (its roots, and the rule that `auto` settled on), so that any
// number of files can be grouped one by one:
//
//     folder   applications/smith/cv.pdf, applications/smith/letter.docx      smith
//     prefix   class/Smith_CV.pdf, class/smith cover letter.docx              smith
//     none     class/smith.pdf                                                smith.pdf
//     regex    ([0-9]{6})  over  in/2024-123456-resume.pdf                    123456
//
// Below one root, names are relative to it; of several roots, each gives its name as well.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/collect.hpp"
#include "rapport/result.hpp"

namespace rapport {

class NamePattern;

class Grouping {
 public:
  // "auto", "folder", "prefix", "none" or a regular expression whose first group, or whole match,
  // is the name; it is sought in the path below the root. `auto` is `folder` where most folders
  // below the roots hold what could be one application (at most one resume, one letter and one
  // other file, by their names), and `prefix` elsewhere and for files right in a root.
  [[nodiscard]] static Result<Grouping> make(std::string_view how,
                                             const std::vector<FoundFile>& files);
  Grouping(Grouping&&) noexcept;
  Grouping& operator=(Grouping&&) noexcept;
  ~Grouping();

  // Never empty. A file that the expression does not match is an application of its own. Safe to
  // call from several threads.
  [[nodiscard]] std::string name_of(const FoundFile& file) const;

  // "folder", "prefix", "none" or "regex": what `auto` settled on, to be told and kept.
  [[nodiscard]] std::string_view rule() const;
  [[nodiscard]] std::string why() const;  // in words, for --dry-run

 private:
  enum class Rule { folder, prefix, none, regex };
  // How names of what is below a root begin.
  struct RootName {
    std::string root{};
    std::string prefix{};  // "class-a/"; empty where there is no other root
    std::string own{};     // "class-a": the name of the root itself
  };
  Grouping();

  void name_roots(const std::vector<FoundFile>& files);
  void choose(const std::vector<FoundFile>& files);
  [[nodiscard]] const RootName* root_of(const FoundFile& file) const;
  [[nodiscard]] std::string by_folder(const std::string& folder, const std::string& file,
                                      const RootName* root) const;

  Rule rule_ = Rule::none;
  std::string why_{};    // what made `auto` choose it
  bool chosen_ = false;  // by `auto`
  std::unique_ptr<const NamePattern> pattern_{};
  std::vector<RootName> roots_{};
};

struct ApplicationFiles {
  std::string name{};
  std::vector<std::string> paths{};  // sorted; never empty
};

// Sorted by name. Every file is in exactly one application.
[[nodiscard]] std::vector<ApplicationFiles> group_files(const std::vector<FoundFile>& files,
                                                        const Grouping& grouping);

// More documents than an application has are a sign of a wrong rule: reading them as one would
// praise one person for the work of many. The error is told for each of its documents, and none of
// them is read.
inline constexpr std::size_t most_documents = 12;
[[nodiscard]] std::optional<Error> overcrowded(const ApplicationFiles& application);

}  // namespace rapport
