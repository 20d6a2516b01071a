// Loads lexicon files: built in, or in a user's folder. Two passes, since any file's patterns may
// use any file's word classes: first all classes, then all rules, each compiled once to prove it.
#include "lexicon/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/bounds.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon/load_posting.hpp"
#include "lexicon/load_writing.hpp"
#include "lexicon/packed_lexicon.hpp"
#include "lexicon/ready_made.hpp"
#include "lexicon/rule_reader.hpp"
#include "lexicon/toml_file.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/matching_lexicon.hpp"

namespace rapport {

namespace {

constexpr std::string_view lexicon_folder = "lexicons/en/";

std::string part_names() {
  std::string names;
  for (std::size_t part = 0; part < story_part_count; ++part) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", name_of(static_cast<StoryPart>(part)));
  }
  return names;
}

class Loader {
 public:
  explicit Loader(Lexicon& lexicon) : lexicon_(lexicon) {}

  std::optional<Error> load(std::vector<TomlFile> files) {
    for (TomlFile& file : files) {
      read_classes(file);
      read_faults(file, lexicon_.faults);
    }
    for (TomlFile& file : files) {
      read(file);
      if (file.fault()) return file.fault();
    }
    std::ranges::sort(lexicon_.skills, {}, &Skill::id);
    return std::nullopt;
  }

 private:
  // A file is a skill when it says which; any other holds classes, contexts and quantities.
  void read(TomlFile& file) {
    if (file.table().contains("id")) {
      read_skill(file);
    } else {
      file.expect_only(file.table(), {"class", "context", "quantity", "fault", "phrase", "verbs",
                                      "posting", "part", "cue"});
      read_part_words(file);
      for (const toml::table* table : file.tables(file.table(), "cue")) read_part_cue(file, *table);
    }
    for (const toml::table* table : file.tables(file.table(), "context")) {
      read_context(file, *table);
    }
    for (const toml::table* table : file.tables(file.table(), "quantity")) {
      file.expect_only(*table, {"pattern", "regex", "yes", "no", "counts"});
      QuantityRule rule;
      rules_.read(file, *table, rule);
      rule.counts = file.boolean(*table, "counts", true);
      lexicon_.quantities.push_back(std::move(rule));
    }
    read_phrases(file, rules_, lexicon_.faults);
    std::ranges::move(file.strings(file.table(), "verbs"), std::back_inserter(lexicon_.verbs));
    read_posting(file, rules_, lexicon_.posting);
  }

  void read_part_words(TomlFile& file) {
    const toml::node* node = file.table().get("part");
    if (!node) return;
    if (!node->is_table()) {
      file.set_fault(file.error(*node, "`part` is not a table", "write [part.NAME]"));
      return;
    }
    for (const auto& [name, entry] : *node->as_table()) {
      const auto part = story_part(name.str());
      const toml::table* table = entry.as_table();
      if (!part || !table) {
        file.set_fault(file.error(entry, fmt::format("no such part of a story: `{}`", name.str()),
                                  part ? "write [part.NAME]" : "one of: " + part_names()));
        return;
      }
      file.expect_only(*table, {"title", "missing", "lead", "blank", "ask"});
      lexicon_.part_words[static_cast<std::size_t>(*part)] = {
          .title = file.string(*table, "title", true),
          .missing = file.string(*table, "missing", false),
          .lead = file.string(*table, "lead", false),
          .blank = file.string(*table, "blank", false),
          .ask = file.string(*table, "ask", false)};
    }
  }

  void read_part_cue(TomlFile& file, const toml::table& table) {
    file.expect_only(table, {"part", "reach", "counts", "pattern", "regex", "yes", "no"});
    PartRule rule;
    rules_.read(file, table, rule);
    rule.part = choice<StoryPart>(file, table, "part",
                                  {{"situation", StoryPart::situation},
                                   {"who", StoryPart::who},
                                   {"result", StoryPart::result}});
    rule.counts = file.boolean(table, "counts", true);
    if (rule.counts) {
      rule.reach = choice<PartRule::Reach>(file, table, "reach",
                                           {{"words", PartRule::Reach::words},
                                            {"clause", PartRule::Reach::clause},
                                            {"rest", PartRule::Reach::rest},
                                            {"whole", PartRule::Reach::whole}});
    }
    lexicon_.parts.push_back(std::move(rule));
  }

  void read_classes(TomlFile& file) {
    const toml::node* node = file.table().get("class");
    if (!node) return;
    const toml::table* classes = node->as_table();
    if (!classes) {
      file.set_fault(file.error(*node, "`class` is not a table", "write [class.NAME]"));
      return;
    }
    for (const auto& [name, entry] : *classes) {
      const toml::table* table = entry.as_table();
      if (!table) {
        file.set_fault(file.error(entry, fmt::format("class `{}` is not a table", name.str()),
                                  "write [class.NAME]"));
        return;
      }
      lexicon_.classes.insert_or_assign(std::string(name.str()), read_class(file, *table));
    }
  }

  static WordClass read_class(TomlFile& file, const toml::table& table) {
    file.expect_only(table, {"verbs", "nouns", "words"});
    WordClass words = file.strings(table, "words");
    for (const std::string& entry : file.strings(table, "verbs")) {
      std::ranges::move(verb_forms(entry), std::back_inserter(words));
    }
    for (const std::string& entry : file.strings(table, "nouns")) {
      std::ranges::move(noun_forms(entry), std::back_inserter(words));
    }
    if (words.empty()) file.set_fault(file.error(table, "an empty word class", "add words"));
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void read_skill(TomlFile& file) {
    const toml::table& table = file.table();
    file.expect_only(table,
                     {"id", "title", "about", "advice", "class", "context", "quantity", "evidence",
                      "veto", "suggest", "question", "fault", "phrase", "verbs"});
    Skill skill;
    skill.file = file.name();
    skill.id = file.string(table, "id", true);
    skill.title = file.string(table, "title", true);
    skill.about = file.string(table, "about", true);
    skill.advice = file.string(table, "advice", false);
    for (const toml::table* entry : file.tables(table, "evidence")) {
      skill.evidence.push_back(read_evidence(file, *entry));
    }
    for (const toml::table* entry : file.tables(table, "veto")) {
      file.expect_only(*entry, {"pattern", "regex", "yes", "no"});
      rules_.read(file, *entry, skill.vetoes.emplace_back());
    }
    for (const toml::table* entry : file.tables(table, "suggest")) {
      skill.suggestions.push_back(read_suggestion(file, *entry));
    }
    for (const toml::table* entry : file.tables(table, "question")) {
      file.expect_only(*entry, {"text"});
      skill.questions.push_back(file.string(*entry, "text", true));
    }
    std::erase_if(lexicon_.skills, [&](const Skill& known) { return known.id == skill.id; });
    lexicon_.skills.push_back(std::move(skill));
  }

  EvidenceRule read_evidence(TomlFile& file, const toml::table& table) {
    file.expect_only(table, {"level", "pattern", "regex", "yes", "no"});
    EvidenceRule rule;
    rules_.read(file, table, rule);
    const std::string written = file.string(table, "level", true);
    const auto read = level(written);
    if (read != Level::claimed && read != Level::demonstrated) {
      file.set_fault(file.error(table, fmt::format("no such level: `{}`", written),
                                "claimed or demonstrated; a number in the sentence makes it "
                                "quantified"));
    }
    rule.level = read.value_or(Level::claimed);
    return rule;
  }

  static Suggestion read_suggestion(TomlFile& file, const toml::table& table) {
    file.expect_only(table, {"kind", "text", "plain"});
    Suggestion suggestion;
    const std::string written = file.string(table, "kind", true);
    const auto kind = document_kind(written);
    if (!kind || *kind == DocumentKind::posting) {
      file.set_fault(
          file.error(table, fmt::format("no such kind: `{}`", written), "resume or cover-letter"));
    }
    suggestion.kind = kind.value_or(DocumentKind::resume);
    suggestion.text = file.string(table, "text", true);
    suggestion.plain = file.string(table, "plain", false);
    return suggestion;
  }

  void read_context(TomlFile& file, const toml::table& table) {
    file.expect_only(table, {"id", "effect", "where", "within", "across_commas", "series", "phrase",
                             "until", "capitalised", "unless", "except", "spares_postings", "why",
                             "pattern", "regex", "yes", "no"});
    ContextRule rule;
    rules_.read(file, table, rule);
    rule.id = file.string(table, "id", true);
    rule.why = file.string(table, "why", true);
    rule.effect = choice<ContextRule::Effect>(
        file, table, "effect",
        {{"reject", ContextRule::Effect::reject}, {"claim", ContextRule::Effect::claim}});
    rule.position = choice<ContextRule::Where>(file, table, "where",
                                               {{"before", ContextRule::Where::before},
                                                {"after", ContextRule::Where::after},
                                                {"over", ContextRule::Where::over},
                                                {"sentence", ContextRule::Where::sentence}});
    rule.within = file.integer(table, "within", 0);
    rule.across_commas = file.boolean(table, "across_commas", false);
    rule.series = file.boolean(table, "series", false);
    rule.phrase = file.boolean(table, "phrase", false);
    rule.capitalised = file.boolean(table, "capitalised", false);
    rule.unless = file.string(table, "unless", false);
    rule.spares_postings = file.boolean(table, "spares_postings", false);
    rule.except = file.strings(table, "except");
    rule.until = file.strings(table, "until");
    if (!rule.unless.empty()) rules_.check(file, *table.get("unless"), rule.unless);
    lexicon_.contexts.push_back(std::move(rule));
  }

  Lexicon& lexicon_;
  RuleReader rules_{lexicon_.classes};  // asked only when all classes are read
};

Result<std::string> read_text(const std::filesystem::path& path) {
  std::error_code fault;
  // A pipe would be waited for, and a folder reads as nothing.
  if (std::filesystem::exists(path) && !std::filesystem::is_regular_file(path, fault)) {
    return fail({.kind = ErrorKind::configuration,
                 .subject = path.string(),
                 .message = "is not a regular file",
                 .remedy = "a lexicon is a folder of .toml files"});
  }
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream.is_open() || stream.bad()) {
    return fail({.kind = ErrorKind::configuration,
                 .subject = path.string(),
                 .message = "cannot be read",
                 .remedy = "check its name and permissions"});
  }
  return text;
}

Result<std::vector<std::filesystem::path>> toml_files_of(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  }
  if (fault) {
    return fail({.kind = ErrorKind::configuration,
                 .subject = folder,
                 .message = fmt::format("no lexicon folder: {}", fault.message()),
                 .remedy = "name a folder that holds .toml files"});
  }
  std::ranges::sort(paths);
  return paths;
}

Result<void> check_size(const std::vector<std::filesystem::path>& paths,
                        const std::string& folder) {
  std::uintmax_t size = 0;
  for (const auto& path : paths) {
    std::error_code fault;
    const auto bytes = std::filesystem::file_size(path, fault);
    if (!fault) size += bytes;
  }
  if (size <= max_lexicon) return {};
  return fail({.kind = ErrorKind::configuration,
               .subject = folder,
               .message = fmt::format("holds more than {} MiB of patterns", max_lexicon >> 20U),
               .remedy = "leave out what no document says"});
}

Result<std::vector<TomlFile>> parse_folder(const std::string& folder) {
  std::vector<TomlFile> files;
  const auto paths = toml_files_of(folder);
  if (!paths) return fail(paths.error());
  if (auto fits = check_size(*paths, folder); !fits) return fail(std::move(fits.error()));
  for (const auto& path : *paths) {
    const auto text = read_text(path);
    if (!text) return fail(text.error());
    auto file = TomlFile::parse(path.string(), *text);
    if (!file) return fail(file.error());
    files.push_back(std::move(*file));
  }
  return files;
}

Result<std::vector<TomlFile>> parse_builtin() {
  std::vector<TomlFile> files;
  for (const EmbeddedFile& embedded : embedded_files()) {
    if (!embedded.name.starts_with(lexicon_folder)) continue;
    auto file = TomlFile::parse(std::string(embedded.name), embedded.text);
    if (!file) return fail(file.error());
    files.push_back(std::move(*file));
  }
  return files;
}

// A file that is called like one before it takes its place.
void put(std::vector<TomlFile>& files, TomlFile file) {
  const auto name = std::filesystem::path(file.name()).filename();
  std::erase_if(files, [&](const TomlFile& known) {
    return std::filesystem::path(known.name()).filename() == name;
  });
  files.push_back(std::move(file));
}

Result<Lexicon> lexicon_of(std::vector<TomlFile> files) {
  Lexicon lexicon;
  if (auto fault = Loader(lexicon).load(std::move(files))) return fail(std::move(*fault));
  return lexicon;
}

}  // namespace

Result<Lexicon> parse_lexicon(std::span<const EmbeddedFile> texts) {
  std::vector<TomlFile> files;
  for (const EmbeddedFile& text : texts) {
    auto file = TomlFile::parse(std::string(text.name), text.text);
    if (!file) return fail(file.error());
    files.push_back(std::move(*file));
  }
  return lexicon_of(std::move(files));
}

Result<Lexicon> load_lexicon(const std::vector<std::string>& folders) {
  auto files = parse_builtin();
  if (!files) return fail(files.error());
  for (const std::string& folder : folders) {
    auto added = parse_folder(folder);
    if (!added) return fail(added.error());
    for (TomlFile& file : *added) put(*files, std::move(file));
  }
  return lexicon_of(std::move(*files));
}

Result<Lexicon> load_matching_lexicon(const std::vector<std::string>& folders) {
  const auto ready = ready_made().lexicon;
  if (folders.empty() && !ready.empty()) return unpack_lexicon(ready);
  return load_lexicon(folders);
}

const Skill* Lexicon::find(std::string_view id) const {
  const auto found = std::ranges::find(skills, id, &Skill::id);
  return found == skills.end() ? nullptr : &*found;
}

}  // namespace rapport
