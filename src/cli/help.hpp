// Help and manual page, made by walking CLI11's own objects, so that neither can miss an option.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace rapport::cli {

enum class HelpLength {
  brief,  // -h: one line an option
  full,   // --help: also what the command is for, examples, environment and exit codes
};

// Help of one command. `path` is how it is called: "rapport check".
[[nodiscard]] std::string help(const CLI::App& app, const std::string& path, HelpLength length);

// rapport(1) in man(7) macros, all commands in one page.
[[nodiscard]] std::string man_page(const CLI::App& app);

}  // namespace rapport::cli
