#include "cli/safety.hpp"

#include <fmt/format.h>

#include "base/bounds.hpp"
#include "batch/sandbox.hpp"
#include "batch/sandbox_probe.hpp"
#include "cli/console.hpp"

namespace rapport::cli {

namespace {

std::string mebibytes(std::size_t bytes) {
  return fmt::format("{} MiB", bytes >> 20U);
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string process_limits() {
  const ChildLimits limits;
  return fmt::format("{} s, {} s of the processor and {} of memory",
                     std::chrono::ceil<std::chrono::seconds>(limits.wall).count(),
                     limits.cpu.count(), mebibytes(limits.memory));
}

}  // namespace

void warn_without_sandbox() {
  if (sandbox_support().calls) return;
  note(
      "rapport: warning: this system has no seccomp, so the processes that read documents are not "
      "kept from the network and from writing files");
}

Result<std::unique_ptr<const Pipeline>> make_confined(
    const std::vector<std::string>& lexicon_folders, const Isolation& isolation) {
  warn_without_sandbox();
  return Pipeline::make_isolated(lexicon_folders, isolation);
}

Result<std::string> safety_report() {
  const auto holes = probe_sandbox();
  if (!holes) return fail(holes.error());
  const SandboxSupport support = sandbox_support();
  std::string text = fmt::format(
      "Each document is read in a process of its own, within {}.\n"
      "Tried just now, in such a process:\n",
      process_limits());
  const auto line = [&](std::string_view what, bool could) {
    text += fmt::format("  {:<24}{}\n", what, could ? "possible" : "refused");
  };
  line("use the network", holes->network);
  line("write to a file", holes->writing);
  line("start a process", holes->processes);
  line("read other files", holes->reading);
  text += fmt::format(
      "This system has {} and {}.\n", support.calls ? "seccomp filters" : "no seccomp filters",
      support.files > 0 ? fmt::format("Landlock (version {})", support.files) : "no Landlock");
  return text;
}

Table limits() {
  return {
      {"process", fmt::format("a document may take {}; more is an error (rapport batch: --timeout, "
                              "--memory)",
                              process_limits())},
      {"file", fmt::format("{}; a larger one is refused", mebibytes(max_input))},
      {"archive", fmt::format("a DOCX or ODT may unpack to {}, with {} of names of parts; more is "
                              "refused",
                              mebibytes(max_inflated), mebibytes(max_directory))},
      {"XML",
       fmt::format("elements {} deep, {} attributes and {} in one element; what is beyond is "
                   "left out and told, or refused",
                   max_xml_depth, grouped(max_xml_attributes), mebibytes(max_xml_stretch))},
      {"PDF",
       fmt::format("the first {} pages and {} words ({} of a page), {} pages drawn for an "
                   "HTML report; more is told",
                   max_pages, grouped(max_words), grouped(max_words_on_page), max_drawn_pages)},
      {"text",
       fmt::format("the first {} or {} lines, and {} sentences; a sentence beyond {} bytes "
                   "counts as several; more is told",
                   mebibytes(max_text), grouped(max_lines), grouped(max_units), grouped(max_unit))},
      {"lexicon", fmt::format("a folder given with --lexicon may hold {}; more is refused",
                              mebibytes(max_lexicon))},
      {"JSON", fmt::format("{} levels, in a line of the stream and in a baseline", max_json_depth)},
      {"report", fmt::format("of one document {} pieces of evidence, {} writing faults, {} pieces "
                             "of hidden text and {} other findings; more is told",
                             grouped(max_evidence), max_remarks, max_hidden, max_findings)},
  };
}

}  // namespace rapport::cli
