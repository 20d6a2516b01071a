#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "report/display.hpp"

namespace rapport::cli {

namespace {

constexpr int default_width = 80;
constexpr int widest = 100;

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Terminals print what they do not know, so that only those that are known to have links get them.
// Those inside tmux and screen can't be told.
bool has_links() {
  constexpr std::string_view kinds[] = {"alacritty", "contour",       "foot",       "ghostty",
                                        "wezterm",   "xterm-ghostty", "xterm-kitty"};
  constexpr std::string_view programs[] = {"Hyper",  "WezTerm", "ghostty", "iTerm.app",
                                           "mintty", "rio",     "vscode"};
  const std::string_view kind = variable("TERM");
  if (kind.starts_with("screen") || kind.starts_with("tmux")) return false;
  const auto is_kind = [&](std::string_view known) { return kind.starts_with(known); };
  if (std::ranges::any_of(kinds, is_kind)) return true;
  if (std::ranges::find(programs, variable("TERM_PROGRAM")) != std::end(programs)) return true;
  // 0.50.1 is the first VTE (GNOME Terminal and its kin) that has them and does not crash.
  int vte = 0;
  const std::string_view version = variable("VTE_VERSION");
  std::from_chars(version.data(), version.data() + version.size(), vte);
  return vte >= 5001 || !variable("WT_SESSION").empty() || !variable("KONSOLE_VERSION").empty();
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

bool use_links(LinkChoice choice, ColorChoice color, bool to_file) {
  if (choice != LinkChoice::automatic) return choice == LinkChoice::always;
  const std::string_view forced = variable("FORCE_HYPERLINK");
  if (to_file || color == ColorChoice::never || !is_terminal(STDOUT_FILENO)) return false;
  return forced.empty() ? has_links() : forced != "0";
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
