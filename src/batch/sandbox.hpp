// Sandbox: what a process gives up, for good, before it sees the first byte of a document.
//
// Nothing that a reader needs is missed; what a document that took it over would want is gone:
//
//   the network, files to write, new programs and processes    seccomp: a list of the system calls
//                                                              that may be made, and no others
//   the user's own files                                       Landlock: fonts, libraries and their
//                                                              data can be opened, nothing else
//
// Limits on time and memory are the fork server's (`fork_server.hpp`).
#pragma once

#include <linux/filter.h>

#include <optional>
#include <vector>

#include "base/descriptor.hpp"

namespace rapport {

// What the kernel that runs us has; an old or a restricted one may have neither.
struct SandboxSupport {
  bool calls = false;  // seccomp filters
  int files = 0;       // Landlock's version, 0 without it
};

[[nodiscard]] SandboxSupport sandbox_support();

// What can be worked out ahead of the process that goes into it, once for many.
class Sandbox {
 public:
  // Where the kernel lacks one part or the other, that part changes nothing; empty when it has it
  // and refuses.
  [[nodiscard]] static std::optional<Sandbox> prepare();

  // Both hold for this process, for what it forks, and for good; false when the kernel refuses.
  [[nodiscard]] bool close_files() const;  // the user's own
  [[nodiscard]] bool close_calls() const;  // leaves the calls on the list, and no others

 private:
  Descriptor files_{};  // Landlock's rules; not open where the kernel has none
  std::vector<sock_filter> calls_{};
};

}  // namespace rapport
