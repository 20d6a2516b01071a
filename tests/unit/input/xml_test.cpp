#include "input/xml.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace rapport;

namespace {

// Writes the events down: <name, text, >name.
class Log : public XmlHandler {
 public:
  bool start(const XmlName& name, const XmlAttributes& attributes) override {
    events += "<" + std::string(name.local);
    if (const auto value = attributes.find("v")) events += "=" + std::string(*value);
    uri = name.uri;
    return name.local != "stop";
  }
  bool end(const XmlName& name) override {
    events += ">" + std::string(name.local);
    return true;
  }
  bool text(std::string_view text) override {
    events += text;
    return true;
  }
  std::string events{};
  std::string uri{};
};

XmlEnd parse(std::string_view xml) {
  Log log;
  return parse_xml(xml, log);
}

std::string attributes(int count, const std::string& value) {
  std::string xml = "<a ";
  for (int i = 0; i < count; ++i) xml += "a" + std::to_string(i) + "=\"" + value + "\" ";
  return xml + "/>";
}

}  // namespace

TEST_CASE("XML comes as events with names by namespace, blanks and CDATA included") {
  Log log;
  CHECK(parse_xml("<x:a xmlns:x='urn:one' x:v='1&amp;2'> <b/>t&lt;<![CDATA[<c>]]></x:a>", log) ==
        XmlEnd::complete);
  CHECK(log.events == "<a=1&2 <b>bt<<c>>a");
  CHECK(log.uri.empty());
}

TEST_CASE("a handler can stop a parse") {
  Log log;
  CHECK(parse_xml("<a><stop/><b/></a>", log) == XmlEnd::stopped);
  CHECK(log.events == "<a<stop");
}

TEST_CASE("text before damage is delivered") {
  Log log;
  CHECK(parse_xml("<a>kept</b><c", log) == XmlEnd::damaged);
  CHECK(log.events.starts_with("<akept"));
  CHECK(parse("") == XmlEnd::damaged);
  CHECK(parse("no XML") == XmlEnd::damaged);
}

TEST_CASE("a document type is refused before anything in it is read") {
  Log log;
  CHECK(parse_xml("<!DOCTYPE a [<!ENTITY e 'expanded'>]><a>&e;</a>", log) == XmlEnd::doctype);
  CHECK(log.events.empty());
  CHECK(parse("<!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a/>") == XmlEnd::doctype);
}

TEST_CASE("usual encodings are read, and those that could hide markup are refused") {
  Log log;
  CHECK(parse_xml("<?xml version='1.0' encoding='windows-1252'?><a>\x93q\x94</a>", log) ==
        XmlEnd::complete);
  CHECK(log.events == "<a\u201Cq\u201D>a");
  CHECK(parse("<?xml version='1.0' encoding='UTF-7'?><a/>") == XmlEnd::encoding);
}

TEST_CASE("text is valid UTF-8 whatever the bytes") {
  Log log;
  CHECK(parse_xml("<a>x\xFFy</a>", log) == XmlEnd::damaged);
  CHECK(log.events == "<ax\uFFFDy>a");
}

// libxml2 compares each attribute with all before it: 100,000 took minutes.
TEST_CASE("thousands of attributes on one element are refused before the parser sees them") {
  CHECK(parse(attributes(1'500, "")) == XmlEnd::complete);
  CHECK(parse(attributes(100'000, "")) == XmlEnd::too_complex);
  CHECK(parse(attributes(100'000, ">")) == XmlEnd::too_complex);
}

TEST_CASE("depth, namespaces, elements and the length of a tag are bounded") {
  const auto repeated = [](const std::string& piece, int times) {
    std::string xml;
    for (int i = 0; i < times; ++i) xml += piece;
    return xml;
  };
  CHECK(parse(repeated("<a>", 200) + repeated("</a>", 200)) == XmlEnd::complete);
  CHECK(parse(repeated("<a>", 300) + repeated("</a>", 300)) == XmlEnd::too_complex);
  std::string spaces = "<a ";
  for (int i = 0; i < 600; ++i) spaces += "xmlns:n" + std::to_string(i) + "='u' ";
  CHECK(parse(spaces + "/>") == XmlEnd::too_complex);
  CHECK(parse("<a>" + repeated("<b/>", 2'000'001) + "</a>") == XmlEnd::too_complex);
  CHECK(parse("<a b='" + std::string(5'000'000, 'x') + "'/>") == XmlEnd::too_complex);
}

TEST_CASE("a file of nothing but errors ends soon") {
  std::string xml = "<a>";
  for (int i = 0; i < 100'000; ++i) xml += "&none;";
  CHECK(parse(xml + "</a>") == XmlEnd::damaged);
}

TEST_CASE("a source that fails reads as damage") {
  Log log;
  bool first = true;
  const ByteSource source = [&](std::span<char> buffer) -> std::ptrdiff_t {
    if (!std::exchange(first, false)) return -1;
    buffer[0] = '<';
    buffer[1] = 'a';
    buffer[2] = '>';
    return 3;
  };
  CHECK(parse_xml(source, log) == XmlEnd::damaged);
}
