// rapport extract: the text as a machine reads it.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "assess/reading_order.hpp"
#include "base/suggest.hpp"
#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/safety.hpp"
#include "cli/settings.hpp"
#include "report/extract_writer.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::string file{};
  std::string kind{};
  std::string as = "reading";
  std::string format = "text";
  bool quiet = false;
  std::string output{};
};

Result<ExtractView> choose_view(const std::string& typed) {
  if (auto view = extract_view(typed)) return *view;
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--format " + typed,
                    .message = "no such format",
                    .remedy = did_you_mean(typed, {"text", "units", "json"})});
}

Result<ExtractAs> choose_as(const std::string& typed) {
  if (auto as = extract_as(typed)) return *as;
  return fail(Error{.kind = ErrorKind::usage,
                    .subject = "--as " + typed,
                    .message = "no such way to read",
                    .remedy = did_you_mean(typed, {"reading", "naive", "hidden"})});
}

// Where control characters would do harm; into a file or a pipe the text goes as it is.
bool shown_on_terminal(const std::string& output) {
  return is_standard_output(output) && isatty(STDOUT_FILENO) == 1;
}

// The text is for programs, and goes to standard output alone.
void tell(const Document& document) {
  for (const Finding& finding : document.source.findings) {
    complain(Error{.subject = document.name, .message = finding.message, .remedy = finding.remedy});
  }
}

std::string extracted(Document document, ExtractAs as, ExtractView view,
                      const ReportOptions& options) {
  if (as == ExtractAs::hidden && view != ExtractView::json) return write_hidden(document, options);
  if (as == ExtractAs::naive) {
    if (auto naive = naive_document(document)) document = std::move(*naive);
  }
  return write_extract(document, view, options);
}

Result<void> extract(const Typed& typed) {
  auto kind = parse_kind(typed.kind);
  if (!kind) return fail(std::move(kind.error()));
  auto view = choose_view(typed.format);
  if (!view) return fail(std::move(view.error()));
  auto as = choose_as(typed.as);
  if (!as) return fail(std::move(as.error()));
  if (auto writable = check_output(typed.output); !writable)
    return fail(std::move(writable.error()));
  warn_without_sandbox();
  const auto isolated = IsolatedExtractor::make(limits_for({&typed.file, 1}));
  if (!isolated) return fail(isolated.error());
  auto document = open_document(typed.file, *kind, Pictures::leave_out, **isolated);
  if (!document) return fail(std::move(document.error()));
  if (!typed.quiet && *view != ExtractView::json) tell(*document);
  const bool on_terminal = shown_on_terminal(typed.output);
  const ReportOptions options{.color = on_terminal, .terminal = on_terminal};
  return write_output(typed.output, extracted(std::move(*document), *as, *view, options));
}

}  // namespace

Action declare_extract(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(app,
           "What an applicant-tracking system gets to see: reading order, headings, bullets. Where "
           "this is garbled, so is what an employer's software reads. What is odd about the file "
           "(hidden words, text in pictures, columns) is said on standard error.",
           {{"rapport extract resume.pdf", "See whether columns, dates and bullets survive."},
            {"rapport extract resume.pdf --as naive",
             "What a program gets that reads straight across the columns."},
            {"rapport extract resume.pdf --as hidden",
             "Words that are in the file and in nobody's sight."},
            {"rapport extract resume.pdf -f units",
             "How the text is cut into sections, sentences and bullets."}});
  app.add_option("FILE", typed->file, "A document; - is standard input")->required();
  offer(*app.add_option("-f,--format", typed->format,
                        "text, units (sections and units with their places), or json")
             ->type_name("FMT")
             ->capture_default_str(),
        {"text", "units", "json"});
  offer(*app.add_option("--as", typed->as,
                        "reading (as a person reads), naive (straight across columns), or hidden "
                        "(only what a person does not see)")
             ->type_name("WAY")
             ->capture_default_str(),
        {"reading", "naive", "hidden"});
  add_kind_option(app, typed->kind);
  add_output_option(app, typed->output);
  add_config_options(app);
  app.add_flag("-q,--quiet", typed->quiet, "Do not say what is odd about the file");
  return [typed] {
    auto printed = extract(*typed);
    if (printed) return done;
    complain(printed.error());
    return failure;
  };
}

}  // namespace rapport::cli
