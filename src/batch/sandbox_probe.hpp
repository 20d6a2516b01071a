// Tries what the sandbox takes away, in a process that would read a document: what is in force is
// seen, not believed.
#pragma once

#include "rapport/result.hpp"

namespace rapport {

// True for what a document that took its reader over could do.
struct SandboxHoles {
  bool network = false;    // open a connection
  bool writing = false;    // write to a file
  bool processes = false;  // start one
  bool reading = false;    // read a file of the system or the user
};

// Call it before the program starts threads.
[[nodiscard]] Result<SandboxHoles> probe_sandbox();

}  // namespace rapport
