#include "assess/propose.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "assess/improve.hpp"

namespace rapport {
namespace {

// Where a resume shows what somebody did, the best place first. Who has had no job yet has school,
// projects and help given for free.
constexpr std::array proof_sections = {SectionKind::experience, SectionKind::volunteering,
                                       SectionKind::projects, SectionKind::education};

// 0 for the best; the number of kinds for a section that is no place for proof.
std::size_t rank(SectionKind kind) {
  return static_cast<std::size_t>(std::ranges::find(proof_sections, kind) - proof_sections.begin());
}

bool has_text(const Document& document, std::size_t section) {
  return std::ranges::any_of(document.units, [&](const Unit& unit) {
    return unit.section == section && unit.kind != UnitKind::heading;
  });
}

std::string proof_heading(std::span<const Reading> readings) {
  const Section* best = nullptr;
  for (const Reading& reading : readings) {
    const Document& document = reading.document;
    if (document.kind != DocumentKind::resume) continue;
    for (const Section& section : document.sections) {
      const auto number = static_cast<std::size_t>(&section - document.sections.data());
      if (rank(section.kind) == proof_sections.size() || !has_text(document, number)) continue;
      if (!best || rank(section.kind) < rank(best->kind)) best = &section;
    }
  }
  return best ? best->heading : "";
}

}  // namespace

Proposer::Proposer(std::span<const Reading> readings, const Lexicon& lexicon)
    : readings_(readings),
      lexicon_(lexicon),
      said_(readings),
      proof_heading_(proof_heading(readings)) {}

std::vector<Proposal> Proposer::propose(const Skill& skill, const SkillAssessment& assessed) {
  if (assessed.level < Level::demonstrated) return demonstrate(skill, assessed);
  if (assessed.level == Level::demonstrated) return quantify(assessed);
  return {};
}

std::vector<Proposal> Proposer::demonstrate(const Skill& skill,
                                            const SkillAssessment& assessed) const {
  std::vector<Proposal> proposals;
  for (const Suggestion& suggestion : suggest(skill, given(readings_), said_)) {
    Proposal proposal{.improves = claim(assessed, suggestion.kind),
                      .text = suggestion.text,
                      .plain = suggestion.plain,
                      .kind = suggestion.kind};
    if (proposal.improves) proposal.missing = unsaid(*proposal.improves);
    proposal.heading = heading_for(proposal.kind, proposal.improves);
    proposals.push_back(std::move(proposal));
  }
  return proposals;
}

// The claim that a phrasing would make true: in a document of its kind, where proof belongs if one
// stands there.
std::optional<Cited> Proposer::claim(const SkillAssessment& assessed, DocumentKind kind) const {
  std::optional<Cited> best;
  for (const Cited& cited : assessed.evidence) {
    if (readings_[cited.reading].document.kind != kind) continue;
    if (!best || rank(section_of(cited).kind) < rank(section_of(*best).kind)) best = cited;
  }
  return best;
}

std::vector<std::string> Proposer::unsaid(const Cited& claim) const {
  const Reading& reading = readings_[claim.reading];
  const std::size_t unit = evidence_of(claim).unit;
  std::vector<std::string> missing;
  for (const StoryPart part : {StoryPart::action, StoryPart::who, StoryPart::result}) {
    if (find_part(reading, unit, part)) continue;
    if (const std::string& words = lexicon_.words(part).missing; !words.empty())
      missing.push_back(words);
  }
  return missing;
}

std::vector<Proposal> Proposer::quantify(const SkillAssessment& assessed) {
  struct Candidate {
    Cited cited;
    Improved improved;
    std::tuple<bool, std::size_t, std::size_t> place;  // letter, rank of section, parts missing
  };
  std::optional<Candidate> best;
  for (const Cited& cited : assessed.evidence) {
    const Evidence& evidence = evidence_of(cited);
    if (evidence.level != Level::demonstrated || offered_.contains({cited.reading, evidence.unit}))
      continue;
    auto improved = improve(readings_[cited.reading], evidence, lexicon_);
    if (!improved) continue;
    const bool letter = readings_[cited.reading].document.kind == DocumentKind::cover_letter;
    const std::tuple place(letter, rank(section_of(cited).kind), improved->missing.size());
    if (!best || place < best->place) best = Candidate{cited, std::move(*improved), place};
  }
  if (!best) return {};
  offered_.insert({best->cited.reading, evidence_of(best->cited).unit});
  Proposal proposal{.aim = Proposal::Aim::quantify,
                    .improves = best->cited,
                    .text = std::move(best->improved.text),
                    .plain = std::move(best->improved.plain),
                    .kind = readings_[best->cited.reading].document.kind};
  for (const StoryPart part : best->improved.missing)
    proposal.missing.push_back(lexicon_.words(part).missing);
  proposal.heading = heading_for(proposal.kind, proposal.improves);
  return {std::move(proposal)};
}

const Evidence& Proposer::evidence_of(const Cited& cited) const {
  return readings_[cited.reading].evidence[cited.evidence];
}

const Section& Proposer::section_of(const Cited& cited) const {
  const Document& document = readings_[cited.reading].document;
  return document.sections[document.units[evidence_of(cited).unit].section];
}

// What stands where proof belongs is mended there; a claim in a summary is shown under the job.
std::string Proposer::heading_for(DocumentKind kind, const std::optional<Cited>& improves) const {
  if (kind != DocumentKind::resume) return "";
  if (improves && rank(section_of(*improves).kind) < proof_sections.size())
    return section_of(*improves).heading;
  return proof_heading_;
}

}  // namespace rapport
