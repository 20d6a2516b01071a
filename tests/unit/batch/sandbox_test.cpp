// Each attempt is made by a child of the fork server, as a document that took its reader over
// would.
#include "batch/sandbox.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <thread>

#include "batch/fork_server.hpp"

using namespace rapport;

namespace {

std::string outcome(bool done) {
  return done ? "done" : std::to_string(errno);
}

std::string open_to_write(const std::string& path, int flags) {
  return outcome(::open(path.c_str(), flags, 0600) >= 0);
}

std::string attempt(std::string request) {
  const std::size_t space = request.find(' ');
  const std::string what = request.substr(0, space);
  const std::string path = space == std::string::npos ? "" : request.substr(space + 1);
  if (what == "socket") return outcome(::socket(AF_INET, SOCK_STREAM, 0) >= 0);
  if (what == "local-socket") return outcome(::socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
  if (what == "create") return open_to_write(path, O_WRONLY | O_CREAT);
  if (what == "change") return open_to_write(path, O_RDWR);
  if (what == "truncate") return outcome(::truncate(path.c_str(), 0) == 0);
  if (what == "remove") return outcome(::unlink(path.c_str()) == 0);
  if (what == "folder") return outcome(::mkdir(path.c_str(), 0700) == 0);
  if (what == "permit") return outcome(::chmod(path.c_str(), 0777) == 0);
  if (what == "read") return outcome(::open(path.c_str(), O_RDONLY) >= 0);
  if (what == "run") return outcome(::execl("/bin/true", "true", nullptr) == 0);
  if (what == "fork") {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    return outcome(child > 0);
  }
  if (what == "kill") return outcome(::kill(std::stoi(path), 0) == 0);
  if (what == "trace") return outcome(::ptrace(PTRACE_ATTACH, std::stoi(path), 0, 0) == 0);
  if (what == "limits") {
    const rlimit none{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    return outcome(::setrlimit(RLIMIT_CPU, &none) == 0);
  }
  if (what == "thread") {
    try {
      std::thread([] {}).join();
      return "done";
    } catch (const std::system_error&) {
      return "refused";
    }
  }
  return "what?";
}

std::string attempted(const std::string& what) {
  // Threads of the tests before this one have left address space reserved.
  constexpr ChildLimits roomy{.memory = std::size_t{4} << 30U};
  auto server = ForkServer::start(attempt, {});
  REQUIRE(server);
  auto answer = (*server)->run(what, roomy);
  REQUIRE(answer);
  return *answer;
}

const std::string refused = std::to_string(EPERM);

}  // namespace

TEST_CASE("a process that reads a document has no network, writes nothing and starts nothing") {
  if (!sandbox_support().calls) {
    MESSAGE("skipped: this kernel has no seccomp");
    return;
  }
  const std::string file = RAPPORT_BINARY_DIR "/sandbox.txt";
  std::ofstream(file) << "mine";
  CHECK(attempted("socket") == refused);
  CHECK(attempted("local-socket") == refused);
  CHECK(attempted("create " RAPPORT_BINARY_DIR "/sandbox-new.txt") == refused);
  CHECK(attempted("change " + file) == refused);
  CHECK(attempted("truncate " + file) == refused);
  CHECK(attempted("remove " + file) == refused);
  CHECK(attempted("folder " RAPPORT_BINARY_DIR "/sandbox-folder") == refused);
  CHECK(attempted("permit " + file) == refused);
  CHECK(attempted("run") == refused);
  CHECK(attempted("fork") == refused);
  CHECK(attempted("thread") == "refused");
  CHECK(attempted("kill " + std::to_string(::getpid())) == refused);
  CHECK(attempted("trace " + std::to_string(::getpid())) == refused);
  CHECK(attempted("limits") == refused);
  std::ifstream kept(file);
  CHECK(std::string(std::istreambuf_iterator<char>(kept), {}) == "mine");
}

TEST_CASE("of files, such a process opens fonts and what libraries load, and no user's") {
  if (sandbox_support().files == 0) {
    MESSAGE("skipped: this kernel has no Landlock");
    return;
  }
  const std::string file = RAPPORT_BINARY_DIR "/sandbox.txt";
  std::ofstream(file) << "mine";
  CHECK(attempted("read " + file) == std::to_string(EACCES));
  CHECK(attempted("read /etc/passwd") == std::to_string(EACCES));
  CHECK(attempted("read /proc/self/environ") == std::to_string(EACCES));
  CHECK(attempted("read /usr/share/doc") == "done");
}
