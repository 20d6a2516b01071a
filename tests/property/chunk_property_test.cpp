// Whatever pieces a text arrives in, it is the same text.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

#include "base/utf8.hpp"
#include "cli/lines.hpp"
#include "input/xml.hpp"
#include "input/zip.hpp"
#include "property/generators.hpp"
#include "property/holds.hpp"
#include "report/xml_text.hpp"

using namespace rapport;
using namespace rapport::property;

namespace {

// Gives a text in pieces of the lengths of `cuts`, in turn.
class Pieces {
 public:
  Pieces(std::string_view text, std::vector<std::size_t> cuts)
      : text_(text), cuts_(std::move(cuts)) {}

  std::string_view next(std::size_t at_most) {
    const std::size_t length = std::min(at_most, cuts_[turn_++ % cuts_.size()]);
    const std::string_view piece = text_.substr(0, length);
    text_.remove_prefix(piece.size());
    return piece;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> cuts_;
  std::size_t turn_ = 0;
};

// The events, one after the other; texts that follow each other are one.
struct Log : XmlHandler {
  std::string events{};
  bool in_text = false;

  bool start(const XmlName& name, const XmlAttributes& attributes) override {
    events += '<' + std::string(name.local) + '=' + std::string(attributes.find("a").value_or(""));
    return true;
  }
  bool end(const XmlName& name) override {
    events += '>' + std::string(name.local);
    return true;
  }
  bool text(std::string_view text) override {
    events += text;
    return true;
  }
};

std::string xml_of(const std::vector<std::string>& texts) {
  std::string xml = "<?xml version=\"1.0\"?><r>";
  for (const std::string& text : texts)
    xml += "<p a=\"" + xml_text(text) + "\">" + xml_text(text) + "</p>";
  return xml + "</r>";
}

// Closed when it goes out of scope.
struct Pipe {
  std::array<int, 2> ends{};
  Pipe() { REQUIRE(::pipe(ends.data()) == 0); }
  ~Pipe() { ::close(ends[0]); }
};

std::vector<std::string> lines_through_pipe(std::string_view text,
                                            const std::vector<std::size_t>& cuts) {
  const Pipe pipe;
  std::thread writer([&] {
    Pieces pieces(text, cuts);
    for (auto piece = pieces.next(4000); !piece.empty(); piece = pieces.next(4000))
      (void)!::write(pipe.ends[1], piece.data(), piece.size());
    ::close(pipe.ends[1]);
  });
  std::vector<std::string> all;
  cli::Lines lines(pipe.ends[0], [] {});
  for (auto line = lines.next(); !line.last; line = lines.next()) all.emplace_back(line.text);
  writer.join();
  return all;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

}  // namespace

TEST_CASE("XML says the same in pieces of any size, damaged or not") {
  holds([] {
    std::string xml = xml_of(*rc::gen::container<std::vector<std::string>>(any_text()));
    if (*rc::gen::inRange(0, 3) == 0) xml.resize(*rc::gen::inRange<std::size_t>(0, xml.size() + 1));
    Log whole;
    const XmlEnd end = parse_xml(xml, whole);
    Log cut;
    Pieces pieces(xml, *cuts());
    const XmlEnd cut_end = parse_xml(
        [&](std::span<char> buffer) {
          const auto piece = pieces.next(buffer.size());
          std::ranges::copy(piece, buffer.begin());
          return static_cast<std::ptrdiff_t>(piece.size());
        },
        cut);
    RC_ASSERT((cut_end == end));
    RC_ASSERT(cut.events == whole.events);
  });
}

TEST_CASE("lines arrive whole from a pipe, whatever pieces were written into it") {
  holds([] {
    const std::string text = *any_document();
    RC_ASSERT(lines_through_pipe(text, *cuts()) == split(text));
  });
}
