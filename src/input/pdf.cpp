#include "input/pdf.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "input/pdf_module.hpp"

namespace rapport {
namespace {

class PdfReader : public Reader {
 public:
  std::string_view name() const override { return "pdf"; }
  std::string_view description() const override { return "PDF with a text layer"; }

  Recognition recognise(const Input& input) const override {
    if (std::string_view(input.bytes).substr(0, 1024).find("%PDF-") != std::string_view::npos) {
      return Recognition::by_content;
    }
    const std::size_t dot = input.name.rfind('.');
    const std::string ending = dot == std::string::npos ? "" : utf8::lower(input.name.substr(dot));
    return ending == ".pdf" ? Recognition::by_name : Recognition::no;
  }

  Result<Extracted> read(const Input& input) const override {
    return by_module(input, [&](const PdfModule& module) { return module.read(input); });
  }

  Result<std::vector<PageImage>> draw(const Input& input) const override {
    return by_module(input, [&](const PdfModule& module) { return module.draw(input); });
  }

 private:
  template <class Work>
  static auto by_module(const Input& input, Work work) -> decltype(work(*pdf_module().value())) {
    const auto module = pdf_module();
    if (module) return work(**module);
    Error error = module.error();
    error.subject = input.name;
    return fail(std::move(error));
  }
};

}  // namespace

const Reader& pdf_reader() {
  static const PdfReader reader;
  return reader;
}

// A module that is missing is told of the file that needs it.
void prepare_pdf() {
  if (const auto module = pdf_module()) (*module)->prepare();
}

}  // namespace rapport
