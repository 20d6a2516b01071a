// A user's regular expression (RE2 syntax) that finds the name in a path.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "rapport/result.hpp"

namespace rapport {

class NamePattern {
 public:
  // Error: what RE2 says of an expression that is none.
  [[nodiscard]] static Result<NamePattern> make(const std::string& expression);

  NamePattern(NamePattern&&) noexcept;
  NamePattern& operator=(NamePattern&&) noexcept;
  ~NamePattern();

  // The first group of the first match, or the match where the expression has no group; none where
  // that is empty. Safe to call from several threads.
  [[nodiscard]] std::optional<std::string> find(std::string_view text) const;

 private:
  class Impl;
  explicit NamePattern(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

}  // namespace rapport
