// The bounds of what is read. No resume or letter comes near them; a file that does is refused, or
// cut, and either is told. The manual's section LIMITS is made from these.
//
// The bounds on XML that keep one parser from being slow are its own (`input/xml.cpp`): what passes
// them is too complex for a document, and is told as that.
#pragma once

#include <cstddef>

namespace rapport {

// Of a file.
inline constexpr std::size_t max_input = std::size_t{64} << 20U;  // bytes
// Bytes that all parts of a document which are read may inflate to together. The largest real
// resume needs 3 MB.
inline constexpr std::size_t max_inflated = std::size_t{64} << 20U;
// Bytes of a ZIP archive's directory: 60,000 parts with names of usual length fit; libzip's own
// memory is then some 40 MB.
inline constexpr std::size_t max_directory = std::size_t{8} << 20U;
// The deepest real document has 29 levels; libxml2's own limit is 256 too, but not in every mode.
inline constexpr int max_xml_depth = 256;
// libxml2 compares each attribute of a tag with all before it, and nothing can interrupt it there.
inline constexpr int max_xml_attributes = 2'000;
// Bytes of one tag. Word packs whole pictures into one attribute, but none of megabytes.
inline constexpr std::size_t max_xml_stretch = std::size_t{4} << 20U;

// Of a PDF.
inline constexpr int max_pages = 60;
inline constexpr int max_drawn_pages = 20;
inline constexpr std::size_t max_words = 100'000;
inline constexpr std::size_t max_words_on_page = 20'000;
inline constexpr std::size_t max_drawings = std::size_t{16} << 20U;  // bytes of drawn pages

// Of what a reader makes of it.
inline constexpr std::size_t max_text = std::size_t{1} << 20U;  // bytes
inline constexpr std::size_t max_lines = 20'000;                // lines or paragraphs
inline constexpr std::size_t max_hidden = 500;                  // pieces of hidden text
inline constexpr std::size_t max_findings = 500;                // about one file

// Of what is made of that.
inline constexpr std::size_t max_unit = 20'000;     // bytes of a sentence
inline constexpr std::size_t max_units = 20'000;    // sentences and bullets
inline constexpr std::size_t max_evidence = 2'000;  // in one document
inline constexpr std::size_t max_remarks = 500;     // on how one document is written

// Bytes of a user's lexicon, all files together: some 20,000 patterns with their examples, twenty
// times the built-in ones.
inline constexpr std::size_t max_lexicon = std::size_t{8} << 20U;

// Levels of JSON in a line of the stream: what is copied and printed goes as deep into the stack.
inline constexpr int max_json_depth = 64;

}  // namespace rapport
