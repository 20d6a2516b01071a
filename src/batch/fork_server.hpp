// ForkServer: runs a task on hostile bytes in a process of its own, so that a crash, a hang or an
// endless appetite costs one answer and nothing else.
//
//   caller ──request, limits──> server ──fork──> child: task(request) ──answer──> caller
//
// The server is forked once, early, while the program is small and has no threads; it holds what a
// task needs (libraries loaded, tables built) and nothing of any request. A child sees one request,
// and ends with it. When the caller ends, however it does, so do the server and its children.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "rapport/result.hpp"

namespace rapport {

// What one child may use. The processor's time counts its own work only, wall time also what it
// waits for, so a busy machine makes nothing fail that would have ended.
struct ChildLimits {
  std::chrono::milliseconds wall{20'000};
  std::chrono::seconds cpu{6};
  std::size_t memory = std::size_t{256} << 20U;  // bytes of address space
  std::size_t answer = std::size_t{48} << 20U;   // bytes
  bool prepared = false;                         // whether the server has to be prepared

  // In the proportions of the default.
  [[nodiscard]] static ChildLimits within(std::chrono::seconds wall, std::size_t memory) {
    return {.wall = wall,
            .cpu = std::chrono::ceil<std::chrono::seconds>(wall * 3 / 10.0),
            .memory = memory};
  }
};

// What is said of a document that needs more than `limits` grant.
[[nodiscard]] Error too_much_memory(const ChildLimits& limits);

class ForkServer {
 public:
  // Runs in the child: an exception ends it, like any other crash.
  using Task = std::string (*)(std::string request);

  // Runs in the server once, for all children: when the first request wants it, or at once, while
  // the caller has other things to do.
  struct Preparation {
    void (*work)() = nullptr;
    bool at_once = false;
  };

  // Call it before the program starts threads.
  [[nodiscard]] static Result<std::unique_ptr<ForkServer>> start(Task task,
                                                                 Preparation preparation);

  ~ForkServer();
  ForkServer(const ForkServer&) = delete;
  ForkServer& operator=(const ForkServer&) = delete;

  // Ends every child that is at work, and the server. Their calls of run() fail, and so do later
  // ones.
  void stop() const;

  // The task's answer. Fails when the child died, with the cause as the message and an empty
  // subject. Safe to call from several threads: each call has a child of its own.
  [[nodiscard]] Result<std::string> run(std::string_view request, const ChildLimits& limits) const;

 private:
  ForkServer(int orders, int process) : orders_(orders), process_(process) {}

  int orders_;   // socket to the server
  int process_;  // its id
};

}  // namespace rapport
