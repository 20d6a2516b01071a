// The built-in lexicon and profile files, as embed.cmake put them into the program.
#pragma once

#include <span>
#include <string_view>

namespace rapport {

struct EmbeddedFile {
  std::string_view name;  // "lexicons/en/listening.toml"
  std::string_view text;
};

[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace rapport
