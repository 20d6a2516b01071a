// The parts of the HTML report, from the top of the page to its end.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/html/view.hpp"
#include "report/html_text.hpp"

namespace rapport::html {

// "resume", or the file's name where there is only one.
[[nodiscard]] std::string document_title(const View& view, std::size_t reading);
// A part of the report with its heading; </section> is left to the caller.
[[nodiscard]] Html open_section(const View& view, std::string_view name, std::string_view title);

// What a level looks like: three circles, as many filled as the level has steps. For eyes only;
// the word always stands beside it or hidden in it.
[[nodiscard]] Html pips(Level level);
[[nodiscard]] Html badge(Level level);  // the circles and the word
[[nodiscard]] Html shapes();            // what pips() refers to; once, at the top of the page

// A sentence with its [blanks] set apart.
[[nodiscard]] Html with_blanks(std::string_view text);
// A quoted sentence with what counts in it marked.
[[nodiscard]] Html marked_quote(const Document& document, const Unit& unit,
                                std::vector<Span> spans);
[[nodiscard]] Html proposal(const View& view, const Proposal& proposal);

// "communication, quantified; listening, demonstrated"
[[nodiscard]] std::string shown_by(const View& view, const Mark& mark);
// The attributes that a mark has in a text and on a page.
[[nodiscard]] Html mark_attributes(const View& view, const Mark& mark);

// Why a piece of evidence has its level, in plain words.
[[nodiscard]] Html why(const View& view, Cited cited, const SkillAssessment& skill);

// The first screen: the figures, the picture, what is missing and what to do next.
[[nodiscard]] Html glance(const View& view);
// Every skill with its evidence and suggestions, what needs most work first.
[[nodiscard]] Html skills(const View& view);
// The documents with the evidence where it stands.
[[nodiscard]] Html documents(const View& view);

// The pages of a document as they look.
struct Pages {
  Html html{};                     // empty where no page could be drawn
  std::set<std::size_t> placed{};  // the marks that stand on them, indices into View::marks
};
[[nodiscard]] Pages document_pages(const View& view, std::size_t reading);
// The document as text with its structure. The marks that are `placed` already get no id here.
[[nodiscard]] Html document_text(const View& view, std::size_t reading,
                                 const std::set<std::size_t>& placed);

// Skill × document × section.
[[nodiscard]] Html matrix(const View& view);
[[nodiscard]] Html postings(const View& view);  // empty when nothing was compared
[[nodiscard]] Html findings(const View& view);  // empty when there are none
[[nodiscard]] Html gates(const View& view);     // empty when all hold
[[nodiscard]] Html arithmetic(const View& view);

}  // namespace rapport::html
