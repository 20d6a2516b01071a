#include "batch/extractor.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "batch/wire.hpp"
#include "input/pdf.hpp"

namespace rapport {

namespace {

class DirectExtractor : public Extractor {
 public:
  Result<Extracted> extract(const Input& input, Pictures pictures) const override {
    auto extracted = read(input);
    if (!extracted) return fail(std::move(extracted.error()));
    if (pictures == Pictures::draw) {
      if (auto images = draw(input)) extracted->images = std::move(*images);
    }
    return extracted;
  }
};

// A request is whether to draw, the name up to a NUL, and the bytes.
std::string request_of(const Input& input, Pictures pictures) {
  std::string request;
  request.reserve(input.name.size() + input.bytes.size() + 2);
  request += pictures == Pictures::draw ? '1' : '0';
  request += input.name;
  request += '\0';
  request += input.bytes;
  return request;
}

// Large files are not copied again.
std::string read_in_child(std::string request) {
  const Pictures pictures = request.front() == '1' ? Pictures::draw : Pictures::leave_out;
  const std::size_t end = request.find('\0');
  Input input{.name = request.substr(1, end - 1)};
  request.erase(0, end + 1);
  input.bytes = std::move(request);
  return pack(direct_extractor().extract(input, pictures));
}

}  // namespace

const Extractor& direct_extractor() {
  static const DirectExtractor extractor;
  return extractor;
}

ChildLimits limits_for(std::span<const std::string> files) {
  const bool any_pdf = std::ranges::any_of(files, [](const std::string& file) {
    return pdf_reader().recognise({.name = file}) != Recognition::no;
  });
  return {.prepared = any_pdf};
}

Result<std::unique_ptr<IsolatedExtractor>> IsolatedExtractor::make(const ChildLimits& limits) {
  auto server = ForkServer::start(read_in_child, {.work = prepare_pdf, .at_once = limits.prepared});
  if (!server) return fail(std::move(server.error()));
  return std::unique_ptr<IsolatedExtractor>(new IsolatedExtractor(std::move(*server), limits));
}

Result<Extracted> IsolatedExtractor::run(const Input& input, Pictures pictures,
                                         const ChildLimits& limits) const {
  ChildLimits wanted = limits;
  wanted.prepared = pdf_reader().recognise(input) != Recognition::no;
  return server_->run(request_of(input, pictures), wanted).and_then([&](const std::string& bytes) {
    auto extracted = unpack(bytes);
    // A child that noticed in time says so itself, but it does not know the limit.
    if (!extracted && extracted.error().kind == ErrorKind::limit)
      extracted = fail(too_much_memory(wanted));
    return extracted;
  });
}

// Drawing costs far more than reading, and a page may hold anything: where it fails, the text is
// what counts. Half of the time is for trying.
Result<Extracted> IsolatedExtractor::draw(const Input& input) const {
  ChildLimits half = limits_;
  half.cpu = std::max<std::chrono::seconds>(limits_.cpu / 2, std::chrono::seconds(1));
  auto drawn = run(input, Pictures::draw, half);
  if (drawn) return drawn;
  auto extracted = run(input, Pictures::leave_out, limits_);
  if (extracted) {
    Finding& finding = extracted->findings.emplace_back();
    finding.id = "pages-not-drawn";
    finding.severity = Severity::note;
    finding.message = "its pages could not be drawn, so its text is shown without them";
  }
  return extracted;
}

Result<Extracted> IsolatedExtractor::extract(const Input& input, Pictures pictures) const {
  auto extracted =
      pictures == Pictures::draw ? draw(input) : run(input, Pictures::leave_out, limits_);
  // How a child died is known to those who never knew the file's name.
  if (!extracted && extracted.error().subject.empty()) extracted.error().subject = input.name;
  return extracted;
}

}  // namespace rapport
