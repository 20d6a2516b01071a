// Documents made of any text.
#include <algorithm>

#include "base/utf8.hpp"
#include "match/folded.hpp"
#include "property/generators.hpp"
#include "property/holds.hpp"
#include "report/code_points.hpp"
#include "support/engine.hpp"
#include "support/sound.hpp"

using namespace rapport;
using namespace rapport::property;

TEST_CASE("units cover any text and do not overlap, and every character comes from itself") {
  holds([] { RC_ASSERT(sound::fault_in(document_of(*any_document())) == ""); });
}

TEST_CASE("the same holds where a format has paragraphs with newlines in them") {
  holds([] {
    Extracted extracted{.format = "docx"};
    for (const std::string& paragraph :
         *rc::gen::container<std::vector<std::string>>(any_document())) {
      const std::size_t begin = extracted.text.size();
      extracted.text += utf8::replace_invalid(paragraph);
      extracted.blocks.push_back({.begin = begin,
                                  .end = extracted.text.size(),
                                  .starts_paragraph = *rc::gen::arbitrary<bool>(),
                                  .emphasised = *rc::gen::arbitrary<bool>()});
      extracted.text += '\n';
    }
    RC_ASSERT(sound::fault_in(make_document("resume.docx", std::move(extracted))) == "");
  });
}

TEST_CASE("an offset map gives back what was put into it, and runs in parallel between") {
  holds([] {
    OffsetMap map;
    std::size_t to = 0;
    std::size_t from = 0;
    std::vector<std::pair<std::size_t, std::size_t>> anchors;
    for (const auto& [far, jump] : *rc::gen::container<std::vector<std::pair<int, int>>>(
             rc::gen::pair(rc::gen::inRange(1, 50), rc::gen::inRange(0, 50)))) {
      map.add(to, from);
      anchors.emplace_back(to, from);
      to += static_cast<std::size_t>(far);
      from += static_cast<std::size_t>(far + jump);
    }
    for (std::size_t i = 0; i + 1 < anchors.size(); ++i) {
      for (std::size_t at = anchors[i].first; at < anchors[i + 1].first; ++at)
        RC_ASSERT(map.source(at) == anchors[i].second + (at - anchors[i].first));
    }
  });
}

TEST_CASE("offsets back to the source never go backwards in a text of lines") {
  holds([] {
    const Document document = document_of(*any_document());
    std::size_t last = 0;
    for (std::size_t at = 0; at < document.text.size(); ++at) {
      const std::size_t from = document.to_source.source(at);
      RC_ASSERT(last <= from);
      last = from;
    }
  });
}

TEST_CASE("folded text is lower case ASCII, and each of its bytes has an origin") {
  holds([] {
    const std::string text = *any_document();
    const Folded folded = fold(text);
    RC_ASSERT(folded.origin.size() == folded.text.size() + 1);
    RC_ASSERT(std::ranges::is_sorted(folded.origin));
    RC_ASSERT(folded.origin.back() <= text.size());
    RC_ASSERT(std::ranges::all_of(
        folded.text, [](char c) { return c >= ' ' && c <= '~' && !(c >= 'A' && c <= 'Z'); }));
  });
}

TEST_CASE("broken UTF-8 is mended to as many characters as a walk over it meets") {
  holds([] {
    const std::string text = *any_bytes();
    const std::string mended = utf8::replace_invalid(text);
    RC_ASSERT(utf8::is_valid(mended));
    RC_ASSERT(utf8::count(mended) == utf8::count(text));
    RC_ASSERT(utf8::is_valid(text) == (mended == text));
  });
}

TEST_CASE("code points are counted as a plain walk counts them") {
  holds([] {
    std::string text;
    for (int i = 0; i < 40; ++i) text += utf8::replace_invalid(*any_bytes()) + "é𝄞";
    const CodePoints points(text);
    std::size_t count = 0;
    utf8::for_each(text, [&](const utf8::Decoded&, std::size_t at) {
      RC_ASSERT(points.before(at) == count);
      ++count;
    });
    RC_ASSERT(points.before(text.size()) == count);
  });
}
