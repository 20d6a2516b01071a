#include "pdf/streams.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string>

namespace rapport {
namespace {

// A resume's pages inflate to some hundred kilobytes.
constexpr std::size_t most_inflated = 24 << 20;
constexpr std::size_t longest_dictionary = 8192;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return contains(text, part); });
}

// From the object's beginning to the keyword "stream".
std::string_view dictionary_before(std::string_view file, std::size_t at) {
  const std::size_t from = at > longest_dictionary ? at - longest_dictionary : 0;
  const std::string_view before = file.substr(from, at - from);
  const std::size_t object = before.rfind(" obj");
  return object == std::string_view::npos ? before : before.substr(object + 4);
}

bool is_no_content(std::string_view dictionary) {
  static constexpr std::array<std::string_view, 14> others = {
      "/Image",   "/Length1",  "/Type1C",       "/CIDFontType0C", "/OpenType",
      "/XRef",    "/XML",      "/Alternate",    "/FunctionType",  "/CMapName",
      "/Length2", "/ICCBased", "/EmbeddedFile", "/ShadingType"};
  return has_any(dictionary, others);
}

bool is_packed_otherwise(std::string_view dictionary) {
  static constexpr std::array<std::string_view, 5> filters = {"/LZW", "/ASCII85", "/ASCIIHex",
                                                              "/RunLength", "/Crypt"};
  return has_any(dictionary, filters) || contains(dictionary, "/A85") ||
         contains(dictionary, "/AHx");
}

// What could be inflated, damaged or not; nothing when the budget does not suffice.
std::optional<std::string> inflated(std::string_view packed, std::size_t budget) {
  z_stream stream;
  std::memset(&stream, 0, sizeof stream);
  if (inflateInit(&stream) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 1U << 30));
  std::string result;
  int status = Z_OK;
  while (status == Z_OK && result.size() <= budget) {
    const std::size_t before = result.size();
    result.resize(before + std::clamp<std::size_t>(before, 16384, 1 << 20));
    stream.next_out = reinterpret_cast<Bytef*>(result.data() + before);
    stream.avail_out = static_cast<uInt>(result.size() - before);
    status = inflate(&stream, Z_NO_FLUSH);
    result.resize(result.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (result.size() > budget) return std::nullopt;
  return result;
}

// Where the data of the stream begins whose keyword stands at `at`; npos when it is none.
std::size_t data_after(std::string_view file, std::size_t at) {
  std::size_t data = at + std::string_view("stream").size();
  if (data < file.size() && file[data] == '\r') ++data;
  if (data >= file.size() || file[data] != '\n') return std::string_view::npos;
  std::size_t before = at;
  while (before > 0 && std::strchr(" \t\r\n", file[before - 1]) != nullptr) --before;
  const bool after_dictionary = before >= 2 && file.substr(before - 2, 2) == ">>";
  return after_dictionary ? data + 1 : std::string_view::npos;
}

}  // namespace

bool each_stream(std::string_view file, const std::function<void(const PdfStream&)>& visit) {
  if (contains(file, "/Encrypt")) return false;
  std::size_t budget = most_inflated;
  for (std::size_t at = file.find("stream"); at != std::string_view::npos;
       at = file.find("stream", at)) {
    const std::size_t data = data_after(file, at);
    if (data == std::string_view::npos) {
      at += 6;
      continue;
    }
    const std::string_view dictionary = dictionary_before(file, at);
    const std::size_t end = std::min(file.find("endstream", data), file.size());
    at = std::min(end + 9, file.size());
    if (is_no_content(dictionary)) continue;
    if (is_packed_otherwise(dictionary)) return false;
    const std::string_view raw = file.substr(data, end - data);
    if (!contains(dictionary, "/Fl")) {
      visit({dictionary, raw});
      continue;
    }
    const auto content = inflated(raw, budget);
    if (!content) return false;
    budget -= content->size();
    visit({dictionary, *content});
  }
  return true;
}

}  // namespace rapport
