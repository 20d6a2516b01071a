// What machines send: lines of a stream, answers of a child, a baseline.
#include <algorithm>

#include "batch/stream.hpp"
#include "batch/wire.hpp"
#include "fuzz.hpp"
#include "rapport/reader.hpp"
#include "report/baseline.hpp"
#include "support/engine.hpp"
#include "support/formats.hpp"
#include "targets.hpp"

namespace rapport::fuzz {

namespace {

// A line may name any file; the fuzzer must not read them.
bool names_file(std::string_view line) {
  return line.find("path") != std::string_view::npos || line.find("\\u") != std::string_view::npos;
}

// What a reader would have answered, with a few bytes of it changed: three for each change, and
// how many there are in the first byte.
std::string spoilt_answer(std::string_view bytes) {
  const std::string_view count = take(bytes, 1);
  std::string_view changes =
      take(bytes, count.empty() ? 0 : 3 * (static_cast<unsigned char>(count.front()) % 16U));
  std::string answer = pack(read({.name = "fuzz.html", .bytes = std::string(bytes)}));
  while (changes.size() >= 3) {
    const std::string_view change = take(changes, 3);
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(change[i]); };
    answer[(byte(0) * 256U + byte(1)) % answer.size()] = change[2];
  }
  return answer;
}

}  // namespace

void fuzz_stream(std::string_view bytes) {
  if (names_file(bytes)) return;
  const Answer given = answer(bytes, 1, Engine::get().pipeline(), Engine::get().everything());
  require(std::ranges::count(given.line, '\n') == 1, "an answer is one line");
  require_none(formats::fault_in_json_lines(given.line));
}

void fuzz_baseline(std::string_view bytes) {
  const auto baseline = Baseline::parse("fuzz.json", bytes);
  if (!baseline) return;
  const std::string written = baseline->json();
  const auto again = Baseline::parse("fuzz.json", written);
  require(again.has_value(), "what a baseline writes is a baseline");
  require(again->json() == written, "a baseline that is read and written stays the same");
}

// The first byte: "r" for an answer as it is, anything else for one that is made and then spoilt.
void fuzz_wire(std::string_view bytes) {
  const bool raw = take(bytes, 1) == "r";
  auto arrived = unpack(raw ? std::string(bytes) : spoilt_answer(bytes));
  if (!arrived) return;
  const std::string packed = pack(arrived);
  const auto again = unpack(packed);
  require(again.has_value() && pack(again) == packed, "what is packed arrives whole");
  const Engine& engine = Engine::get();
  require_none(
      engine.fault_in_reports(engine.application(make_document("fuzz", std::move(*arrived)))));
}

}  // namespace rapport::fuzz
