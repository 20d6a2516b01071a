#include "read_target.hpp"

#include <zip.h>

#include <utility>
#include <vector>

#include "input/zip.hpp"
#include "support/sound.hpp"

namespace rapport::fuzz {

namespace {

struct ArchivePart {
  std::string name;
  std::string_view bytes;
};

constexpr std::string_view heading = "== ";

std::vector<ArchivePart> parts_of(std::string_view text) {
  std::vector<ArchivePart> parts;
  std::size_t at = text.starts_with(heading) ? 0 : text.find("\n== ");
  while (at < text.size()) {
    if (text[at] == '\n') ++at;
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const std::size_t next = std::min(text.find("\n== ", line_end), text.size());
    const std::size_t begin = std::min(line_end + 1, next);
    parts.push_back({std::string(text.substr(at + heading.size(), line_end - at - heading.size())),
                     text.substr(begin, next - begin)});
    at = next;
  }
  return parts;
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t about;
  std::string bytes;
  if (zip_source_open(source) == 0) {
    zip_source_stat(source, &about);
    bytes.resize(about.size);
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    zip_source_close(source);
  }
  zip_source_free(source);
  return bytes;
}

}  // namespace

std::string archive_of(std::string_view bytes) {
  if (looks_like_zip(bytes)) return std::string(bytes);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(target);
  zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  for (const ArchivePart& part : parts_of(bytes)) {
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_GUESS);
    if (index < 0) {  // a name twice, or none that libzip takes
      zip_source_free(source);
    } else {
      zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
  }
  if (zip_close(zip) != 0) zip_discard(zip);
  return bytes_of(target);
}

void read_whole(const Reader& reader, std::string name, std::string bytes) {
  const Input input{.name = std::move(name), .bytes = std::move(bytes)};
  (void)reader.recognise(input);
  auto extracted = reader.read(input);
  if (!extracted) {
    require(!extracted.error().message.empty(), "an error has words");
    return;
  }
  require(!extracted->text.empty(), "what is read has text");
  require_none(sound::fault_in(*extracted));
  require_none(sound::fault_in(make_document(input.name, std::move(*extracted))));
}

}  // namespace rapport::fuzz
