#include "match/name_pattern.hpp"

#include <re2/re2.h>

#include <array>
#include <utility>

namespace rapport {

class NamePattern::Impl {
 public:
  explicit Impl(const std::string& expression) : regex(expression, quiet()) {}
  RE2 regex;

 private:
  // What is wrong is for us to tell.
  static RE2::Options quiet() {
    RE2::Options options;
    options.set_log_errors(false);
    return options;
  }
};

NamePattern::NamePattern(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
NamePattern::NamePattern(NamePattern&&) noexcept = default;
NamePattern& NamePattern::operator=(NamePattern&&) noexcept = default;
NamePattern::~NamePattern() = default;

Result<NamePattern> NamePattern::make(const std::string& expression) {
  auto impl = std::make_unique<const Impl>(expression);
  if (!impl->regex.ok())
    return fail(Error{.kind = ErrorKind::usage,
                      .subject = expression,
                      .message = "no regular expression: " + impl->regex.error(),
                      .remedy = "see https://github.com/google/re2/wiki/Syntax"});
  return NamePattern(std::move(impl));
}

std::optional<std::string> NamePattern::find(std::string_view text) const {
  const int groups = impl_->regex.NumberOfCapturingGroups();
  std::array<re2::StringPiece, 2> found{};
  const re2::StringPiece whole(text.data(), text.size());
  const int wanted = groups > 0 ? 2 : 1;
  if (!impl_->regex.Match(whole, 0, whole.size(), RE2::UNANCHORED, found.data(), wanted))
    return std::nullopt;
  const re2::StringPiece name = found[static_cast<std::size_t>(wanted - 1)];
  if (name.empty()) return std::nullopt;
  return std::string(name.data(), name.size());
}

}  // namespace rapport
