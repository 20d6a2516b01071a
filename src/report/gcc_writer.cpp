// One line for each result, as compilers print theirs: what editors and many CI services can read.
//
//   resume.txt:12:3: note: Empathy is only claimed: “Empathetic” [skill-claimed/empathy]
#include <fmt/format.h>

#include "rapport/writer.hpp"
#include "report/display.hpp"
#include "report/gcc_line.hpp"

namespace rapport {

std::string gcc_line(const ResultItem& item) {
  const std::string name = item.where.document == "-" ? "<stdin>" : printable(item.where.document);
  const std::size_t line = item.where.region ? item.where.region->start_line : 1;
  const std::size_t column = item.where.region ? item.where.region->start_column : 1;
  return fmt::format("{}:{}:{}: {}: {} [{}]", name, line, column > 0 ? column : 1,
                     name_of(item.severity), item.message, item.rule);
}

namespace {

class GccWriter final : public Writer {
 public:
  std::string_view name() const override { return "gcc"; }
  std::string_view description() const override { return "FILE:LINE:COLUMN, for editors"; }

  std::string write(std::span<const Report> reports, const ReportOptions&) const override {
    std::string text;
    for (const ResultItem& item : open_results_of(reports)) text += gcc_line(item) + '\n';
    return text;
  }
};

}  // namespace

const Writer& gcc_writer() {
  static const GccWriter writer;
  return writer;
}

}  // namespace rapport
