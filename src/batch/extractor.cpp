#include "batch/extractor.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "batch/wire.hpp"
#include "input/pdf_document.hpp"

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

std::string read_in_child(std::string_view request) {
  const Pictures pictures = request.front() == '1' ? Pictures::draw : Pictures::leave_out;
  request.remove_prefix(1);
  const std::size_t end = request.find('\0');
  const Input input{.name = std::string(request.substr(0, end)),
                    .bytes = std::string(request.substr(end + 1))};
  return pack(direct_extractor().extract(input, pictures));
}

}  // namespace

const Extractor& direct_extractor() {
  static const DirectExtractor extractor;
  return extractor;
}

Result<std::unique_ptr<IsolatedExtractor>> IsolatedExtractor::make(const ChildLimits& limits) {
  auto server = ForkServer::start(read_in_child, prepare_pdf);
  if (!server) return fail(std::move(server.error()));
  return std::unique_ptr<IsolatedExtractor>(new IsolatedExtractor(std::move(*server), limits));
}

Result<Extracted> IsolatedExtractor::extract(const Input& input, Pictures pictures) const {
  auto answer = server_->run(request_of(input, pictures), limits_);
  auto extracted = answer.and_then([](const std::string& bytes) { return unpack(bytes); });
  // How a child died is known to those who never knew the file's name.
  if (!extracted && extracted.error().subject.empty()) extracted.error().subject = input.name;
  return extracted;
}

}  // namespace rapport
