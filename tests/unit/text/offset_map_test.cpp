#include <doctest/doctest.h>

#include "rapport/document.hpp"

using rapport::OffsetMap;

TEST_CASE("a map without anchors is the identity") {
  const OffsetMap map;
  CHECK(map.source(0) == 0);
  CHECK(map.source(17) == 17);
}

TEST_CASE("between anchors the texts run in parallel") {
  OffsetMap map;
  map.add(0, 3);
  map.add(10, 20);
  CHECK(map.source(0) == 3);
  CHECK(map.source(9) == 12);
  CHECK(map.source(12) == 22);
}

TEST_CASE("what became longer than its source never leads past it") {
  OffsetMap map;
  map.add(5, 4);  // the character at 4 was one byte and is now two
  CHECK(map.source(4) == 4);
  CHECK(map.source(5) == 4);
}

TEST_CASE("a later anchor at the same place wins") {
  OffsetMap map;
  map.add(4, 6);
  map.add(4, 9);
  CHECK(map.source(4) == 9);
}
