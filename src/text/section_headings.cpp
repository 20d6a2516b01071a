// A heading is known by its whole wording ("about me"), or because it is made of nothing but words
// that headings are made of, with one that names the section: "Relevant Work Experience &
// Training". The words are about sections, not about skills, so they stand here and not in a
// lexicon.
#include "text/section_headings.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace rapport {
namespace {

using enum SectionKind;

struct Wording {
  std::string_view key;
  SectionKind kind;
};

constexpr auto phrases = std::to_array<Wording>({
    {"about", summary},
    {"looking for", summary},
    {"what i am looking for", summary},
    {"what i bring", summary},
    {"good at", skills},
    {"what i am good at", skills},
    {"what i do best", skills},
    {"school", education},
    {"schools", education},
    {"ask about me", references},
    {"what i have done", experience},
    {"where i have worked", experience},
    {"about me", summary},
    {"who i am", summary},
    {"at a glance", summary},
    {"statement", summary},
    {"personal statement", summary},
    {"headline", summary},
    {"career focus", summary},
    {"career goal", summary},
    {"career goals", summary},
    {"career highlights", summary},
    {"bio", summary},
    {"introduction", summary},
    {"summary of skills", skills},
    {"employment", experience},
    {"career", experience},
    {"work", experience},
    {"internships", experience},
    {"internship", experience},
    {"military service", experience},
    {"positions held", experience},
    {"academics", education},
    {"academic background", education},
    {"academic qualifications", education},
    {"educational qualifications", education},
    {"education and qualifications", education},
    {"academic history", education},
    {"schooling", education},
    {"studies", education},
    {"coursework", education},
    {"relevant coursework", education},
    {"degrees", education},
    {"highlights", skills},
    {"areas of expertise", skills},
    {"areas of strength", skills},
    {"tools", skills},
    {"technologies", skills},
    {"tools and technologies", skills},
    {"software", skills},
    {"hard skills", skills},
    {"soft skills", skills},
    {"people skills", skills},
    {"language skills", languages},
    {"foreign languages", languages},
    {"volunteering", volunteering},
    {"volunteer", volunteering},
    {"volunteer work", volunteering},
    {"community involvement", volunteering},
    {"community service", volunteering},
    {"community", volunteering},
    {"civic activities", volunteering},
    {"charity work", volunteering},
    {"pro bono work", volunteering},
    {"extracurricular activities", interests},
    {"extra curricular activities", interests},
    {"activities", interests},
    {"activities and interests", interests},
    {"hobbies", interests},
    {"personal", interests},
    {"referees", references},
    {"references available upon request", references},
    {"references available on request", references},
    {"contact", contact},
    {"contact me", contact},
    {"contact info", contact},
    {"contact information", contact},
    {"contact details", contact},
    {"personal details", contact},
    {"personal data", contact},
    {"personal information", contact},
    {"publications", other},
    {"presentations", other},
    {"patents", other},
    {"memberships", other},
    {"affiliations", other},
    {"professional affiliations", other},
    {"professional memberships", other},
    {"associations", other},
    {"additional information", other},
    {"good to know", other},
    {"other information", other},
    {"other", other},
    {"miscellaneous", other},
    {"research", other},
    {"conferences", other},
    {"portfolio", projects},
});

// Words that name a section. Where a heading has several, the first in this table decides: what is
// special ("volunteer experience", "skills summary") stands before what is general.
constexpr auto heads = std::to_array<Wording>({
    {"volunteer", volunteering},
    {"volunteering", volunteering},
    {"volunteerism", volunteering},
    {"projects", projects},
    {"project", projects},
    {"languages", languages},
    {"language", languages},
    {"references", references},
    {"certifications", certifications},
    {"certification", certifications},
    {"certificates", certifications},
    {"certificate", certifications},
    {"licenses", certifications},
    {"licences", certifications},
    {"licensure", certifications},
    {"license", certifications},
    {"credentials", certifications},
    {"awards", awards},
    {"award", awards},
    {"honors", awards},
    {"honours", awards},
    {"honor", awards},
    {"recognition", awards},
    {"recognitions", awards},
    {"achievements", awards},
    {"achievement", awards},
    {"accomplishments", awards},
    {"accomplishment", awards},
    {"scholarships", awards},
    {"interests", interests},
    {"interest", interests},
    {"hobbies", interests},
    {"skills", skills},
    {"skill", skills},
    {"skillset", skills},
    {"competencies", skills},
    {"competences", skills},
    {"competence", skills},
    {"strengths", skills},
    {"proficiencies", skills},
    {"proficiency", skills},
    {"capabilities", skills},
    {"abilities", skills},
    {"expertise", skills},
    {"specialties", skills},
    {"experience", experience},
    {"experiences", experience},
    {"employment", experience},
    {"employers", experience},
    {"education", education},
    {"educational", education},
    {"training", education},
    {"trainings", education},
    {"courses", education},
    {"summary", summary},
    {"profile", summary},
    {"objective", summary},
    {"objectives", summary},
    {"overview", summary},
    {"qualifications", summary},
    {"qualification", summary},
    {"history", experience},
    {"background", experience},
});

constexpr auto modifiers = std::to_array<std::string_view>({
    "a",         "academic",     "additional", "and",          "areas",
    "business",  "career",       "community",  "computer",     "continuing",
    "core",      "current",      "customer",   "development",  "earlier",
    "executive", "extra",        "field",      "formal",       "functional",
    "further",   "general",      "hands",      "highlights",   "i",
    "industry",  "in",           "internship", "it",           "job",
    "key",       "leadership",   "main",       "major",        "management",
    "military",  "my",           "notable",    "of",           "on",
    "other",     "past",         "personal",   "practical",    "previous",
    "primary",   "prior",        "profession", "professional", "recent",
    "related",   "relevant",     "retail",     "sales",        "selected",
    "service",   "significant",  "special",    "specialized",  "strategic",
    "student",   "teaching",     "technical",  "technology",   "the",
    "top",       "transferable", "work",       "working",      "and",
});

constexpr auto subheadings = std::to_array<std::string_view>({
    "responsibilities",
    "key responsibilities",
    "duties",
    "duties and responsibilities",
    "main duties",
    "main responsibilities",
    "job duties",
    "job responsibilities",
    "responsibilities included",
    "responsibilities include",
    "duties included",
    "duties include",
    "roles and responsibilities",
    "role and responsibilities",
    "key duties",
    "core responsibilities",
    "key results",
    "results",
    "selected achievements",
    "achievements",
    "key achievements",
    "accomplishments",
    "key accomplishments",
    "selected accomplishments",
    "major accomplishments",
    "highlights",
    "key contributions",
    "contributions",
    "key projects",
    "job description",
    "company overview",
    "essential functions",
    "primary responsibilities",
    "major responsibilities",
});

template <class Table>
bool in(const Table& table, std::string_view key) {
  return std::ranges::find(table, key) != std::end(table);
}

// The row of `heads` that a word stands in; the table's size when it is none.
std::size_t head_rank(std::string_view word) {
  const auto found = std::ranges::find(heads, word, &Wording::key);
  return static_cast<std::size_t>(found - heads.begin());
}

std::optional<SectionKind> composed(std::string_view key) {
  std::size_t best = heads.size();
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const auto word = key.substr(at, end - at);
    const std::size_t rank = head_rank(word);
    if (rank == heads.size() && !in(modifiers, word)) return std::nullopt;
    best = std::min(best, rank);
    at = end + 1;
  }
  if (best == heads.size()) return std::nullopt;
  return heads.at(best).kind;
}

}  // namespace

std::string heading_key(std::string_view line) {
  std::string key;
  const auto blank = [&] {
    if (!key.empty() && key.back() != ' ') key += ' ';
  };
  utf8::for_each(line, [&](utf8::Decoded next, std::size_t) {
    if (next.code == '&') {
      blank();
      key += "and ";
    } else if (next.code == '\'' || next.code == 0x2019) {
      // "what you'll do" reads "what youll do"
    } else if (utf8::is_word(next.code)) {
      utf8::append(key, next.code);
    } else {
      blank();
    }
  });
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return utf8::lower(key);
}

std::optional<SectionKind> section_of(std::string_view key) {
  const auto phrase = std::ranges::find(phrases, key, &Wording::key);
  if (phrase != phrases.end()) return phrase->kind;
  return composed(key);
}

std::optional<SectionKind> section_by_last_word(std::string_view key) {
  constexpr auto telling = std::to_array<Wording>({
      {"experience", experience},
      {"employment", experience},
      {"history", experience},
      {"education", education},
      {"training", education},
      {"certifications", certifications},
  });
  const std::size_t blank = key.find_last_of(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const auto row = std::ranges::find(telling, key.substr(blank + 1), &Wording::key);
  if (row == telling.end()) return std::nullopt;
  return row->kind;
}

bool is_subheading(std::string_view key) {
  return in(subheadings, key);
}

}  // namespace rapport
