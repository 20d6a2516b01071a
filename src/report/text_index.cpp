#include "report/text_index.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace rapport {
namespace {

// Whether a place's lines are those that an editor shows.
bool is_line_of_file(const Place& place) {
  return place.line > 0 && place.page == 0 && place.paragraph == 0 && place.part.empty();
}

std::size_t number(int value) {
  return value > 0 ? static_cast<std::size_t>(value) : 0;
}

}  // namespace

TextIndex::TextIndex(const Document& document) : document_(&document), points_(document.text) {
  starts_.push_back(0);
  const std::string& text = document.text;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    starts_.push_back(at + 1);
}

std::size_t TextIndex::line_of(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(starts_, offset);
  return static_cast<std::size_t>(after - starts_.begin()) - 1;
}

Span TextIndex::line(std::size_t index) const {
  const std::size_t size = document_->text.size();
  const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : size;
  return {starts_[index], end};
}

TextRegion TextIndex::region(Span span) const {
  const std::size_t size = document_->text.size();
  const std::size_t begin = std::min(span.begin, size);
  const std::size_t end = std::clamp(span.end, begin, size);
  const std::size_t last =
      end > begin ? end - utf8::decode_before(document_->text, end).length : begin;
  const Place first = document_->place(begin, end);
  if (is_line_of_file(first)) {
    const Place final = last > begin ? document_->place(last, end) : first;
    const std::size_t past = last < end ? 1 : 0;
    return {.start_line = number(first.line),
            .start_column = number(first.column),
            .end_line = std::max(number(final.line), number(first.line)),
            .end_column = final.column > 0 ? number(final.column) + past : 0};
  }
  const auto column = [&](std::size_t offset, std::size_t line) {
    return points_.before(offset) - points_.before(starts_[line]) + 1;
  };
  const std::size_t start_line = line_of(begin);
  const std::size_t end_line = line_of(last);
  const std::size_t before = points_.before(begin);
  return {.start_line = start_line + 1,
          .start_column = column(begin, start_line),
          .end_line = end_line + 1,
          .end_column = column(end, end_line),
          .characters = TextRegion::Characters{before, points_.before(end) - before}};
}

void TextIndex::index_places() {
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    const Span range = line(i);
    if (range.begin == range.end) continue;
    const Place place = document_->place(range.begin, range.end);
    places_.try_emplace({place.page, place.line, place.paragraph, place.part}, i);
    places_.try_emplace({place.page, 0, 0, ""}, i);
  }
}

std::optional<Span> TextIndex::find(const Place& place) {
  if (place.page == 0 && place.line == 0 && place.paragraph == 0) return std::nullopt;
  if (places_.empty()) index_places();
  auto found = places_.find({place.page, place.line, place.paragraph, place.part});
  if (found == places_.end() && place.page > 0) found = places_.find({place.page, 0, 0, ""});
  if (found == places_.end()) return std::nullopt;
  return line(found->second);
}

std::string_view TextIndex::unit_at(std::size_t offset) const {
  const auto& units = document_->units;
  const auto after = std::ranges::upper_bound(units, offset, {}, &Unit::begin);
  if (after != units.begin() && offset < std::prev(after)->end)
    return document_->slice(std::prev(after)->begin, std::prev(after)->end);
  const Span range = line(line_of(std::min(offset, document_->text.size())));
  return document_->slice(range.begin, range.end);
}

}  // namespace rapport
