#include "text/paragraphs.hpp"

#include <doctest/doctest.h>

#include "make.hpp"

using namespace rapport;
using test::units;
using Units = std::vector<std::string>;

TEST_CASE("a wrapped paragraph is one stretch, cut at its sentences") {
  CHECK(units("I have spent five years on the phones of a busy call center, and I\n"
              "Still like it, because angry callers become calm ones once they feel\n"
              "heard. I would like to do the same for you.\n") ==
        Units{"I have spent five years on the phones of a busy call center, and I Still like it, "
              "because angry callers become calm ones once they feel heard.",
              "I would like to do the same for you."});
}

TEST_CASE("a list of entries without marks is not glued") {
  CHECK(units("Communication\nTime Management\nConflict Resolution\nCash Handling") ==
        Units{"Communication", "Time Management", "Conflict Resolution", "Cash Handling"});
  CHECK(units("customer service\ncash handling\ntact") ==
        Units{"customer service", "cash handling", "tact"});
  CHECK(units("Microsoft Office\nconflict resolution") ==
        Units{"Microsoft Office", "conflict resolution"});
}

TEST_CASE("lines that begin with a verb are entries of their own, however long") {
  const Units lines = {"Answered the phones of a busy call center with sixty callers an hour",
                       "Managed a team of five agents and planned their shifts week by week ",
                       "Resolved the complaints that other departments had passed on to ours"};
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  CHECK(units(text).size() == 3);
}

TEST_CASE("a bullet takes its continuation lines and ends before the next bullet") {
  CHECK(
      units("• Calmed angry callers and\n  explained their bills\n• Sold shoes\n- Trained staff") ==
      Units{"Calmed angry callers and explained their bills", "Sold shoes", "Trained staff"});
}

TEST_CASE("a bullet alone on its line belongs to the next line") {
  const Document two = test::document("•\nCalmed angry callers\n•\nSold shoes");
  CHECK(units(two) == Units{"Calmed angry callers", "Sold shoes"});
  CHECK(two.units[0].kind == UnitKind::bullet);
}

TEST_CASE("rulers are no units") {
  CHECK(units("Calm under pressure.\n\n----------\n* * *\nKind to callers") ==
        Units{"Calm under pressure.", "Kind to callers"});
}

TEST_CASE("address lines, job lines and dates stay apart") {
  CHECK(units("Jordan Example\n12 Main Street\njordan@example.com\n\nCashier\nSample Mart\n"
              "2015 - 2018\nSold shoes") == Units{"Jordan Example", "12 Main Street",
                                                  "jordan@example.com", "Cashier", "Sample Mart",
                                                  "2015 - 2018", "Sold shoes"});
}

TEST_CASE("whole paragraphs of a word processor are never joined") {
  Extracted docx{.format = "docx", .text = "Calm and\nkind to callers"};
  docx.blocks = {{.begin = 0, .end = 8}, {.begin = 9, .end = 24}};
  CHECK(units(make_document("cv.docx", docx)) == Units{"Calm and", "kind to callers"});
}

TEST_CASE("a sentence goes on at the top of the next page") {
  Extracted pdf{.format = "pdf", .text = "Calmed the angry\ncallers of two towns\nKind"};
  pdf.blocks = {
      {.begin = 0, .end = 16, .place = {.page = 1}, .may_wrap = true},
      {.begin = 17, .end = 37, .place = {.page = 2}, .may_wrap = true, .starts_paragraph = true},
      {.begin = 38, .end = 42, .place = {.page = 2}, .may_wrap = true, .starts_paragraph = true}};
  CHECK(units(make_document("cv.pdf", pdf)) ==
        Units{"Calmed the angry callers of two towns", "Kind"});
}

TEST_CASE("a paragraph that is narrower than a long line near it is still joined") {
  CHECK(units("You check guests in and out, answer the phone and e-mail, keep the other\n"
              "departments informed and make every arrival a welcoming one. You are\n"
              "responsible for your own cash drawer. Reports to the Communications\n"
              "Director and the Front Office Manager.\n\n"
              "- Complaint handling: you solve the guest's problem before the guest goes to bed\n")
            .at(2) == "Reports to the Communications Director and the Front Office Manager.");
}

TEST_CASE("in a narrow column the margin tells whether a small letter goes on") {
  const auto line = [](std::size_t begin, std::size_t end, double right) {
    return Block{.begin = begin,
                 .end = end,
                 .place = {.page = 1, .box = Box{40, 0, right, 10}},
                 .may_wrap = true};
  };
  Extracted pdf{.format = "pdf",
                .text = "Excellent communication\nskills\nWorks well under stress"};
  pdf.blocks = {line(0, 23, 155), line(24, 30, 70), line(31, 54, 160)};
  CHECK(units(make_document("cv.pdf", pdf)) ==
        Units{"Excellent communication skills", "Works well under stress"});
}
