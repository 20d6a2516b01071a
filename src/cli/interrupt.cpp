#include "cli/interrupt.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <utility>

#include "cli/outcome.hpp"

namespace rapport::cli {

namespace {

// What a handler may touch: a lock-free pointer to a string that outlives it.
std::atomic<const char*> unfinished{nullptr};
std::atomic<const char*> last_words{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free);
std::atomic<int> listener{-1};  // who is to be told of the first one
std::atomic<int> noticed{0};    // the signal that it was told of

[[noreturn]] void end_by(int signal) {
  if (const char* path = unfinished.load()) ::unlink(path);
  if (const char* words = last_words.load())
    (void)!::write(STDERR_FILENO, words, std::strlen(words));
  ::_exit(signal == SIGINT ? interrupted : 128 + signal);
}

extern "C" void end_now(int signal) {
  const int listening = listener.exchange(-1);
  if (listening < 0) end_by(signal);
  noticed = signal;
  const int before = errno;
  const std::uint64_t one = 1;
  (void)!::write(listening, &one, sizeof one);
  errno = before;
}

}  // namespace

void handle_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a failed write, like a full disk
  std::signal(SIGINT, end_now);
  std::signal(SIGTERM, end_now);
}

RemoveOnInterrupt::RemoveOnInterrupt(const std::string& path) {
  unfinished = path.empty() ? nullptr : path.c_str();
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

NoticeInterrupt::NoticeInterrupt() : news_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  listener = news_.get();
}

NoticeInterrupt::~NoticeInterrupt() {
  // One that nobody looked at in time counts all the same.
  if (listener.exchange(-1) < 0 && noticed != 0) end();
}

void NoticeInterrupt::end() const {
  end_by(noticed);
}

}  // namespace rapport::cli
