#include "cli/interrupt.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>
#include <utility>

#include "cli/outcome.hpp"

namespace rapport::cli {

namespace {

// What a handler may touch: a lock-free pointer to a string that outlives it.
std::atomic<const char*> unfinished{nullptr};
std::atomic<const char*> last_words{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free);

extern "C" void end_now(int signal) {
  if (const char* path = unfinished.load()) ::unlink(path);
  if (const char* words = last_words.load())
    (void)!::write(STDERR_FILENO, words, std::strlen(words));
  ::_exit(signal == SIGINT ? interrupted : 128 + signal);
}

}  // namespace

void handle_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a failed write, like a full disk
  std::signal(SIGINT, end_now);
  std::signal(SIGTERM, end_now);
}

RemoveOnInterrupt::RemoveOnInterrupt(const std::string& path) {
  unfinished = path.c_str();
}

RemoveOnInterrupt::~RemoveOnInterrupt() {
  unfinished = nullptr;
}

SayOnInterrupt::SayOnInterrupt(std::string words) : words_(std::move(words)) {
  last_words = words_.c_str();
}

SayOnInterrupt::~SayOnInterrupt() {
  last_words = nullptr;
}

}  // namespace rapport::cli
