// Extraction alone: words with their boxes out of every PDF that is named, in one process that
// keeps a document open, as Rapport's server does. Prints how many there were.
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <cstddef>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

std::string content_of(const char* path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::unique_ptr<poppler::document> open(const std::string& bytes) {
  return std::unique_ptr<poppler::document>(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

std::size_t words_in(const poppler::document& document) {
  std::size_t words = 0;
  for (int page = 0; page < document.pages(); ++page) {
    const std::unique_ptr<poppler::page> opened(document.create_page(page));
    if (opened) words += opened->text_list(poppler::page::text_list_include_font).size();
  }
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::string kept_bytes;
  std::unique_ptr<poppler::document> kept;
  std::size_t words = 0;
  for (int i = 1; i < argc; ++i) {
    std::string bytes = content_of(argv[i]);
    const auto document = open(bytes);
    if (document) words += words_in(*document);
    if (!kept) {
      kept_bytes = std::move(bytes);
      kept = open(kept_bytes);
    }
  }
  std::printf("%zu\n", words);
}
