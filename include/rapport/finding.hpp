// Finding: the one type for all that a user is told besides evidence of skills.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rapport/place.hpp"

#pragma GCC visibility push(default)
namespace rapport {

enum class Severity { note, warning, error };

// Words of a document that a finding rests on.
struct Quotation {
  std::string document{};  // name of the file
  Place place{};
  std::size_t begin = 0;  // byte range in Document::text
  std::size_t end = 0;
  std::string text{};  // the words as they stand there
};

struct Finding {
  std::string id{};  // stable, kebab-case: "no-text-layer"; tools and baselines key on it
  Severity severity = Severity::warning;
  std::string document{};  // name of the file; empty when it concerns the whole application
  Place place{};           // empty when it concerns the whole document
  std::string message{};   // what is so, one sentence without a full stop
  std::string remedy{};    // what to do about it; may be empty
  // What all findings of this id have in common, for a report that gathers them under one line and
  // prints subject and quotes for each; empty for those that stand alone.
  std::string title{};
  std::string subject{};            // what this one is about: a skill, by its title; may be empty
  std::vector<Quotation> quotes{};  // the sentences it rests on; empty where none do
};

}  // namespace rapport
#pragma GCC visibility pop
