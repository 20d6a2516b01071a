// For the program: the module is loaded when it is first asked for.
#include <dlfcn.h>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "input/pdf_module.hpp"

namespace rapport {
namespace {

namespace fs = std::filesystem;

Error unusable(std::string why) {
  return {.message = "cannot be read: the part of Rapport that reads PDF files " + std::move(why),
          .remedy = "install Rapport again, or save the document as DOCX"};
}

// Beside the program, as it is built, or in the folder of libraries, as it is installed: found from
// where the program is, so that a whole installation can be moved.
Result<fs::path> module_path() {
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
  const std::array places = {program / RAPPORT_PDF_MODULE,
                             program / RAPPORT_MODULES_FROM_PROGRAM / RAPPORT_PDF_MODULE};
  for (const fs::path& place : places) {
    if (fs::exists(place, failed)) return place;
  }
  return fail(unusable("is missing at " + places.back().lexically_normal().string()));
}

Result<const PdfModule*> load_module() {
  const auto path = module_path();
  if (!path) return fail(path.error());
  void* library = ::dlopen(path->c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return fail(unusable(std::string("does not load: ") + ::dlerror()));
  using Door = const PdfModule* (*)();
  const auto door = reinterpret_cast<Door>(::dlsym(library, "rapport_pdf_module"));
  const PdfModule* module = door == nullptr ? nullptr : door();
  if (module == nullptr || module->version != std::string_view(RAPPORT_VERSION))
    return fail(unusable("is of another version"));
  return module;
}

}  // namespace

Result<const PdfModule*> pdf_module() {
  static const Result<const PdfModule*> module = load_module();
  return module;
}

}  // namespace rapport
