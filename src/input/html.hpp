// The reader of web pages (.html, .htm, .xhtml): postings and resumes saved from a browser or by a
// word processor.
#pragma once

#include "rapport/reader.hpp"

namespace rapport {

[[nodiscard]] const Reader& html_reader();

}  // namespace rapport
