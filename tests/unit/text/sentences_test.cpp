#include "text/sentences.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace rapport;

namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (const ByteRange& range : split_sentences(text)) {
    out.emplace_back(text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end at their marks") {
  CHECK(split("I listen. I stay calm! Do you? 30 callers did.") ==
        Sentences{"I listen.", "I stay calm!", "Do you?", "30 callers did."});
  CHECK(split("He said \"Stay calm.\" We did.") == Sentences{"He said \"Stay calm.\"", "We did."});
  CHECK(split("Kind (always.) Patient.") == Sentences{"Kind (always.)", "Patient."});
  CHECK(split("Fast… But fair.") == Sentences{"Fast…", "But fair."});
}

TEST_CASE("a stop that belongs to an abbreviation ends nothing") {
  for (const std::string text : {
           "Used tools, e.g. Excel, with tact",
           "Worked with Dr. Smith and Mrs. Jones in St. Louis",
           "Earned a B.A. in Communication and a Ph.D. in English",
           "Open 9 a.m. to 5 p.m. Monday to Friday",
           "Served U.S. Army veterans",
           "Sold at Acme Inc. Springfield",
           "Reported to J. R. Smith",
           "Raised scores from 3.5 to 4.8 with v2.0 of the script",
           "Ranked No. 1 in sales",
           "Calls vs. E-mails",
           "In my role at Acme Inc. I answered calls",
           "Handled claims, approx. 30 a day",
           "Wrote ... and then called",
           "Built with Node.js and ASP.NET",
           "2. Sold shoes",
       }) {
    CAPTURE(text);
    CHECK(split(text) == Sentences{text});
  }
}

TEST_CASE("a stop of an abbreviation ends the sentence when another one clearly starts") {
  CHECK(split("I worked at Acme Inc. My team grew.") ==
        Sentences{"I worked at Acme Inc.", "My team grew."});
  CHECK(split("Sold shoes, socks, etc. Trained staff.") ==
        Sentences{"Sold shoes, socks, etc.", "Trained staff."});
  CHECK(split("I started in 2019. Sales grew.") == Sentences{"I started in 2019.", "Sales grew."});
}

TEST_CASE("small letters, semicolons and colons start no sentence") {
  for (const std::string text : {"Calm. kind. patient", "Calm; kind; patient", "My strengths: Tact",
                                 "Yahoo! account manager"}) {
    CAPTURE(text);
    CHECK(split(text).size() == 1);
  }
}

TEST_CASE("a lost blank after a stop does not hide the next sentence") {
  CHECK(split("Calmed callers.Managed a team") == Sentences{"Calmed callers.", "Managed a team"});
  CHECK(split("Sold on example.Com").size() == 1);
}

TEST_CASE("bullets on one line divide items, not short lists") {
  CHECK(split("Sold shoes to walk-in customers • Calmed angry callers every day") ==
        Sentences{"Sold shoes to walk-in customers", "Calmed angry callers every day"});
  CHECK(split("Tact • Patience • Humor").size() == 1);
  CHECK(split("Sold shoes. *Calmed callers") == Sentences{"Sold shoes.", "Calmed callers"});
}

TEST_CASE("hostile text is split in linear time") {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string piece : {"a.", ".", "A. ", "• ", "a • ", ". (", "Inc. The ", "(a."}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    CHECK_FALSE(split_sentences(text).empty());
  }
  // Quadratic work would take minutes.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}
