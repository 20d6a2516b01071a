#include "lexicon/packed_lexicon.hpp"

#include <doctest/doctest.h>

#include "batch/results.hpp"
#include "rapport/matching_lexicon.hpp"

using namespace rapport;

TEST_CASE("a packed lexicon is the same one but for its examples") {
  const auto whole = load_lexicon();
  REQUIRE(whole);
  const Lexicon packed = unpack_lexicon(pack_lexicon(*whole));
  CHECK(lexicon_fingerprint(packed) == lexicon_fingerprint(*whole));
  CHECK(packed.skills.front().evidence.front().where.column ==
        whole->skills.front().evidence.front().where.column);
  CHECK_FALSE(whole->skills.front().evidence.front().yes.empty());
  CHECK(packed.skills.front().evidence.front().yes.empty());
}

TEST_CASE("the lexicon in the program is the one in its files") {
  const auto quick = load_matching_lexicon();
  const auto parsed = load_lexicon();
  REQUIRE(quick);
  REQUIRE(parsed);
  CHECK(lexicon_fingerprint(*quick) == lexicon_fingerprint(*parsed));
  CHECK(quick->skills.front().evidence.front().yes.empty());  // it was not parsed
}
