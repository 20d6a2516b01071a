// A program that starts and ends, linked with the libraries that Rapport reads documents by: what
// no program that uses them can be faster than. It refers to each, or the linker would leave it
// out.
#include <libxml/parser.h>
#include <poppler-global.h>
#include <re2/re2.h>
#include <zip.h>

#include <array>

int main(int argc, char** /*argv*/) {
  const std::array<const void*, 4> used = {
      reinterpret_cast<const void*>(&xmlParseMemory), reinterpret_cast<const void*>(&zip_open),
      reinterpret_cast<const void*>(&poppler::set_debug_error_function),
      reinterpret_cast<const void*>(&re2::RE2::Replace)};
  return used[static_cast<unsigned>(argc) % used.size()] == nullptr ? 1 : 0;
}
