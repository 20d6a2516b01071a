// Reading: a document with the evidence found in it, and how to point at a piece of that.
#pragma once

#include <cstddef>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/evidence.hpp"
#include "rapport/proofreader.hpp"

#pragma GCC visibility push(default)
namespace rapport {

struct Reading {
  Document document;
  std::vector<Evidence> evidence{};
  std::vector<Remark> remarks{};  // empty unless asked for
  std::vector<Part> parts{};      // in order of unit and text; empty when nobody asked for them
};

// Evidence with the document that holds it.
struct Cited {
  std::size_t reading = 0;   // index into Application::readings
  std::size_t evidence = 0;  // index into Reading::evidence
};

}  // namespace rapport
#pragma GCC visibility pop
