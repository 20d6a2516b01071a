// Finding: the one type for all that a user is told besides evidence of skills.
#pragma once

#include <string>

#include "rapport/place.hpp"

#pragma GCC visibility push(default)
namespace rapport {

enum class Severity { note, warning, error };

struct Finding {
  std::string id{};  // stable, kebab-case: "no-text-layer"; tools and baselines key on it
  Severity severity = Severity::warning;
  std::string document{};  // name of the file; empty when it concerns the whole application
  Place place{};           // empty when it concerns the whole document
  std::string message{};   // what is so, one sentence without a full stop
  std::string remedy{};    // what to do about it; may be empty
};

}  // namespace rapport
#pragma GCC visibility pop
