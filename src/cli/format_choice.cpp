#include "cli/format_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/suggest.hpp"
#include "cli/checkout.hpp"
#include "cli/job_summary.hpp"
#include "cli/output.hpp"

namespace rapport::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> usage(std::string subject, std::string message, std::string remedy) {
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = std::move(subject),
                    .message = std::move(message),
                    .remedy = std::move(remedy)});
}

Result<FormatChoice> parse(const std::string& typed) {
  const std::size_t equals = typed.find('=');
  const std::string name = typed.substr(0, equals);
  const Writer* chosen = writer(name);
  if (chosen == nullptr)
    return usage("--format " + typed, "no such format", did_you_mean(name, format_names()));
  if (equals == std::string::npos) return FormatChoice{.writer = chosen};
  if (equals + 1 == typed.size())
    return usage("--format " + typed, "names no file", fmt::format("write {}=FILE", name));
  return FormatChoice{.writer = chosen, .path = typed.substr(equals + 1)};
}

bool same_file(const std::string& one, const std::string& other) {
  std::error_code ignored;
  if (fs::equivalent(one, other, ignored)) return true;
  return fs::weakly_canonical(one, ignored) == fs::weakly_canonical(other, ignored);
}

bool is_device(const std::string& path) {
  std::error_code ignored;
  return fs::is_character_file(path, ignored);
}

// -o is for the format that names no file of its own.
Result<void> give_output(std::vector<FormatChoice>& choices, const std::string& output) {
  if (output.empty()) return {};
  const auto is_open = [](const FormatChoice& choice) { return choice.path.empty(); };
  // Of several that name no file, -o is for none: one of them is told to be too many.
  if (std::ranges::count_if(choices, is_open) > 1) return {};
  const auto open = std::ranges::find_if(choices, is_open);
  if (open == choices.end())
    return usage("--output " + output, "every format has a file of its own",
                 "leave it out, or name a format without =FILE");
  open->path = output;
  return {};
}

Result<void> check_places(const std::vector<FormatChoice>& choices,
                          const std::vector<std::string>& inputs) {
  std::vector<std::string> files;
  bool screen = false;
  for (const FormatChoice& choice : choices) {
    const std::string& path = choice.path;
    const std::string name(choice.writer->name());
    if (is_standard_output(path)) {
      if (std::exchange(screen, true))
        return usage("--format " + name, "only one format can go to standard output",
                     fmt::format("give it a file: {}=FILE", name));
      continue;
    }
    if (auto writable = check_output(path); !writable) return writable;
    if (is_device(path)) continue;
    const auto same = [&](const std::string& other) { return same_file(path, other); };
    if (std::ranges::any_of(files, same))
      return usage(path, "two formats cannot go to one file", "give each a file of its own");
    if (std::ranges::any_of(inputs, same))
      return usage(path, "the report would replace a document that is to be read",
                   "give the report another name");
    files.push_back(path);
  }
  return {};
}

Outcome write(const FormatChoice& choice, std::span<const Report> reports,
              const Presentation& presentation) {
  ReportOptions options = presentation.options;
  const bool to_file = !is_standard_output(choice.path);
  options.color = use_color(presentation.color, to_file);
  options.links = use_links(presentation.links, presentation.color, to_file);
  const auto written = write_output(choice.path, choice.writer->write(reports, options));
  if (written) return done;
  complain(written.error());
  return failure;
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Writer* known : writers()) names.emplace_back(known->name());
  return names;
}

std::string format_help() {
  std::string list = "How to report, to a file with =FILE; may be repeated:";
  for (const Writer* known : writers())
    list += fmt::format(" {} ({}),", known->name(), known->description());
  list.pop_back();
  return list;
}

Result<std::vector<FormatChoice>> choose_formats(const std::vector<std::string>& typed,
                                                 const std::string& output,
                                                 const std::vector<std::string>& inputs) {
  std::vector<FormatChoice> choices;
  for (const std::string& text : typed) {
    auto choice = parse(text);
    if (!choice) return fail(std::move(choice.error()));
    choices.push_back(std::move(*choice));
  }
  if (choices.empty()) choices.push_back({.writer = writer("terminal")});
  if (auto given = give_output(choices, output); !given) return fail(std::move(given.error()));
  if (auto fine = check_places(choices, inputs); !fine) return fail(std::move(fine.error()));
  return choices;
}

bool any_on_screen(const std::vector<FormatChoice>& choices) {
  return std::ranges::any_of(
      choices, [](const FormatChoice& choice) { return is_standard_output(choice.path); });
}

bool wants_page_images(const std::vector<FormatChoice>& choices) {
  return std::ranges::any_of(
      choices, [](const FormatChoice& choice) { return choice.writer->wants_page_images(); });
}

Outcome write_reports(const std::vector<FormatChoice>& choices, std::span<const Report> reports,
                      const Presentation& presentation) {
  Presentation completed = presentation;
  const Checkout checkout = find_checkout();
  completed.options.folder = checkout.folder;
  completed.options.root = checkout.root;
  completed.options.now = report_time();
  Outcome outcome;
  for (const bool screen : {false, true}) {
    for (const FormatChoice& choice : choices) {
      if (is_standard_output(choice.path) != screen || (screen && presentation.quiet)) continue;
      outcome += write(choice, reports, completed);
    }
  }
  const bool annotates = std::ranges::any_of(
      choices, [](const FormatChoice& choice) { return choice.writer->name() == "github"; });
  if (!annotates) return outcome;
  if (auto summed = add_job_summary(reports, completed.options); !summed) {
    complain(summed.error());
    outcome += failure;
  }
  return outcome;
}

}  // namespace rapport::cli
