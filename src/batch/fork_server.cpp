#include "batch/fork_server.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include "batch/fork_orders.hpp"

namespace rapport {

namespace {

tl::unexpected<Error> system_error(std::string_view what, int code) {
  return fail({.kind = ErrorKind::passing,
               .message = fmt::format("{}: {}", what, std::strerror(code)),
               .remedy = "give it fewer --jobs, or free some memory"});
}

// The server takes nothing from the terminal: an interrupt is the program's own matter, and it
// closes the socket then.
[[noreturn]] void become_server(int socket, ForkServer::Task task,
                                ForkServer::Preparation preparation) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_IGN);
  std::signal(SIGXFSZ, SIG_DFL);  // ends a child whose answer is too long
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
  serve(socket, task, preparation);
}

// Empty when the server has gone.
std::optional<Verdict> wait_for(const Descriptor& pipe) {
  Verdict verdict;
  ssize_t got = 0;
  do {
    got = ::read(pipe.get(), &verdict, sizeof verdict);
  } while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(sizeof verdict)) return std::nullopt;
  return verdict;
}

// Libraries abort when they run out of memory, and say so first.
bool aborted_for_memory(const Verdict& verdict, std::string_view complaint) {
  return verdict.end == Verdict::End::signal && verdict.code == SIGABRT &&
         complaint.find("emory") != std::string_view::npos;
}

// Whether another try may end otherwise. The processor's time is the document's own, wall time is
// not, nor is being killed: that is how a system that runs out of memory helps itself.
ErrorKind kind_of(const Verdict& verdict, std::string_view complaint) {
  using End = Verdict::End;
  switch (verdict.end) {
    case End::wall_time:
    case End::no_child:
      return ErrorKind::passing;
    case End::exit:
      if (verdict.code == no_sandbox_exit) return ErrorKind::passing;
      return verdict.code == out_of_memory_exit ? ErrorKind::limit : ErrorKind::input;
    default:
      break;
  }
  if (verdict.code == SIGKILL) return ErrorKind::passing;
  const bool spent = verdict.code == SIGXCPU || aborted_for_memory(verdict, complaint);
  return spent ? ErrorKind::limit : ErrorKind::input;
}

constexpr std::string_view save_anew = "open it and save or print it to a new file";

std::string remedy_of(const Verdict& verdict, const ChildLimits& limits,
                      std::string_view complaint) {
  if (verdict.end == Verdict::End::wall_time || verdict.code == SIGXCPU)
    return fmt::format("{}, or allow more with batch --timeout", save_anew);
  if (kind_of(verdict, complaint) == ErrorKind::limit) return too_much_memory(limits).remedy;
  return std::string(save_anew);
}

std::string cause(const Verdict& verdict, const ChildLimits& limits, std::string_view complaint) {
  using End = Verdict::End;
  if (verdict.end == End::wall_time)
    return fmt::format("could not be read within {:.3g} s",
                       std::chrono::duration<double>(limits.wall).count());
  if (verdict.end == End::no_child)
    return fmt::format("could not be read: {}", std::strerror(verdict.code));
  if (verdict.end == End::exit && verdict.code == out_of_memory_exit)
    return too_much_memory(limits).message;
  if (verdict.end == End::exit && verdict.code == no_sandbox_exit)
    return "is not read, since the kernel refused to confine the process that reads it";
  if (verdict.end == End::exit)
    return fmt::format("made its reader give up with code {}", verdict.code);
  if (verdict.code == SIGXCPU)
    return fmt::format("takes more than {} s of the processor to be read", limits.cpu.count());
  if (verdict.code == SIGXFSZ)
    return fmt::format("has more than {} MiB of text", limits.answer >> 20U);
  if (aborted_for_memory(verdict, complaint)) return too_much_memory(limits).message;
  return fmt::format(
      "made its reader crash (signal {}, {})", verdict.code,
      ::sigdescr_np(verdict.code) == nullptr ? "unknown" : ::sigdescr_np(verdict.code));
}

}  // namespace

Error too_much_memory(const ChildLimits& limits) {
  return {
      .kind = ErrorKind::limit,
      .message = fmt::format("needs more than {} MiB of memory to be read", limits.memory >> 20U),
      .remedy = fmt::format("{}, or allow more with batch --memory", save_anew)};
}

Result<std::unique_ptr<ForkServer>> ForkServer::start(Task task, Preparation preparation) {
  int ends[2] = {};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return system_error("cannot make a socket", errno);
  Descriptor ours(ends[0]);
  Descriptor theirs(ends[1]);
  const pid_t process = ::fork();
  if (process < 0) return system_error("cannot start a process for reading", errno);
  if (process == 0) {
    ours.close();
    become_server(theirs.get(), task, preparation);
  }
  const int orders = ::fcntl(ours.get(), F_DUPFD_CLOEXEC, 3);
  return std::unique_ptr<ForkServer>(new ForkServer(orders, process));
}

void ForkServer::stop() const {
  ::shutdown(orders_, SHUT_RDWR);
}

ForkServer::~ForkServer() {
  ::close(orders_);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
}

Result<std::string> ForkServer::run(std::string_view request, const ChildLimits& limits) const {
  OrderFiles files{.request = Descriptor(::memfd_create("request", MFD_CLOEXEC)),
                   .answer = Descriptor(::memfd_create("answer", MFD_CLOEXEC))};
  int pipe[2] = {};
  if (!files.request.open() || !files.answer.open() || ::pipe2(pipe, O_CLOEXEC) != 0)
    return system_error("cannot be handed to a process for reading", errno);
  const Descriptor reply(pipe[0]);
  files.verdict = Descriptor(pipe[1]);
  if (const int code = write_all(files.request.get(), request); code != 0)
    return system_error("cannot be handed to a process for reading", code);
  const bool sent = send_order(orders_, limits, files);
  files.verdict.close();  // so that the pipe ends with the server
  files.request.close();
  const auto verdict = sent ? wait_for(reply) : std::nullopt;
  if (!verdict)
    return fail({.kind = ErrorKind::passing,
                 .message = "the process that reads documents has ended",
                 .remedy = "try again"});
  std::string answer = content_of(files.answer.get());
  if (verdict->end == Verdict::End::answered) return answer;
  return fail({.kind = kind_of(*verdict, answer),
               .message = cause(*verdict, limits, answer),
               .remedy = remedy_of(*verdict, limits, answer)});
}

}  // namespace rapport
