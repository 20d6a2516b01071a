// The text of an OpenDocument file (its content, its page headers and footers), line by line.
//
//   <text:list><text:list-item><text:p>Calmed <text:span>upset</text:span><text:s/>
//   callers</text:p></text:list-item></text:list>
//
// reads as the list item "Calmed upset  callers": blanks in the markup are one, those that are
// meant are elements. Text boxes stand in the paragraph that they are anchored to and are read
// after it; notes stand where their number is and are read after the body.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "input/odt_styles.hpp"
#include "input/story.hpp"
#include "input/xml.hpp"

namespace rapport::odt {

enum class Margin { header, footer };

struct MarginStory {
  std::string master_page{};
  Margin margin = Margin::header;
  PartText story{};
};

// Takes the parts of a document, or all of it in one, and gathers their text.
class DocumentReader : public XmlHandler {
 public:
  DocumentReader();
  ~DocumentReader() override;

  bool start(const XmlName& name, const XmlAttributes& attributes) override;
  bool end(const XmlName& name) override;
  bool text(std::string_view text) override;

  // To be called after each part; damaged XML leaves much open.
  void end_part(PartEnd end);

  // Whether there was the text of a text document.
  [[nodiscard]] bool has_text() const;
  // How reading the last part ended.
  [[nodiscard]] PartEnd last_end() const;
  // In reading order: page headers, body, notes, footers.
  [[nodiscard]] std::vector<PartText> take_stories();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport::odt
