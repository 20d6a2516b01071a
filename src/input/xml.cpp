#include "input/xml.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>

#include "base/bounds.hpp"
#include "base/utf8.hpp"

namespace rapport {
namespace {

constexpr int max_elements = 2'000'000;
constexpr int max_errors = 1'000;
// Word declares some 35 namespaces.
constexpr int max_namespaces = 500;
// Comparisons of attributes and look-ups of prefixes that one document may cost.
constexpr std::size_t max_work = 300'000'000;
// All different names together, of which a real document has some hundreds. libxml2's table of
// names is slow when it is full of short ones.
constexpr std::size_t max_names_bytes = 128 << 10;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// Watches the bytes ahead of the parser for what it must never be given: a tag with too many
// attributes, or one too long. A tag cannot hold '<', so it is enough to count `="` since the last
// one. Zero bytes are skipped, which makes it work for UTF-16 as well.
class Watch {
 public:
  bool allows(std::string_view bytes) {
    return std::ranges::all_of(bytes, [this](char c) { return allows(c); });
  }

 private:
  bool allows(char c) {
    if (c == '<') {
      stretch_ = 0;
      attributes_ = 0;
      after_equals_ = false;
      return true;
    }
    if ((c == '"' || c == '\'') && after_equals_) ++attributes_;
    if (c == '=') {
      after_equals_ = true;
    } else if (static_cast<unsigned char>(c) > ' ') {
      after_equals_ = false;
    }
    return ++stretch_ <= max_xml_stretch && attributes_ <= max_xml_attributes;
  }

  std::size_t stretch_ = 0;
  int attributes_ = 0;
  bool after_equals_ = false;
};

// Encodings whose markup is ASCII (or UTF-16), so that Watch understands it.
bool is_usual_encoding(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  constexpr std::array<std::string_view, 7> usual = {"utf-8", "utf8",      "utf-16",     "us-ascii",
                                                     "ascii", "iso-8859-", "windows-125"};
  return std::ranges::any_of(usual,
                             [&](std::string_view start) { return lower.starts_with(start); });
}

// libxml2 leaves this one reference as it is in an attribute, for a tree to be built from it.
constexpr std::string_view ampersand = "&#38;";

std::string with_ampersands(std::string_view value) {
  std::string result(value);
  for (std::size_t at = 0; (at = result.find(ampersand, at)) != std::string::npos; ++at) {
    result.erase(at + 1, ampersand.size() - 1);
  }
  return result;
}

class Parse {
 public:
  Parse(const ByteSource& source, XmlHandler& handler) : source_(source), handler_(handler) {}

  XmlEnd run() {
    xmlSAXHandler sax = callbacks();
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(
        xmlCreateIOParserCtxt(&sax, this, &Parse::on_read, nullptr, this, XML_CHAR_ENCODING_NONE),
        &xmlFreeParserCtxt);
    if (!context) return end_ == XmlEnd::complete ? XmlEnd::damaged : end_;
    context_ = context.get();
    xmlCtxtUseOptions(context_, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                    XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    xmlDictSetLimit(context_->dict, max_names_bytes);
    xmlParseDocument(context_);
    if (end_ == XmlEnd::complete && (context_->wellFormed == 0 || source_failed_)) {
      return XmlEnd::damaged;
    }
    return end_;
  }

 private:
  static Parse& self(void* data) { return *static_cast<Parse*>(data); }

  static xmlSAXHandler callbacks() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startDocument = &Parse::on_document;
    sax.internalSubset = &Parse::on_doctype;
    sax.startElementNs = &Parse::on_start;
    sax.endElementNs = &Parse::on_end;
    sax.characters = &Parse::on_text;
    sax.cdataBlock = &Parse::on_text;
    // The same function, or libxml2 guesses which blanks matter.
    sax.ignorableWhitespace = &Parse::on_text;
    sax.serror = &Parse::on_error;
    return sax;
  }

  void stop(XmlEnd why) {
    if (end_ == XmlEnd::complete) end_ = why;
    if (context_) xmlStopParser(context_);
  }

  static int on_read(void* data, char* buffer, int size) {
    Parse& parse = self(data);
    if (parse.end_ != XmlEnd::complete) return 0;
    const std::size_t got = parse.fill({buffer, static_cast<std::size_t>(size)});
    if (!parse.watch_.allows({buffer, got})) {
      parse.end_ = XmlEnd::too_complex;
      return 0;
    }
    return static_cast<int>(got);
  }

  // Until the room is full or there is no more: libxml2 tells encodings by what it gets at first,
  // so that small pieces would be another document.
  std::size_t fill(std::span<char> room) {
    std::size_t used = 0;
    while (used < room.size() && !source_failed_) {
      const std::ptrdiff_t got = source_(room.subspan(used));
      if (got == 0) break;
      source_failed_ = got < 0;
      if (got > 0) used += static_cast<std::size_t>(got);
    }
    return used;
  }

  static void on_document(void* data) {
    Parse& parse = self(data);
    const xmlParserCtxt& context = *parse.context_;
    const std::string_view declared =
        view(context.encoding ? context.encoding : context.input->encoding);
    if (!declared.empty() && !is_usual_encoding(declared)) parse.stop(XmlEnd::encoding);
  }

  static void on_doctype(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    self(data).stop(XmlEnd::doctype);
  }

  static void on_start(void* data, const xmlChar* local, const xmlChar*, const xmlChar* uri,
                       int namespaces, const xmlChar**, int attributes, int, const xmlChar** raw) {
    Parse& parse = self(data);
    if (!parse.affords(namespaces, attributes)) return parse.stop(XmlEnd::too_complex);
    const XmlAttributes found({raw, static_cast<std::size_t>(attributes) * 5});
    if (!parse.handler_.start({view(uri), view(local)}, found)) parse.stop(XmlEnd::stopped);
  }

  static void on_end(void* data, const xmlChar* local, const xmlChar*, const xmlChar* uri) {
    Parse& parse = self(data);
    --parse.depth_;
    parse.namespaces_ -= parse.declared_[static_cast<std::size_t>(parse.depth_)];
    if (!parse.handler_.end({view(uri), view(local)})) parse.stop(XmlEnd::stopped);
  }

  static void on_text(void* data, const xmlChar* text, int size) {
    Parse& parse = self(data);
    const std::string_view piece(reinterpret_cast<const char*>(text),
                                 static_cast<std::size_t>(size));
    // Recovery lets stray bytes through as they are.
    const bool go_on = utf8::is_valid(piece) ? parse.handler_.text(piece)
                                             : parse.handler_.text(utf8::replace_invalid(piece));
    if (!go_on) parse.stop(XmlEnd::stopped);
  }

  static void on_error(void* data, xmlErrorPtr) {
    Parse& parse = self(data);
    // Each costs a formatted message: a file of nothing but errors would take minutes.
    if (++parse.errors_ == max_errors) parse.stop(XmlEnd::damaged);
  }

  // Counts an element in; false when it goes beyond a bound.
  bool affords(int namespaces, int attributes) {
    if (depth_ >= max_xml_depth) return false;
    declared_[static_cast<std::size_t>(depth_++)] = namespaces;
    namespaces_ += namespaces;
    const auto count = static_cast<std::size_t>(attributes);
    work_ += count * count + (count + 1) * static_cast<std::size_t>(namespaces_);
    return ++elements_ <= max_elements && namespaces_ <= max_namespaces && work_ <= max_work;
  }

  const ByteSource& source_;
  XmlHandler& handler_;
  xmlParserCtxtPtr context_ = nullptr;
  Watch watch_{};
  XmlEnd end_ = XmlEnd::complete;
  bool source_failed_ = false;
  int depth_ = 0;
  int elements_ = 0;
  int errors_ = 0;
  int namespaces_ = 0;
  std::size_t work_ = 0;
  std::array<int, max_xml_depth> declared_{};
};

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
  for (std::size_t i = 0; i + 4 < raw_.size(); i += 5) {
    if (view(raw_[i]) != local) continue;
    const auto* begin = reinterpret_cast<const char*>(raw_[i + 3]);
    const auto* end = reinterpret_cast<const char*>(raw_[i + 4]);
    const std::string_view value(begin, static_cast<std::size_t>(end - begin));
    if (value.find(ampersand) == std::string_view::npos) return value;
    return unescaped_.emplace_front(with_ampersands(value));
  }
  return std::nullopt;
}

XmlEnd parse_xml(const ByteSource& source, XmlHandler& handler) {
  prepare_library();
  return Parse(source, handler).run();
}

XmlEnd parse_xml(std::string_view bytes, XmlHandler& handler) {
  const ByteSource source = [&bytes](std::span<char> buffer) {
    const std::size_t count = std::min(bytes.size(), buffer.size());
    std::memcpy(buffer.data(), bytes.data(), count);
    bytes.remove_prefix(count);
    return static_cast<std::ptrdiff_t>(count);
  };
  return parse_xml(source, handler);
}

}  // namespace rapport
