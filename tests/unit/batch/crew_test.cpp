#include "batch/crew.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <thread>

using namespace rapport;

namespace {

// Early ones take longest, so that finishing and submitting go in different orders.
int slow_square(int number) {
  std::this_thread::sleep_for(std::chrono::milliseconds(number % 4 == 0 ? 5 : 0));
  return number * number;
}

}  // namespace

TEST_CASE("products come in the order of submission, whoever finishes first") {
  Crew<int, int> crew(4, CrewOrder::as_submitted, slow_square);
  std::vector<int> squares;
  for (int i = 0; i < 200; ++i) {
    while (crew.full()) squares.push_back(*crew.take());
    crew.submit(i);
  }
  while (auto square = crew.take()) squares.push_back(*square);
  REQUIRE(squares.size() == 200);
  for (int i = 0; i < 200; ++i) CHECK(squares[static_cast<std::size_t>(i)] == i * i);
}

TEST_CASE("as they finish, none is lost and none comes twice") {
  Crew<int, int> crew(3, CrewOrder::as_finished, slow_square);
  std::multiset<int> squares;
  for (int i = 0; i < 100; ++i) {
    while (crew.full()) squares.insert(*crew.take());
    crew.submit(i);
  }
  while (auto square = crew.take()) squares.insert(*square);
  CHECK(squares.size() == 100);
  CHECK(std::set<int>(squares.begin(), squares.end()).size() == 100);
}

TEST_CASE("a slow one holds up nothing when products come as they finish") {
  Crew<int, int> crew(2, CrewOrder::as_finished, [](int number) {
    if (number == 0) std::this_thread::sleep_for(std::chrono::milliseconds(300));
    return number;
  });
  for (int i = 0; i < 4; ++i) crew.submit(i);
  CHECK(*crew.take() != 0);
  CHECK(*crew.take() != 0);
  CHECK(*crew.take() != 0);
  CHECK(*crew.take() == 0);
}

TEST_CASE("a full crew says so, so that memory does not grow with the input") {
  std::atomic<bool> go = false;
  Crew<int, int> crew(1, CrewOrder::as_submitted, [&](int number) {
    while (!go) std::this_thread::yield();
    return number;
  });
  int submitted = 0;
  for (; !crew.full() && submitted < 1000; ++submitted) crew.submit(submitted);
  CHECK(submitted == 8);
  CHECK_FALSE(crew.take_if_ready());
  go = true;
  CHECK(*crew.take() == 0);
  CHECK_FALSE(crew.full());
}

TEST_CASE("a crew that is given up lets go of what has not begun") {
  std::atomic<int> begun = 0;
  {
    Crew<int, int> crew(1, CrewOrder::as_submitted, [&](int number) {
      ++begun;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      return number;
    });
    for (int i = 0; i < 8; ++i) crew.submit(i);
  }
  CHECK(begun <= 2);
}
