#include "lexicon/stem.hpp"

#include <doctest/doctest.h>

using rapport::Stemmer;

TEST_CASE("inflections of a word have one stem") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("certifications") == stemmer.stem("certification"));
  CHECK(stemmer.stem("invoices") == stemmer.stem("invoicing"));
  CHECK(stemmer.stem("cash") != stemmer.stem("cat"));
  CHECK(stemmer.stem("").empty());
}
