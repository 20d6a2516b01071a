#include "input/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// What pages of the web are still written in, by the beginning of its name, besides UTF-8 and
// Windows-1252. A list, because a converter for anything that a stranger may name is a risk.
constexpr auto usual = std::to_array<std::string_view>(
    {"iso-8859-", "windows-125", "koi8-", "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-"});

// POSIX names the value so.
// NOLINTNEXTLINE(performance-no-int-to-ptr)
const iconv_t no_conversion = reinterpret_cast<iconv_t>(-1);

DecodedText convert(std::string_view bytes, iconv_t handle, std::string_view encoding) {
  DecodedText out{.encoding = encoding};
  std::string in(bytes);  // iconv wants it writable
  char* from = in.data();
  std::size_t left = in.size();
  std::array<char, 16'384> buffer;
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const bool stuck = iconv(handle, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
    out.text.append(buffer.data(), buffer.size() - room);
    if (!stuck || errno == E2BIG) continue;
    utf8::append(out.text, utf8::replacement);
    out.damaged = true;
    ++from;
    --left;
  }
  return out;
}

char32_t unit_at(std::string_view bytes, std::size_t at, bool big_endian) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
}

// Without a byte order mark: Latin text has a zero in every second byte.
std::optional<ByteOrder> guessed_utf16(std::string_view bytes) {
  const auto sample = bytes.substr(0, 1024);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  if (sample.size() < 8 || std::min(zeros[0], zeros[1]) != 0) return std::nullopt;
  if (std::max(zeros[0], zeros[1]) * 5 <= sample.size() * 2) return std::nullopt;
  return zeros[0] > 0 ? ByteOrder::big_endian : ByteOrder::little_endian;
}

bool has_utf16_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

DecodedText from_utf16(std::string_view bytes, bool big_endian) {
  DecodedText out{.encoding = big_endian ? "UTF-16BE" : "UTF-16LE"};
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit_at(bytes, at, big_endian);
    const bool high = code >= 0xD800 && code < 0xDC00;
    if (high && at + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, at + 2, big_endian);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    if (code >= 0xD800 && code < 0xE000) {
      code = utf8::replacement;
      out.damaged = true;
    }
    utf8::append(out.text, code);
  }
  if (bytes.size() % 2 != 0) out.damaged = true;
  return out;
}

DecodedText from_bytes_1252(std::string_view bytes) {
  DecodedText out{.encoding = "Windows-1252", .guessed = true};
  out.text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte >= 0x80 && byte < 0xA0;
    const char32_t code = control ? from_windows_1252(byte) : byte;
    if (control && code == 0) out.damaged = true;
    utf8::append(out.text, control && code == 0 ? utf8::replacement : code);
  }
  return out;
}

// A text of many good multi-byte characters and a few bad bytes is damaged UTF-8, not
// Windows-1252, in which such sequences ("Ã©") make no sense.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  utf8::for_each(bytes, [&](utf8::Decoded next, std::size_t) {
    if (!next.valid) ++bad;
    if (next.length > 1) ++good;
  });
  return good > bad;
}

Finding save_as_utf8(std::string id, Severity severity, std::string message) {
  Finding finding;
  finding.id = std::move(id);
  finding.severity = severity;
  finding.message = std::move(message);
  finding.remedy = "save it as UTF-8";
  return finding;
}

}  // namespace

char32_t from_windows_1252(unsigned char byte) {
  return windows_1252.at(byte - 0x80U);
}

std::optional<ByteOrder> utf16_order(std::string_view bytes) {
  if (!has_utf16_mark(bytes)) return guessed_utf16(bytes);
  return bytes.starts_with("\xFE\xFF") ? ByteOrder::big_endian : ByteOrder::little_endian;
}

DecodedText decode_text(std::string_view bytes) {
  if (const auto order = utf16_order(bytes)) {
    DecodedText decoded = from_utf16(bytes, *order == ByteOrder::big_endian);
    decoded.guessed = !has_utf16_mark(bytes);
    return decoded;
  }
  if (utf8::is_valid(bytes)) return {.text = std::string(bytes), .encoding = "UTF-8"};
  if (bytes.starts_with("\xEF\xBB\xBF") || mostly_utf8(bytes)) {
    return {.text = utf8::replace_invalid(bytes), .encoding = "UTF-8", .damaged = true};
  }
  return from_bytes_1252(bytes);
}

std::optional<DecodedText> decode_as(std::string_view bytes, std::string_view encoding) {
  const std::string label = utf8::lower(encoding);
  const auto* row =
      std::ranges::find_if(usual, [&](std::string_view start) { return label.starts_with(start); });
  if (row == usual.end()) return std::nullopt;
  const std::unique_ptr<void, void (*)(iconv_t)> handle(iconv_open("UTF-8", label.c_str()),
                                                        [](iconv_t open) {
                                                          if (open != no_conversion)
                                                            iconv_close(open);
                                                        });
  if (handle.get() == no_conversion) return std::nullopt;
  return convert(bytes, handle.get(), *row);
}

std::vector<Finding> encoding_findings(const DecodedText& decoded, std::string_view text) {
  std::vector<Finding> findings;
  if (decoded.guessed) {
    findings.push_back(save_as_utf8(
        "guessed-encoding", Severity::note,
        fmt::format("the file does not say its encoding; read as {}", decoded.encoding)));
  }
  if (text.find("\xEF\xBF\xBD") != std::string_view::npos) {
    findings.push_back(save_as_utf8("unreadable-characters", Severity::warning,
                                    "some characters could not be read"));
  }
  return findings;
}

}  // namespace rapport
