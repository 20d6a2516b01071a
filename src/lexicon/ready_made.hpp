// What is made of the built-in lexicon when the program is built, by src/ready/make_ready.cpp.
// In that maker itself there is nothing ready yet.
#pragma once

#include <cstdint>
#include <span>

namespace rapport {

struct ReadyMade {
  std::span<const std::uint32_t> lexicon{};  // see lexicon/packed_lexicon.hpp
  std::span<const std::uint32_t> tables{};   // scanner tables, one after the other
};

[[nodiscard]] ReadyMade ready_made();

}  // namespace rapport
