#include "html_probe.hpp"

namespace rapport_test {

bool has(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++found;
  return found;
}

std::vector<std::string> values(const std::string& html, const std::string& attribute) {
  const std::string before = " " + attribute + "=\"";
  std::vector<std::string> found;
  for (auto at = html.find(before); at != std::string::npos; at = html.find(before, at)) {
    at += before.size();
    found.push_back(html.substr(at, html.find('"', at) - at));
  }
  return found;
}

}  // namespace rapport_test
