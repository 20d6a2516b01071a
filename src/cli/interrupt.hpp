// Signals: an interrupt leaves nothing half-done behind, and a closed pipe is not a signal's
// matter.
#pragma once

#include <string>

#include "base/descriptor.hpp"

namespace rapport::cli {

// From now on SIGINT and SIGTERM end the program with their exit codes, after removing the file
// that is being written, and a closed pipe shows as an error of write(), whatever our parent set.
void handle_signals();

// While it lives, an interrupt removes the file; an empty path is none. One at a time.
class RemoveOnInterrupt {
 public:
  explicit RemoveOnInterrupt(const std::string& path);
  ~RemoveOnInterrupt();
  RemoveOnInterrupt(const RemoveOnInterrupt&) = delete;
  RemoveOnInterrupt& operator=(const RemoveOnInterrupt&) = delete;
};

// While it lives, an interrupt says this last, on standard error. One at a time.
class SayOnInterrupt {
 public:
  explicit SayOnInterrupt(std::string words);
  ~SayOnInterrupt();
  SayOnInterrupt(const SayOnInterrupt&) = delete;
  SayOnInterrupt& operator=(const SayOnInterrupt&) = delete;

 private:
  std::string words_;
};

// While it lives, the first interrupt is only noticed, so that what is in hand can be kept; the
// next one ends the program as ever. One at a time.
class NoticeInterrupt {
 public:
  NoticeInterrupt();
  ~NoticeInterrupt();
  NoticeInterrupt(const NoticeInterrupt&) = delete;
  NoticeInterrupt& operator=(const NoticeInterrupt&) = delete;

  // Readable once there was one; -1, which poll() passes over, where the system grants none: then
  // every interrupt ends the program.
  [[nodiscard]] int descriptor() const { return news_.get(); }
  // As the interrupt would have.
  [[noreturn]] void end() const;

 private:
  Descriptor news_;
};

}  // namespace rapport::cli
