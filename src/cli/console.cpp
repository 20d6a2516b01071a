#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "report/display.hpp"

namespace rapport::cli {

namespace {

constexpr int default_width = 80;
constexpr int widest = 100;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

bool use_color(ColorChoice choice, bool to_file) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (to_file || !variable("NO_COLOR").empty()) return false;
  const std::string_view forced = variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return is_terminal(STDOUT_FILENO);
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1 && variable("TERM") != "dumb";
}

int terminal_width(int descriptor) {
  winsize size{};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return default_width;
  return std::clamp<int>(size.ws_col, 40, widest);
}

void complain(const Error& error) {
  note("rapport: " + error.to_string());
}

void note(std::string_view text) {
  // File names and lexicon lines are no more to be trusted than documents. One write a line keeps
  // the lines of several processes apart.
  const std::string line = masked(text) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace rapport::cli
