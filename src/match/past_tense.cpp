#include "match/past_tense.hpp"

#include <algorithm>
#include <cstddef>

#include "lexicon/inflect.hpp"

namespace rapport {
namespace {

template <class Table>
std::string capitalised(const Table& table, std::string_view word) {
  const auto found = table.find(word);
  if (found == table.end()) return "";
  std::string past = found->second;
  if (past.front() >= 'a' && past.front() <= 'z')
    past.front() = static_cast<char>(past.front() - 32);
  return past;
}

}  // namespace

// What stands behind the base form: "take/took/taken" has two forms written out.
PastTense::PastTense(const std::vector<std::string>& verbs) {
  for (const std::string& verb : verbs) {
    const auto written = static_cast<std::size_t>(std::ranges::count(verb, '/'));
    const std::vector<std::string> forms = verb_forms(verb);
    const std::string& base = forms.front();
    const auto is_gerund = [&](const std::string& form) {
      return form != base && form.ends_with("ing");
    };
    const std::string& past = written > 0 ? forms[1] : forms[2];
    const bool own_participle = written > 1 && !is_gerund(forms[2]);
    bases_.emplace(base, past);
    participles_.emplace(own_participle ? forms[2] : past, past);
    const auto gerund = std::ranges::find_if(forms, is_gerund);
    if (gerund != forms.end()) gerunds_.emplace(*gerund, past);
    const std::size_t third = written > 0 ? written + 1 : 1;
    thirds_.insert(forms[third]);
  }
}

std::string PastTense::of_gerund(std::string_view word) const {
  return capitalised(gerunds_, word);
}

std::string PastTense::of_base(std::string_view word) const {
  return capitalised(bases_, word);
}

std::string PastTense::of_participle(std::string_view word) const {
  return capitalised(participles_, word);
}

bool PastTense::is_form(std::string_view word) const {
  return bases_.contains(word) || thirds_.contains(word) || gerunds_.contains(word);
}

}  // namespace rapport
