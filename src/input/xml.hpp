// Streams XML as events. The only code that sees libxml2.
//
// Made for XML from strangers: a document type is refused, entities of its own are never expanded,
// nothing is fetched, and depth, attributes, namespaces, elements and errors are bounded, so that
// time grows with the size of the input. Text before damage is delivered.
//
//   struct Titles : XmlHandler {
//     bool start(const XmlName& name, const XmlAttributes&) override {...}
//   };
//   XmlEnd end = parse_xml([&](std::span<char> buffer) { return stream.read(buffer); }, titles);
#pragma once

#include <cstddef>
#include <forward_list>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rapport {

// A name by its namespace, whatever the prefix. Valid during the event only.
struct XmlName {
  std::string_view uri{};  // empty when there is none
  std::string_view local{};
};

// The attributes of one start tag. Valid during the event only.
class XmlAttributes {
 public:
  // As libxml2 hands them over: five pointers an attribute.
  explicit XmlAttributes(std::span<const unsigned char*> raw) : raw_(raw) {}
  XmlAttributes(const XmlAttributes&) = delete;
  XmlAttributes& operator=(const XmlAttributes&) = delete;

  // The value of the first attribute with that local name, in whatever namespace. Only the five
  // predefined entities and character references are resolved in it.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view local) const;

 private:
  std::span<const unsigned char*> raw_;
  mutable std::forward_list<std::string> unescaped_{};  // what find() gave views of
};

// Each event returns whether to go on.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual bool start(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual bool end(const XmlName& name) = 0;
  // Always valid UTF-8; one text may come in several events.
  virtual bool text(std::string_view text) = 0;
};

enum class XmlEnd {
  complete,
  damaged,      // not well-formed; what could be read was delivered
  stopped,      // by the handler
  doctype,      // refused: it has a document type
  encoding,     // refused: an encoding that documents do not use
  too_complex,  // beyond a bound; what came before was delivered
};

// Fills the buffer and returns how many bytes; 0 at the end, -1 for a failure (which reads as
// damage: the source knows more).
using ByteSource = std::function<std::ptrdiff_t(std::span<char>)>;

[[nodiscard]] XmlEnd parse_xml(const ByteSource& source, XmlHandler& handler);
[[nodiscard]] XmlEnd parse_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace rapport
