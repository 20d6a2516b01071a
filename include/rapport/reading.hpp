// Reading: a document with the evidence found in it, and how to point at a piece of that.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/evidence.hpp"
#include "rapport/proofreader.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// A place of a template that is for a skill: it has blanks for the user's own facts.
struct Slot {
  std::string skill{};   // id
  std::size_t unit = 0;  // index into Document::units
};

struct Reading {
  Document document;
  std::vector<Evidence> evidence{};
  std::vector<Remark> remarks{};  // empty unless asked for
  std::vector<Part> parts{};      // in order of unit and text; empty when nobody asked for them
  std::vector<Slot> slots{};      // of a template, in order of skill and unit
};

// Evidence with the document that holds it.
struct Cited {
  std::size_t reading = 0;   // index into Application::readings
  std::size_t evidence = 0;  // index into Reading::evidence
};

}  // namespace rapport
#pragma GCC visibility pop
