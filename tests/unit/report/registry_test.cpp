#include <doctest/doctest.h>

#include <set>

#include "rapport/writer.hpp"

using namespace rapport;

TEST_CASE("every format has a name of its own, a description, and is found by its name") {
  std::set<std::string_view> names;
  for (const Writer* each : writers()) {
    CHECK(names.insert(each->name()).second);
    CHECK_FALSE(each->description().empty());
    CHECK(writer(each->name()) == each);
  }
  CHECK(names.contains("terminal"));
  CHECK(names.contains("json"));
}

TEST_CASE("a format that does not exist is told by null") {
  CHECK(writer("papyrus") == nullptr);
}
