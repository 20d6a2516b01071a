#include "batch/fork_orders.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace rapport {

namespace {

constexpr std::size_t count = 3;

struct Message {
  explicit Message(ChildLimits& limits) : content{&limits, sizeof limits} {
    header.msg_iov = &content;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  iovec content;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(count * sizeof(int))> control{};
  msghdr header{};
};

}  // namespace

bool send_order(int socket, const ChildLimits& limits, const OrderFiles& files) {
  ChildLimits sent = limits;
  Message message(sent);
  const std::array<int, count> numbers = {files.request.get(), files.answer.get(),
                                          files.verdict.get()};
  cmsghdr* rights = CMSG_FIRSTHDR(&message.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof numbers);
  std::memcpy(CMSG_DATA(rights), numbers.data(), sizeof numbers);
  ssize_t done = 0;
  do {
    done = ::sendmsg(socket, &message.header, MSG_NOSIGNAL);
  } while (done < 0 && errno == EINTR);
  return done == static_cast<ssize_t>(sizeof sent);
}

std::optional<Order> receive_order(int socket) {
  Order order;
  Message message(order.limits);
  ssize_t got = 0;
  do {
    got = ::recvmsg(socket, &message.header, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  const cmsghdr* rights = CMSG_FIRSTHDR(&message.header);
  if (got != static_cast<ssize_t>(sizeof order.limits) || rights == nullptr) return std::nullopt;
  std::array<int, count> numbers{};
  std::memcpy(numbers.data(), CMSG_DATA(rights), sizeof numbers);
  order.files = {Descriptor(numbers[0]), Descriptor(numbers[1]), Descriptor(numbers[2])};
  return order;
}

}  // namespace rapport
