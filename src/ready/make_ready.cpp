// Run by the build: makes what the program would otherwise work out of the built-in lexicon at
// every start, and prints it as a C++ source that defines ready_made().
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "assess/posting_words.hpp"
#include "lexicon/packed_lexicon.hpp"
#include "lexicon/ready_made.hpp"
#include "lexicon/stem.hpp"
#include "match/scanner_table.hpp"
#include "rapport/matcher.hpp"
#include "rapport/proofreader.hpp"

namespace rapport {

ReadyMade ready_made() {
  return {};
}

namespace {

// The tables of every scanner that a command may need.
std::vector<CodeWord> all_tables(const Lexicon& lexicon) {
  std::vector<CodeWord> tables;
  collect_scanner_tables(&tables);
  const bool sound = Matcher::make(lexicon) && Proofreader::make(lexicon);
  const PostingWords words(lexicon, Stemmer());
  collect_scanner_tables(nullptr);
  return sound ? tables : std::vector<CodeWord>{};
}

void print(const char* name, const std::vector<std::uint32_t>& words) {
  std::printf("alignas(64) constexpr std::uint32_t %s[] = {", name);
  for (std::size_t i = 0; i < words.size(); ++i)
    std::printf("%s0x%X,", i % 10 == 0 ? "\n" : "", words[i]);
  std::puts("};\n");
}

int make_ready() {
  const auto lexicon = load_lexicon();
  if (!lexicon) {
    std::fprintf(stderr, "%s: %s\n%s", lexicon.error().subject.c_str(),
                 lexicon.error().message.c_str(), lexicon.error().excerpt.c_str());
    return EXIT_FAILURE;
  }
  const auto tables = all_tables(*lexicon);
  if (tables.empty()) return EXIT_FAILURE;
  std::puts("// Made by src/ready/make_ready.cpp.\n#include \"lexicon/ready_made.hpp\"\n");
  std::puts("namespace rapport {\n\nnamespace {");
  print("lexicon", pack_lexicon(*lexicon));
  print("tables", tables);
  std::puts("}  // namespace\n\nReadyMade ready_made() { return {lexicon, tables}; }\n");
  std::puts("}  // namespace rapport");
  return EXIT_SUCCESS;
}

}  // namespace

}  // namespace rapport

int main() {
  return rapport::make_ready();
}
