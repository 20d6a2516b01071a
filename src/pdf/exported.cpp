#include "pdf/module.hpp"

const rapport::PdfModule* rapport_pdf_module() {
  return &rapport::poppler_module();
}
