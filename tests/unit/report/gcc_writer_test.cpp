#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string written(const std::string& name) {
  Draft draft(name, DocumentKind::resume);
  draft.section(SectionKind::summary, "Summary").unit("A kind soul");
  draft.evidence(1, Level::claimed, "kind");
  const Profile profile{.entries = {{"empathy", "Empathy"}}};
  Reading reading = draft.reading();
  reading.document.source.blocks[1].place.column = 1;
  const Application application = assess({reading}, profile, small_lexicon());
  const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, {}, {}};
  return writer("gcc")->write({&one, 1}, {});
}

}  // namespace

TEST_CASE("a line for an editor has file, line, column, level, message and rule") {
  CHECK(written("cv.txt") ==
        "cv.txt:2:3: note: Empathy is only claimed: “kind” [skill-claimed/empathy]\n");
}

TEST_CASE("a file's name cannot start a line of its own, and standard input is told as such") {
  CHECK(written("a\nb\033.txt").starts_with("a b.txt:2:3: note: "));
  CHECK(written("-").starts_with("<stdin>:2:3: "));
}
