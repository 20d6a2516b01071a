#include "assess/reading_order.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "../draft.hpp"

using namespace rapport;
using rapport_test::Draft;

namespace {

constexpr std::size_t communication = 0;
constexpr std::size_t empathy = 1;
constexpr std::size_t patience = 3;

Draft resume() {
  return Draft("cv.pdf", DocumentKind::resume, "pdf")
      .section(SectionKind::experience, "Experience");
}

std::optional<Finding> compare(const Draft& reading, const Draft& naive) {
  return columns_finding(reading.reading(), naive.reading(), rapport_test::small_lexicon());
}

Draft whole() {
  return resume()
      .unit("Calmed upset guests at the counter")
      .evidence(empathy, Level::demonstrated, "Calmed upset guests")
      .unit("Patience with children")
      .evidence(patience, Level::claimed, "Patience");
}

}  // namespace

TEST_CASE("the same evidence in both orders is no finding") {
  CHECK_FALSE(compare(whole(), whole()));
}

TEST_CASE("evidence that is torn apart is quoted, and the skill that goes missing is named") {
  const auto finding =
      compare(whole(), resume()
                           .unit("Calmed upset Skills guests at the Patience counter")
                           .evidence(patience, Level::claimed, "Patience"));
  REQUIRE(finding);
  CHECK(finding->id == "columns-interleave");
  CHECK(finding->message.find("1 of 2 pieces") != std::string::npos);
  CHECK(finding->message.find("“Calmed upset guests”, Empathy") != std::string::npos);
  CHECK(finding->message.find("Empathy would be missing") != std::string::npos);
  CHECK(finding->message.find("Patience would") == std::string::npos);
  CHECK_FALSE(finding->remedy.empty());
}

TEST_CASE("a skill that only gets weaker is named with its level") {
  const auto finding = compare(whole(), resume()
                                            .unit("upset guests Calmed")
                                            .evidence(empathy, Level::claimed, "upset guests")
                                            .unit("Patience")
                                            .evidence(patience, Level::claimed, "Patience"));
  REQUIRE(finding);
  CHECK(finding->message.find("Empathy only claimed") != std::string::npos);
  CHECK(finding->message.find("missing") == std::string::npos);
}

TEST_CASE("what straight reading adds is no loss, what it takes away is") {
  const Draft more = whole().unit("Explained").evidence(communication, Level::claimed, "Explained");
  CHECK_FALSE(compare(whole(), more));
  const auto finding = compare(more, whole());
  REQUIRE(finding);
  CHECK(finding->message.find("1 of 3 pieces") != std::string::npos);
}

TEST_CASE("a document without columns has no other order, one with columns keeps kind and name") {
  Document document = whole().reading().document;
  CHECK_FALSE(naive_document(document));
  document.kind = DocumentKind::cover_letter;
  document.source.naive = {.text = "Calmed Skills", .blocks = {{.begin = 0, .end = 13}}};
  const auto naive = naive_document(document);
  REQUIRE(naive);
  CHECK(naive->text == "Calmed Skills");
  CHECK(naive->kind == DocumentKind::cover_letter);
  CHECK(naive->name == document.name);
}
