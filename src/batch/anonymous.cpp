#include "batch/anonymous.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace rapport {

namespace {

constexpr std::size_t pseudonym_length = 16;  // 64 bits: enough for a million applicants

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (word.size() >= 3) words.push_back(utf8::lower(word));
    word.clear();
  };
  utf8::for_each(text, [&](utf8::Decoded next, std::size_t at) {
    if (next.valid && !utf8::is_word(next.code)) return end();
    word += text.substr(at, next.length);
  });
  end();
  return words;
}

// Messages of ours are fixed words and figures. What could be a quote, a path or an address, or
// has a word of the file's own path in it, is not let through.
bool is_harmless(std::string_view message, std::string_view path) {
  if (message.find_first_of("/@\"'`") != std::string_view::npos) return false;
  if (message.find("“") != std::string_view::npos || message.find("‘") != std::string_view::npos)
    return false;
  const auto known = words_of(path);
  const auto said = words_of(message);
  return std::none_of(said.begin(), said.end(), [&](const std::string& word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
}

std::string harmless(const std::string& message, std::string_view path, const char* otherwise) {
  return is_harmless(message, path) ? message : otherwise;
}

// Of a lexicon of the user's own, the file's name without its folder.
std::string pattern_without_folder(const std::string& pattern) {
  if (pattern.starts_with("lexicons/")) return pattern;
  return pattern.substr(pattern.rfind('/') + 1);
}

}  // namespace

std::string Anonymiser::pseudonym(std::string_view kind, std::string_view text) const {
  return fmt::format("{}-{}", kind, hidden(kind, text).substr(0, pseudonym_length));
}

// What is hidden for one use tells nothing of the same text in another.
std::string Anonymiser::hidden(std::string_view use, std::string_view text) const {
  return hmac_sha256(salt_, fmt::format("{}:{}", use, text));
}

std::string Anonymiser::id() const {
  return pseudonym("salt", "");
}

std::string Anonymiser::applicant(std::string_view name) const {
  return pseudonym("applicant", name);
}

std::string Anonymiser::document(std::string_view path) const {
  return pseudonym("document", path);
}

std::string Anonymiser::fingerprint(std::string_view fingerprint) const {
  return fingerprint.empty() ? "" : hidden("fingerprint", fingerprint);
}

DocumentRecord Anonymiser::anonymous(const DocumentRecord& document) const {
  DocumentRecord hidden_document = document;
  hidden_document.path = this->document(document.path);
  if (!document.sha256.empty()) hidden_document.sha256 = hidden("content", document.sha256);
  if (document.trouble)
    hidden_document.trouble = {
        .cause = harmless(document.trouble->cause, document.path, "could not be read"),
        .remedy = harmless(document.trouble->remedy, document.path, "")};
  return hidden_document;
}

ApplicationRecord Anonymiser::anonymous(const ApplicationRecord& record) const {
  ApplicationRecord other = record;
  other.name = applicant(record.name);
  other.fingerprint = fingerprint(record.fingerprint);
  std::transform(record.documents.begin(), record.documents.end(), other.documents.begin(),
                 [this](const DocumentRecord& document) { return anonymous(document); });
  for (SkillRecord& skill : other.skills) {
    for (EvidenceRecord& evidence : skill.evidence) {
      evidence.text.clear();
      evidence.unit.clear();
      evidence.heading.clear();
      evidence.pattern = pattern_without_folder(evidence.pattern);
    }
  }
  for (FindingRecord& finding : other.findings) {
    finding.subject.clear();
    finding.message.clear();
    finding.remedy.clear();
    finding.quotes.clear();
  }
  for (DemandRecord& demand : other.demands) demand.term.clear();
  other.keywords.clear();
  for (PhraseRecord& phrase : other.phrases) {
    phrase.key = hidden("phrase", phrase.key).substr(0, phrase.key.size());
    phrase.text.clear();
  }
  return other;
}

RunSettings Anonymiser::anonymous(const RunSettings& settings) const {
  RunSettings other = settings;
  other.anonymous = id();
  if (!settings.options.empty()) other.options = hidden("options", settings.options);
  for (PostingFile& posting : other.postings) {
    posting.name = pseudonym("posting", posting.name);
    posting.sha256 = hidden("content", posting.sha256);
  }
  return other;
}

Error Anonymiser::anonymous(const Error& error) const {
  return {.kind = error.kind,
          .subject = error.subject.empty() ? "" : document(error.subject),
          .message = harmless(error.message, error.subject, "could not be read"),
          .remedy = harmless(error.remedy, error.subject, "")};
}

}  // namespace rapport
