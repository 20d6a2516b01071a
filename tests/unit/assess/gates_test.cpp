#include <doctest/doctest.h>

#include "../draft.hpp"
#include "rapport/assessment.hpp"

using namespace rapport;
using namespace rapport_test;

TEST_CASE("gates that hold say nothing") {
  const Gates gates{.required = {{"empathy", Level::claimed}, {"communication", Level::quantified}},
                    .min_covered = 3,
                    .min_demonstrated = 2};
  CHECK(unmet(gates, sample_application()).empty());
}

TEST_CASE("a gate one level too high says what is there and what is required") {
  const Gates gates{.required = {{"empathy", Level::demonstrated}, {"humor", Level::claimed}}};
  const auto findings = unmet(gates, sample_application());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].id == "gate-skill");
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].message == "empathy is claimed, and demonstrated is required");
  CHECK(findings[1].message == "humor is missing, and claimed is required");
}

TEST_CASE("counts one short fail, each with an id of its own") {
  const Gates gates{.min_covered = 4, .min_demonstrated = 3};
  const auto findings = unmet(gates, sample_application());
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].id == "gate-covered");
  CHECK(findings[0].message == "3 of 4 skills covered, and 4 are required");
  CHECK(findings[1].id == "gate-demonstrated");
}

TEST_CASE("a required skill that the profile does not have is a gate that fails") {
  const Gates gates{.required = {{"patience", Level::claimed}}};
  const auto findings = unmet(gates, sample_application());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "patience is required, and profile small does not have it");
}

TEST_CASE("more findings than allowed fail, and as many as allowed do not") {
  Application application = sample_application();
  application.findings = {{.id = "one"}, {.id = "two"}};
  CHECK(unmet({.max_findings = 2}, application).empty());
  const auto findings = unmet({.max_findings = 1}, application);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].id == "gate-findings");
  CHECK(findings[0].message == "2 findings, and at most 1 are allowed");
}
