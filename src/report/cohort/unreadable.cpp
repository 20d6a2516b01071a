// What could not be read, by cause, since a whole folder often fails for one reason.
#include <algorithm>

#include "report/cohort/parts.hpp"

namespace rapport::cohort {
namespace {

constexpr std::size_t files_in_sight = 10;

struct Trouble {
  std::string cause{};
  std::string remedy{};
  std::vector<std::string> files{};
};

std::vector<Trouble> troubles_of(const CohortReport& report) {
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  std::vector<Trouble> troubles;
  for (const UnreadableFile& file : report.unreadable) {
    const auto [entry, fresh] = known.try_emplace({file.cause, file.remedy}, troubles.size());
    if (fresh) troubles.push_back({.cause = file.cause, .remedy = file.remedy});
    troubles[entry->second].files.push_back(file.file);
  }
  std::ranges::stable_sort(troubles, std::greater{},
                           [](const Trouble& trouble) { return trouble.files.size(); });
  return troubles;
}

Html files(std::span<const std::string> names) {
  Html html;
  html.put("<ul class=\"file-list\">\n");
  for (const std::string& name : names) html.put("<li><bdi>{}</bdi></li>\n", name);
  return html.put("</ul>\n");
}

Html told(const Trouble& trouble) {
  Html html;
  html.put("<li class=\"error\"><p><b>{}: {}</b></p>\n",
           counted(trouble.files.size(), "file", "files"), trouble.cause);
  if (!trouble.remedy.empty()) html.put("<p class=\"remedy\">{}</p>\n", trouble.remedy);
  const std::span<const std::string> all = trouble.files;
  html.add(files(all.first(std::min(files_in_sight, all.size()))));
  if (all.size() > files_in_sight) {
    html.put("<details><summary>and {} more</summary>\n{}</details>\n",
             grouped(all.size() - files_in_sight), files(all.subspan(files_in_sight)));
  }
  return html.put("</li>\n");
}

}  // namespace

Html unreadable(const CohortView& view) {
  Html html;
  if (view.report.unreadable.empty()) return html;
  html = open_part("unreadable",
                   counted(view.report.unreadable.size(), "file", "files") + " could not be read");
  html.put("<p>Nothing in these was counted.</p>\n<ul class=\"finding-list\">\n");
  for (const Trouble& trouble : troubles_of(view.report)) html.add(told(trouble));
  return html.put("</ul>\n</section>\n");
}

}  // namespace rapport::cohort
