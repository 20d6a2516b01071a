#include "batch/fork_server.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <thread>
#include <vector>

using namespace rapport;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limits_memory = false;
#else
constexpr bool limits_memory = true;
#endif

// Each thread of the tests before this one has left address space reserved, which a child inherits;
// a program forks its server before it has any.
constexpr ChildLimits roomy{.memory = std::size_t{4} << 30U};

int preparations = 0;

void prepare() {
  ++preparations;
}

// A reader with every fault that the real ones may have.
std::string misbehave(std::string request) {
  if (request == "crash") std::raise(SIGSEGV);
  if (request == "give up") std::abort();
  if (request == "spin") {
    for (volatile bool forever = true; forever;) continue;
  }
  if (request == "wait") std::this_thread::sleep_for(1h);
  if (request == "eat") {
    std::vector<std::string> eaten;
    while (true) eaten.emplace_back().reserve(std::size_t{16} << 20U);
  }
  if (request == "mumble and die") {
    (void)!::write(STDERR_FILENO, "Out of memory\n", 14);
    std::abort();
  }
  if (request == "mumble") (void)!::write(STDERR_FILENO, "pardon", 6);
  if (request == "talk") return std::string(std::size_t{3} << 20U, 'x');
  if (request == "leave") ::_exit(5);
  if (request == "be killed") ::raise(SIGKILL);
  if (request == "preparations") return std::to_string(preparations);
  if (request == "who") return std::to_string(::getpid());
  return "read " + request;
}

std::unique_ptr<ForkServer> server() {
  auto started = ForkServer::start(misbehave, {});
  REQUIRE(started);
  return std::move(*started);
}

std::string cause_of(std::string_view request, const ChildLimits& limits = roomy) {
  const auto answer = server()->run(request, limits);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().subject.empty());
  return answer.error().message;
}

bool alive(pid_t process) {
  return ::kill(process, 0) == 0;
}

}  // namespace

TEST_CASE("a child answers, whatever its request holds") {
  const auto calm = server();
  CHECK(*calm->run("a letter", roomy) == "read a letter");
  CHECK(*calm->run("", roomy) == "read ");
  const std::string binary("\0\xFF\n", 3);
  CHECK(*calm->run(binary, roomy) == "read " + binary);
  const std::string large(std::size_t{20} << 20U, 'y');
  CHECK(calm->run(large, roomy)->size() == large.size() + 5);
}

TEST_CASE("what a library prints on the way is no part of the answer") {
  CHECK(*server()->run("mumble", roomy) == "read mumble");
}

TEST_CASE("the server is prepared once, at once or when a request wants it") {
  ChildLimits wanting = roomy;
  wanting.prepared = true;
  const auto early = ForkServer::start(misbehave, {.work = prepare, .at_once = true});
  CHECK(*(*early)->run("preparations", roomy) == "1");
  CHECK(*(*early)->run("preparations", wanting) == "1");
  const auto late = ForkServer::start(misbehave, {.work = prepare});
  CHECK(*(*late)->run("preparations", roomy) == "0");
  CHECK(*(*late)->run("preparations", wanting) == "1");
  CHECK(*(*late)->run("preparations", roomy) == "1");
}

TEST_CASE("every request has a child of its own") {
  const auto calm = server();
  CHECK(*calm->run("who", roomy) != *calm->run("who", roomy));
}

TEST_CASE("a child that dies is one error that tells how") {
  if (limits_memory) {  // a sanitizer reports crashes in its own way
    CHECK(cause_of("crash") == "made its reader crash (signal 11, Segmentation fault)");
    CHECK(cause_of("eat") == "needs more than 4096 MiB of memory to be read");
  }
  CHECK(cause_of("give up") == "made its reader crash (signal 6, Aborted)");
  CHECK(cause_of("mumble and die") == "needs more than 4096 MiB of memory to be read");
  CHECK(cause_of("leave") == "made its reader give up with code 5");
  CHECK(cause_of("wait", {.wall = 200ms, .memory = roomy.memory}) ==
        "could not be read within 0.2 s");
  CHECK(cause_of("spin", {.cpu = 1s, .memory = roomy.memory}) ==
        "takes more than 1 s of the processor to be read");
  CHECK(cause_of("talk", {.memory = roomy.memory, .answer = std::size_t{1} << 20U}) ==
        "has more than 1 MiB of text");
}

TEST_CASE("an error tells whether another try may end otherwise") {
  const auto kind_of = [](std::string_view request, const ChildLimits& limits = roomy) {
    const auto answer = server()->run(request, limits);
    REQUIRE_FALSE(answer);
    return answer.error().kind;
  };
  CHECK(kind_of("give up") == ErrorKind::input);
  CHECK(kind_of("leave") == ErrorKind::input);
  CHECK(kind_of("mumble and die") == ErrorKind::limit);
  CHECK(kind_of("spin", {.cpu = 1s, .memory = roomy.memory}) == ErrorKind::limit);
  CHECK(kind_of("wait", {.wall = 200ms, .memory = roomy.memory}) == ErrorKind::passing);
  CHECK(kind_of("be killed") == ErrorKind::passing);
}

TEST_CASE("the others never notice, however many die beside them") {
  const auto busy = server();
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int thread = 0; thread < 6; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 20; ++i) {
        const bool bad = (i + thread) % 3 == 0;
        const std::string request = bad ? "give up" : "cv " + std::to_string(i);
        const auto answer = busy->run(request, roomy);
        right += bad ? !answer.has_value() : answer.has_value() && *answer == "read " + request;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(right == 6 * 20);
}

TEST_CASE("what is at work ends with the server, and none is left as a zombie") {
  auto ending = server();
  const auto who = ending->run("who", roomy);
  REQUIRE(who);
  const pid_t child = std::stoi(*who);
  CHECK_FALSE(alive(child));
  Result<std::string> answer;
  std::thread waiting([&] { answer = ending->run("wait", roomy); });
  std::this_thread::sleep_for(100ms);
  ending->stop();
  waiting.join();
  CHECK_FALSE(answer);
  CHECK_FALSE(ending->run("too late", roomy));
}
