#include "batch/read_ahead.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace rapport {

ReadAhead::ReadAhead(std::unique_ptr<const IsolatedExtractor> isolated,
                     std::span<const std::string> files, Pictures pictures)
    : isolated_(std::move(isolated)), pictures_(pictures) {
  for (const std::string& file : files) {
    auto loaded = load(file);
    if (!loaded) continue;
    auto input = std::make_unique<const Input>(std::move(*loaded));
    try {
      auto extracted = std::async(std::launch::async, [this, &from = *input] {
        return isolated_->extract(from, pictures_);
      });
      begun_.push_back({.input = std::move(input), .extracted = std::move(extracted)});
    } catch (const std::system_error&) {
      return;  // a system without a thread to spare: all is read when its turn comes
    }
  }
}

ReadAhead::~ReadAhead() {
  if (!begun_.empty()) isolated_->stop();
}

Result<Extracted> ReadAhead::extract(const Input& input, Pictures pictures) const {
  std::optional<Begun> begun = take(input, pictures);
  return begun ? begun->extracted.get() : isolated_->extract(input, pictures);
}

std::optional<ReadAhead::Begun> ReadAhead::take(const Input& input, Pictures pictures) const {
  const std::scoped_lock lock(taking_);
  const auto same = std::ranges::find_if(begun_, [&](const Begun& begun) {
    return pictures == pictures_ && begun.input->name == input.name &&
           begun.input->bytes == input.bytes;
  });
  if (same == begun_.end()) return std::nullopt;
  Begun taken = std::move(*same);
  begun_.erase(same);
  return taken;
}

}  // namespace rapport
