#include "report/proposal_text.hpp"

#include "report/cited.hpp"
#include "report/display.hpp"

namespace rapport {

std::string listed(const std::vector<std::string>& missing) {
  std::string text;
  for (const std::string& part : missing) {
    if (!text.empty()) text += &part == &missing.back() ? " and " : ", ";
    text += printable(part);
  }
  return text;
}

std::string heading_title(const Proposal& proposal) {
  constexpr int widest = 40;
  return shortened(printable(proposal.heading), widest);
}

bool moves(const Application& application, const Proposal& proposal) {
  if (!proposal.improves || proposal.heading.empty()) return false;
  const Document& document = application.readings[proposal.improves->reading].document;
  const Unit& unit = document.units[evidence_of(application, *proposal.improves).unit];
  return document.sections[unit.section].heading != proposal.heading;
}

}  // namespace rapport
