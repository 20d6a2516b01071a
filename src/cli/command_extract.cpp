// rapport extract: the text as a machine reads it.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "base/suggest.hpp"
#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "report/extract_writer.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::string file{};
  std::string kind{};
  std::string format = "text";
  std::string output{};
};

Result<ExtractView> choose_view(const std::string& typed) {
  if (auto view = extract_view(typed)) return *view;
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--format " + typed,
                    .message = "no such format",
                    .remedy = did_you_mean(typed, {"text", "units", "json"})});
}

// Where control characters would do harm; into a file or a pipe the text goes as it is.
bool shown_on_terminal(const std::string& output) {
  return is_standard_output(output) && isatty(STDOUT_FILENO) == 1;
}

Result<void> extract(const Typed& typed) {
  auto kind = parse_kind(typed.kind);
  if (!kind) return fail(std::move(kind.error()));
  auto view = choose_view(typed.format);
  if (!view) return fail(std::move(view.error()));
  if (auto writable = check_output(typed.output); !writable)
    return fail(std::move(writable.error()));
  auto document = open_document(typed.file, *kind);
  if (!document) return fail(std::move(document.error()));
  const ReportOptions options{.color = shown_on_terminal(typed.output)};
  return write_output(typed.output, write_extract(*document, *view, options));
}

}  // namespace

Action declare_extract(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "What an applicant-tracking system gets to see: reading order, headings, bullets. Where "
           "this is garbled, so is what an employer's software reads.",
           {{"rapport extract resume.pdf", "See whether columns, dates and bullets survive."},
            {"rapport extract resume.pdf -f units",
             "How the text is cut into sections, sentences and bullets."}});
  app.add_option("FILE", typed->file, "A document; - is standard input")->required();
  offer(*app.add_option("-f,--format", typed->format,
                        "text, units (sections and units with their places), or json")
             ->type_name("FMT")
             ->capture_default_str(),
        {"text", "units", "json"});
  add_kind_option(app, typed->kind);
  add_output_option(app, typed->output);
  add_config_options(app);
  return [typed] {
    auto extracted = extract(*typed);
    if (extracted) return done;
    complain(extracted.error());
    return failure;
  };
}

}  // namespace rapport::cli
