// What passes between a program and its fork server: an order with three descriptors, and the
// verdict on the child that carried it out.
#pragma once

#include <array>
#include <optional>

#include "base/descriptor.hpp"
#include "batch/fork_server.hpp"

namespace rapport {

// The descriptors of one order. Request and answer are anonymous files in memory.
struct OrderFiles {
  Descriptor request{};
  Descriptor answer{};   // what the child writes; what it complained of, when it died
  Descriptor verdict{};  // a pipe, on which one Verdict comes
};

struct Order {
  ChildLimits limits{};
  OrderFiles files{};
};

// How a child ended. Passed as bytes between processes of one program.
struct Verdict {
  enum class End { answered, exit, signal, wall_time, no_child };
  End end = End::answered;
  int code = 0;  // of the exit, or the signal; the errno where there was no child
};

// One message; false when nobody listens any more.
[[nodiscard]] bool send_order(int socket, const ChildLimits& limits, const OrderFiles& files);

// Empty at the end of the conversation.
[[nodiscard]] std::optional<Order> receive_order(int socket);

// The server's whole life: takes orders from `socket` until it closes.
[[noreturn]] void serve(int socket, ForkServer::Task task, ForkServer::Preparation preparation);

// What a child exits with when it ran out of memory and could say so.
constexpr int out_of_memory_exit = 77;

// ... and when the kernel refused to confine it.
constexpr int no_sandbox_exit = 78;

}  // namespace rapport
