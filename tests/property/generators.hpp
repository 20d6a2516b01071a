// What properties are tried on: text of every kind of trouble, and text like that of a resume.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace rapport::property {

// Unicode in UTF-8: letters and marks of many scripts, controls, direction marks, separators of
// lines, what means something to a report's format, planes beyond the first, non-characters.
[[nodiscard]] rc::Gen<std::string> any_text();

// The same with bytes that are no UTF-8 in it.
[[nodiscard]] rc::Gen<std::string> any_bytes();

// Phrases that the built-in patterns match, as headings, bullets, sentences and wrapped lines,
// with now and then a piece of any_text().
[[nodiscard]] rc::Gen<std::string> resume_text();

// One of the three.
[[nodiscard]] rc::Gen<std::string> any_document();

// Up to four words of a resume, between commas.
[[nodiscard]] rc::Gen<std::string> phrases();

// A pattern of the phrase language, most often without fault; <ask> and <who> are its classes.
[[nodiscard]] rc::Gen<std::string> any_pattern();

// How a text may be cut: lengths from 1, to be used in turn.
[[nodiscard]] rc::Gen<std::vector<std::size_t>> cuts();

}  // namespace rapport::property
