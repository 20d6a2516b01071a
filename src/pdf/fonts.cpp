#include "pdf/fonts.hpp"

#include <fontconfig/fontconfig.h>

#include <mutex>

namespace rapport {
namespace {

// Fontconfig keeps a reference of its own to the configuration in use.
void make_current(FcConfig* config) {
  if (config == nullptr) return;
  FcConfigSetCurrent(config);
  FcConfigDestroy(config);
}

std::once_flag left_alone;
std::once_flag in_use;

}  // namespace

void leave_fonts_alone() {
  std::call_once(left_alone, [] { make_current(FcConfigCreate()); });
}

// Left alone first, so that they are not taken away later.
void use_fonts() {
  leave_fonts_alone();
  std::call_once(in_use, [] { make_current(FcInitLoadConfigAndFonts()); });
}

}  // namespace rapport
