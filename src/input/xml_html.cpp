#include "input/xml_html.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "base/utf8.hpp"

namespace rapport {
namespace {

// Pages that never close their tags get some hundreds deep.
constexpr int max_depth = 5'000;
constexpr std::size_t max_elements = 2'000'000;
// To libxml2 every element younger than HTML 4 is an error, and each costs a formatted message.
constexpr std::size_t max_errors = 300'000;
// Comparisons of attributes, and steps along the open elements, that one page may cost.
constexpr std::size_t max_work = 300'000'000;
// All different names together; pages of frameworks have some hundreds.
constexpr std::size_t max_names_bytes = 128 << 10;

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

class Parse {
 public:
  explicit Parse(XmlHandler& handler) : handler_(handler) {}

  XmlEnd run(std::string_view utf8) {
    if (utf8.size() > std::numeric_limits<int>::max()) return XmlEnd::too_complex;
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlNewParserCtxt(), &htmlFreeParserCtxt);
    if (!context) return XmlEnd::too_complex;
    context_ = context.get();
    *context_->sax = callbacks();
    context_->userData = this;
    xmlDictSetLimit(context_->dict, max_names_bytes);
    // Without a tree of its own the parser returns none.
    static_cast<void>(
        htmlCtxtReadMemory(context_, utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8",
                           HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                               HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT));
    return end_;
  }

 private:
  static Parse& self(void* data) { return *static_cast<Parse*>(data); }

  static xmlSAXHandler callbacks() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;  // or errors would not come to us
    sax.startElement = &Parse::on_start;
    sax.endElement = &Parse::on_end;
    sax.characters = &Parse::on_text;
    sax.cdataBlock = &Parse::on_text;
    sax.ignorableWhitespace = &Parse::on_text;
    sax.serror = &Parse::on_error;
    return sax;
  }

  void stop(XmlEnd why) {
    if (end_ == XmlEnd::complete) end_ = why;
    xmlStopParser(context_);
  }

  // Name and value by turns, up to a null.
  void take_attributes(const xmlChar** raw) {
    attributes_.clear();
    for (; raw && raw[0]; raw += 2) {
      const xmlChar* value = raw[1];
      const xmlChar* value_end = value ? value + view(value).size() : nullptr;
      attributes_.insert(attributes_.end(), {raw[0], nullptr, nullptr, value, value_end});
    }
  }

  static void on_start(void* data, const xmlChar* name, const xmlChar** raw) {
    Parse& parse = self(data);
    if (parse.end_ != XmlEnd::complete) return;
    parse.take_attributes(raw);
    const std::size_t count = parse.attributes_.size() / 5;
    const bool affordable = parse.works(count * count + 1) && ++parse.depth_ <= max_depth &&
                            ++parse.elements_ <= max_elements;
    if (!affordable) return parse.stop(XmlEnd::too_complex);
    const XmlAttributes attributes(parse.attributes_);
    if (!parse.handler_.start({.local = view(name)}, attributes)) parse.stop(XmlEnd::stopped);
  }

  static void on_end(void* data, const xmlChar* name) {
    Parse& parse = self(data);
    if (parse.end_ != XmlEnd::complete) return;
    // Each end tag is looked for among the open elements.
    if (!parse.works(static_cast<std::size_t>(parse.depth_--))) {
      return parse.stop(XmlEnd::too_complex);
    }
    if (!parse.handler_.end({.local = view(name)})) parse.stop(XmlEnd::stopped);
  }

  static void on_text(void* data, const xmlChar* text, int size) {
    Parse& parse = self(data);
    if (parse.end_ != XmlEnd::complete) return;
    const std::string_view piece(reinterpret_cast<const char*>(text),
                                 static_cast<std::size_t>(size));
    const bool go_on = utf8::is_valid(piece) ? parse.handler_.text(piece)
                                             : parse.handler_.text(utf8::replace_invalid(piece));
    if (!go_on) parse.stop(XmlEnd::stopped);
  }

  static void on_error(void* data, xmlErrorPtr) {
    Parse& parse = self(data);
    // Behind an error may stand a search through the open elements, or through the attributes.
    const auto searched =
        static_cast<std::size_t>(parse.depth_) + static_cast<std::size_t>(parse.context_->maxatts);
    if (++parse.errors_ > max_errors || !parse.works(searched)) parse.stop(XmlEnd::too_complex);
  }

  bool works(std::size_t steps) {
    work_ += steps;
    return work_ <= max_work;
  }

  XmlHandler& handler_;
  htmlParserCtxtPtr context_ = nullptr;
  XmlEnd end_ = XmlEnd::complete;
  std::vector<const unsigned char*> attributes_{};
  int depth_ = 0;
  std::size_t elements_ = 0;
  std::size_t errors_ = 0;
  std::size_t work_ = 0;
};

}  // namespace

XmlEnd parse_html(std::string_view utf8, XmlHandler& handler) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  return Parse(handler).run(utf8);
}

}  // namespace rapport
