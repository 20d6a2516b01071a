// The side of the fork server that forks: a loop over orders, ended children and deadlines.
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <new>
#include <optional>
#include <utility>
#include <vector>

#include "batch/fork_orders.hpp"
#include "batch/sandbox.hpp"

namespace rapport {

namespace {

using Clock = std::chrono::steady_clock;

// Under these the address space is no measure of memory: they reserve terabytes.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

// --- In the child ---

void limit(int resource, rlim_t soft, rlim_t hard) {
  const rlimit bound{.rlim_cur = soft, .rlim_max = hard};
  // Lowering a limit cannot fail, unless somebody set a lower one already, which serves as well.
  (void)::setrlimit(static_cast<__rlimit_resource>(resource), &bound);
}

void confine(const ChildLimits& limits) {
  const auto seconds = static_cast<rlim_t>(limits.cpu.count());
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, limits.answer, limits.answer);
  if (!sanitized) limit(RLIMIT_AS, limits.memory, limits.memory);
}

bool write_answer(int descriptor, std::string_view text) {
  // Whatever a library printed on the way stands there.
  if (::ftruncate(descriptor, 0) != 0 || ::lseek(descriptor, 0, SEEK_SET) != 0) return false;
  return write_all(descriptor, text) == 0;
}

// Keeps the two files it works with, and lets go of all that the server holds for others.
void keep_only(const OrderFiles& files) {
  constexpr int request = 3;
  constexpr int answer = 4;
  // Both may stand where the other has to go.
  const int moved = ::fcntl(files.request.get(), F_DUPFD, answer + 1);
  ::dup2(files.answer.get(), answer);
  ::dup2(moved, request);
  ::close_range(answer + 1, ~0U, 0);
  // A library that runs out of memory may say so here, and nowhere else.
  ::dup2(answer, STDERR_FILENO);
}

[[noreturn]] void carry_out(const Order& order, ForkServer::Task task,
                            const std::optional<Sandbox>& sandbox, pid_t server) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != server) ::_exit(1);  // it had died before we asked to be told
  sigset_t all{};
  sigfillset(&all);
  ::sigprocmask(SIG_UNBLOCK, &all, nullptr);
  if (!sandbox || !sandbox->close_files()) ::_exit(no_sandbox_exit);
  keep_only(order.files);  // Landlock's rules are not among them
  confine(order.limits);
  if (!sandbox->close_calls()) ::_exit(no_sandbox_exit);
  try {
    const std::string answer = task(content_of(3));
    ::_exit(write_answer(4, answer) ? 0 : 1);
  } catch (const std::bad_alloc&) {
    ::_exit(out_of_memory_exit);
  }
}

// --- In the server ---

struct Job {
  pid_t child = 0;
  Descriptor verdict{};
  Clock::time_point deadline{};
  bool timed_out = false;
};

void tell(const Descriptor& verdict, const Verdict& what) {
  // A pipe takes a few bytes in one piece; when nobody waits for them any more, so be it.
  (void)!::write(verdict.get(), &what, sizeof what);
}

class Server {
 public:
  Server(int orders, ForkServer::Task task, ForkServer::Preparation preparation)
      : orders_(orders), task_(task), preparation_(preparation), sandbox_(Sandbox::prepare()) {}

  [[noreturn]] void run() {
    sigset_t children{};
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &children, nullptr);
    if (preparation_.at_once) prepare();
    const Descriptor ended(::signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
    while (true) {
      pollfd waiting[] = {{orders_, POLLIN, 0}, {ended.get(), POLLIN, 0}};
      ::poll(waiting, 2, until_next_deadline());
      if (waiting[1].revents != 0) {
        signalfd_siginfo ignored{};
        while (::read(ended.get(), &ignored, sizeof ignored) > 0) continue;
      }
      reap();
      stop_late();
      if (waiting[0].revents != 0 && !take_order()) finish();
    }
  }

 private:
  void prepare() {
    if (preparation_.work != nullptr) std::exchange(preparation_.work, nullptr)();
  }

  bool take_order() {
    auto order = receive_order(orders_);
    if (!order) return false;
    if (order->limits.prepared) prepare();
    const pid_t server = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) carry_out(*order, task_, sandbox_, server);
    if (child < 0) {
      tell(order->files.verdict, {.end = Verdict::End::no_child, .code = errno});
      return true;
    }
    jobs_.push_back({.child = child,
                     .verdict = std::move(order->files.verdict),
                     .deadline = Clock::now() + order->limits.wall});
    return true;
  }

  void reap() {
    int status = 0;
    for (pid_t child = 0; (child = ::waitpid(-1, &status, WNOHANG)) > 0;) {
      const auto job = std::ranges::find(jobs_, child, &Job::child);
      if (job == jobs_.end()) continue;
      tell(job->verdict, verdict(*job, status));
      jobs_.erase(job);
    }
  }

  static Verdict verdict(const Job& job, int status) {
    if (WIFSIGNALED(status)) {
      if (job.timed_out) return {.end = Verdict::End::wall_time};
      return {.end = Verdict::End::signal, .code = WTERMSIG(status)};
    }
    if (WEXITSTATUS(status) != 0) return {.end = Verdict::End::exit, .code = WEXITSTATUS(status)};
    return {};
  }

  void stop_late() {
    const auto now = Clock::now();
    for (Job& job : jobs_) {
      if (job.timed_out || job.deadline > now) continue;
      job.timed_out = true;
      ::kill(job.child, SIGKILL);
    }
  }

  [[nodiscard]] int until_next_deadline() const {
    auto next = Clock::time_point::max();
    for (const Job& job : jobs_) {
      if (!job.timed_out) next = std::min(next, job.deadline);
    }
    if (next == Clock::time_point::max()) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - Clock::now());
    return static_cast<int>(std::clamp<long long>(left.count(), 0, 60'000));
  }

  [[noreturn]] void finish() {
    for (const Job& job : jobs_) ::kill(job.child, SIGKILL);
    for (const Job& job : jobs_) ::waitpid(job.child, nullptr, 0);
    ::_exit(0);
  }

  int orders_;
  ForkServer::Task task_;
  ForkServer::Preparation preparation_;  // without work once that is done
  std::optional<Sandbox> sandbox_;
  std::vector<Job> jobs_{};
};

}  // namespace

void serve(int socket, ForkServer::Task task, ForkServer::Preparation preparation) {
  Server(socket, task, preparation).run();
}

}  // namespace rapport
