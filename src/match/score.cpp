#include <fmt/format.h>

#include <algorithm>

#include "rapport/lexicon_tools.hpp"

namespace rapport {

namespace {

double ratio(int part, int whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<Label> parse_label(std::string_view written) {
  Label label;
  if (written.ends_with('?')) {
    label.optional = true;
    written.remove_suffix(1);
  }
  for (const std::string_view letter : split(written, '/')) {
    if (letter == "c") {
      label.levels.push_back(Level::claimed);
    } else if (letter == "d") {
      label.levels.push_back(Level::demonstrated);
    } else if (letter == "q") {
      label.levels.push_back(Level::quantified);
    } else {
      return std::nullopt;
    }
  }
  return label;
}

Error bad_line(std::string_view name, std::size_t line, std::string message) {
  return Error{.kind = ErrorKind::input,
               .subject = fmt::format("{}:{}", name, line),
               .message = std::move(message),
               .remedy = "a line is id, kind, sentence and labels, separated by tabs"};
}

Result<LabelledSentence> parse_line(std::string_view name, std::size_t number,
                                    std::string_view line) {
  const auto fields = split(line, '\t');
  if (fields.size() != 4) return fail(bad_line(name, number, "not four fields"));
  LabelledSentence sentence{.id = std::string(fields[0]), .text = std::string(fields[2])};
  const auto kind = document_kind(fields[1]);
  if (!kind) return fail(bad_line(name, number, fmt::format("no such kind: `{}`", fields[1])));
  sentence.kind = *kind;
  if (fields[3] == "-") return sentence;
  for (const std::string_view word : split(fields[3], ' ')) {
    const std::size_t equals = word.find('=');
    const auto label =
        equals == std::string_view::npos ? std::nullopt : parse_label(word.substr(equals + 1));
    if (!label) return fail(bad_line(name, number, fmt::format("not a label: `{}`", word)));
    sentence.labels.emplace(word.substr(0, equals), *label);
  }
  return sentence;
}

// A labelled sentence is one unit by definition.
Document one_unit(const LabelledSentence& sentence) {
  Document document;
  document.name = sentence.id;
  document.kind = sentence.kind;
  document.text = sentence.text;
  document.sections.push_back({.begin = 0, .end = sentence.text.size()});
  document.units.push_back({.begin = 0, .end = sentence.text.size()});
  return document;
}

// The strongest evidence for each skill of a sentence.
std::map<std::size_t, Evidence> strongest(const std::vector<Evidence>& evidence) {
  std::map<std::size_t, Evidence> best;
  for (const Evidence& piece : evidence) {
    const auto [entry, added] = best.emplace(piece.skill, piece);
    if (!added && piece.level > entry->second.level) entry->second = piece;
  }
  return best;
}

std::string letters(const Label& label) {
  std::string result;
  for (const Level level : label.levels) {
    result += fmt::format("{}{}", result.empty() ? "" : "/", name_of(level));
  }
  return result;
}

class Scorer {
 public:
  explicit Scorer(const Matcher& matcher) : matcher_(matcher) {}

  void add(const LabelledSentence& sentence) {
    const Document document = one_unit(sentence);
    const auto best = strongest(matcher_.match(document));
    for (const auto& [number, piece] : best) found(sentence, document, piece);
    for (const auto& [skill, label] : sentence.labels) {
      if (label.optional) continue;
      const bool hit = std::ranges::any_of(best, [&, &id = skill](const auto& entry) {
        return matcher_.lexicon().skills[entry.first].id == id;
      });
      if (hit) continue;
      ++score_.skills[skill].misses;
      note(Mistake::Kind::miss, skill, sentence, fmt::format("expected {}", letters(label)));
    }
  }

  Score finish() {
    double sum = 0;
    int labelled = 0;
    for (const auto& [skill, tally] : score_.skills) {
      score_.micro.true_positives += tally.true_positives;
      score_.micro.false_positives += tally.false_positives;
      score_.micro.misses += tally.misses;
      score_.micro.levels_right += tally.levels_right;
      if (tally.true_positives + tally.misses == 0) continue;
      sum += tally.f1();
      ++labelled;
    }
    score_.macro_f1 = labelled == 0 ? 1.0 : sum / labelled;
    return std::move(score_);
  }

 private:
  void found(const LabelledSentence& sentence, const Document& document, const Evidence& piece) {
    const Skill& skill = matcher_.lexicon().skills[piece.skill];
    const EvidenceRule& rule = skill.evidence[piece.rule];
    const std::string fired = fmt::format("{}: \"{}\" by {}:{} `{}`", name_of(piece.level),
                                          document.slice(piece.begin, piece.end), rule.where.file,
                                          rule.where.line, rule.pattern);
    const auto label = sentence.labels.find(skill.id);
    if (label == sentence.labels.end()) {
      ++score_.skills[skill.id].false_positives;
      note(Mistake::Kind::false_alarm, skill.id, sentence, fired);
      return;
    }
    if (label->second.optional) return;
    Tally& tally = score_.skills[skill.id];
    ++tally.true_positives;
    if (std::ranges::find(label->second.levels, piece.level) != label->second.levels.end()) {
      ++tally.levels_right;
    } else {
      note(Mistake::Kind::wrong_level, skill.id, sentence,
           fmt::format("expected {}, {}", letters(label->second), fired));
    }
  }

  void note(Mistake::Kind kind, std::string_view skill, const LabelledSentence& sentence,
            std::string explanation) {
    score_.mistakes.push_back(
        {kind, std::string(skill), sentence.id, sentence.text, std::move(explanation)});
  }

  const Matcher& matcher_;
  Score score_;
};

}  // namespace

double Tally::precision() const {
  return ratio(true_positives, true_positives + false_positives);
}
double Tally::recall() const {
  return ratio(true_positives, true_positives + misses);
}
double Tally::f1() const {
  return ratio(2 * true_positives, 2 * true_positives + false_positives + misses);
}
double Tally::level_accuracy() const {
  return ratio(levels_right, true_positives);
}

Result<std::vector<LabelledSentence>> parse_labelled(std::string_view name, std::string_view text) {
  std::vector<LabelledSentence> sentences;
  std::size_t number = 0;
  for (std::string_view line : split(text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (++number == 1 || line.empty()) continue;
    auto sentence = parse_line(name, number, line);
    if (!sentence) return fail(sentence.error());
    sentences.push_back(std::move(*sentence));
  }
  return sentences;
}

Score score(const Matcher& matcher, const std::vector<LabelledSentence>& sentences) {
  Scorer scorer(matcher);
  for (const LabelledSentence& sentence : sentences) scorer.add(sentence);
  return scorer.finish();
}

}  // namespace rapport
