#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "../draft.hpp"
#include "../html_probe.hpp"
#include "rapport/writer.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

std::string html_of(const Application& application, std::vector<Finding> unmet = {}) {
  static const Lexicon lexicon = small_lexicon();
  const Report one{&application, &lexicon, std::move(unmet)};
  return writer("html")->write({&one, 1}, {});
}

// One page of 100 by 200 points with a word box for each blank-separated word of the text.
Application on_a_page(const std::string& sentence, const std::string& span) {
  Draft draft("resume.pdf", DocumentKind::resume, "pdf");
  draft.section(SectionKind::experience, "Work")
      .unit(sentence)
      .evidence(0, Level::demonstrated, span);
  Reading reading = draft.reading();
  Extracted& source = reading.document.source;
  source.text = reading.document.text;
  source.pages = {{100, 200}};
  source.images = {{10, 20, "not really a PNG"}};
  double left = 10;
  for (std::size_t at = 0; at < source.text.size();) {
    const std::size_t end = std::min(source.text.find_first_of(" \n", at), source.text.size());
    if (end > at) source.words.push_back({at, end, 1, {left, 50, left + 8, 60}});
    left += 10;
    at = end + 1;
  }
  return assess({reading}, small_profile(), small_lexicon());
}

}  // namespace

TEST_CASE("The HTML report says both figures, and which skills are missing, first") {
  const std::string html = html_of(sample_application());
  CHECK(has(html, "Of 4 skills, your documents <b>show 2</b>"));
  CHECK(has(html, "<b>Demonstrated: 2 of 4</b>"));
  CHECK(has(html, "<b>Covered: 3 of 4</b>"));
  CHECK(has(html, "Say what is missing, if it is true of you:</b> <a href=\"#a1-s4\">Humor</a>"));
  CHECK(html.find("What to do next") < html.find("Skill by skill"));
}

TEST_CASE("Evidence in an HTML report and its place in the document lead to each other") {
  const std::string html = html_of(sample_application());
  CHECK(has(html, "<li id=\"a1-s1-e1\" class=\"item quantified\""));
  CHECK(has(html, "href=\"#a1-m1\""));
  CHECK(has(html, "<a id=\"a1-m2\" class=\"mark quantified\" href=\"#a1-s1-e1\""));
}

TEST_CASE("Every link of an HTML report leads to an id, and no id stands twice") {
  const Application first = sample_application();
  const Application second = on_a_page("Calmed callers", "Calmed");
  const Lexicon lexicon = small_lexicon();
  const std::array reports = {Report{&first, &lexicon, {}}, Report{&second, &lexicon, {}}};
  const std::string html = writer("html")->write(reports, {});
  const auto all = values(html, "id");
  const std::set<std::string> ids(all.begin(), all.end());
  CHECK(ids.size() == all.size());
  REQUIRE(values(html, "href").size() > 10);
  for (const std::string& target : values(html, "href")) {
    CAPTURE(target);
    if (target.starts_with("data:")) continue;
    CHECK(target.starts_with("#"));
    CHECK(ids.contains(target.substr(1)));
  }
}

TEST_CASE("An HTML report has no attribute that its content security policy refuses") {
  const std::string html = html_of(on_a_page("Calmed callers", "Calmed"));
  CHECK(values(html, "style").empty());
  for (const char* event : {"onclick", "onload", "onerror", "onchange", "onfocus"}) {
    CHECK(values(html, event).empty());
  }
}

TEST_CASE("A page with an image is shown with a box over each line of the evidence") {
  const std::string html = html_of(on_a_page("Calmed angry callers", "Calmed angry"));
  CHECK(has(html, "<svg class=\"page\" viewBox=\"0 0 100.0 200.0\""));
  CHECK(has(html, "href=\"data:image/png;base64,bm90IHJlYWxseSBhIFBORw==\""));
  CHECK(has(html, "<rect x=\"19.0\" y=\"49.0\" width=\"20.0\" height=\"12.0\""));
  CHECK(count(html, "id=\"a1-m1\"") == 1);
}

TEST_CASE("A page that could not be drawn is shown as text") {
  Application application = on_a_page("Calmed angry callers", "Calmed");
  application.readings[0].document.source.images[0] = {};
  const std::string html = html_of(application);
  CHECK_FALSE(has(html, "<svg class=\"page\""));
  CHECK(has(html, "<a id=\"a1-m1\" class=\"mark demonstrated\""));
}

TEST_CASE("Overlapping evidence of two skills is one mark that shows both") {
  Draft draft("resume.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Work")
      .unit("Calmed and heard callers")
      .evidence(0, Level::demonstrated, "Calmed and heard")
      .evidence(1, Level::quantified, "heard callers");
  const std::string html = html_of(assess({draft.reading()}, small_profile(), small_lexicon()));
  CHECK(has(html, "data-skills=\"a1-s3 a1-s1\""));
  CHECK(has(html,
            "data-shows=\"Empathy, quantified; Communication, demonstrated\">"
            "Calmed and heard callers<span"));
}

TEST_CASE("A proposal stands beside the sentence that it improves, which leads to it") {
  Application application = sample_application();
  SkillAssessment& skill = application.assessment.skills[0];
  skill.proposals = {{.aim = Proposal::Aim::quantify,
                      .improves = skill.evidence.front(),
                      .missing = {"how many", "what came of it"},
                      .text = "Explained [what] to [N] callers"}};
  const std::string html = html_of(application);
  const auto item = html.find("id=\"a1-s1-e1\"");
  const auto proposal = html.find("id=\"a1-s1-p1\"");
  REQUIRE(item != std::string::npos);
  REQUIRE(proposal != std::string::npos);
  CHECK(item < proposal);
  CHECK(proposal < html.find("</li>", item));
  CHECK(has(html, "leave open <b>how many and what came of it</b>"));
  CHECK(has(html, "class=\"pin\" href=\"#a1-s1-p1\""));
  CHECK(has(html, "Explained <span class=\"blank\">[what]</span>"));
}

TEST_CASE("A finding's words are flagged around the evidence in them, once") {
  // Words on both sides of a mark once kept the writer busy for ever.
  Draft draft("resume.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Work")
      .unit("Hard-working and calm, always")
      .evidence(1, Level::claimed, "calm");
  Application application = assess({draft.reading()}, small_profile(), small_lexicon());
  const std::size_t begin = application.readings[0].document.units.back().begin;
  const Quotation quote{
      .document = "resume.txt", .begin = begin, .end = begin + 29, .text = "unused"};
  application.findings = {{.id = "cliche", .title = "A phrase", .quotes = {quote}}};
  const std::string html = html_of(application);
  CHECK(count(html, "id=\"a1-q1\"") == 1);
  CHECK(count(html, "class=\"flag\" href=\"#a1-f1\"") == 2);
  CHECK(has(html, "<li id=\"a1-f1\""));
}

TEST_CASE("A document's markup, name and headings stay text in HTML") {
  Draft draft("<b>&\".txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "<h1>Work</h1>");
  draft.unit("</style><script>alert(1)</script> calmed \"them\"")
      .evidence(0, Level::demonstrated, "<script>alert(1)</script> calmed");
  draft.finding({.id = "odd", .message = "<i>odd</i>", .remedy = "<u>mend</u>"});
  const std::string html = html_of(assess({draft.reading()}, small_profile(), small_lexicon()),
                                   {{.id = "gate", .message = "<s>gate</s>"}});
  for (const std::string tag : {"<script>alert", "<h1>Work", "<i>", "<u>", "<s>", "<b>&\""}) {
    CAPTURE(tag);
    CHECK_FALSE(has(html, tag));
  }
  CHECK(count(html, "<script>") == 1);
  CHECK(count(html, "</style>") == 1);
}

TEST_CASE("Nothing to do next is said as such") {
  Draft draft("resume.txt", DocumentKind::resume);
  draft.section(SectionKind::experience, "Work");
  for (std::size_t skill : {0U, 1U, 2U, 4U}) {
    draft.unit("Calmed 30 callers").evidence(skill, Level::quantified, "Calmed 30");
  }
  const std::string html = html_of(assess({draft.reading()}, small_profile(), small_lexicon()));
  CHECK(has(html, "Every skill is demonstrated"));
  CHECK(has(html, "your resume <b>shows 4</b>"));
}
