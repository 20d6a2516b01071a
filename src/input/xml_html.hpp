// Streams HTML, however broken, as events. Sees libxml2, as xml.cpp does.
//
// Elements come as a browser would open and close them: html, head and body are there whether or
// not they were written, a `<p>` ends where the next begins, and every start has its end. Names and
// attributes are in lower case, without a namespace ("o:p" is one name). What stands in a script or
// a style comes as text: the handler leaves it out.
#pragma once

#include <string_view>

#include "input/xml.hpp"

namespace rapport {

// The bytes must be UTF-8 without zeros. Never `damaged`, `doctype` or `encoding`.
[[nodiscard]] XmlEnd parse_html(std::string_view utf8, XmlHandler& handler);

}  // namespace rapport
