#include "pdf/module.hpp"

namespace rapport {

Result<const PdfModule*> pdf_module() {
  return &poppler_module();
}

}  // namespace rapport
