// Crew: work done by several threads, for a caller that hands in and takes out by itself.
//
//   Crew<Line, Answer> crew(jobs, CrewOrder::as_submitted, answer_to);
//   while (auto line = next_line()) {
//     while (crew.full()) write(*crew.take());
//     crew.submit(std::move(*line));
//   }
//   while (auto answer = crew.take()) write(*answer);
//
// Nothing is submitted to a full crew, so memory does not grow with the input, however slowly the
// answers are taken.
#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/descriptor.hpp"

namespace rapport {

enum class CrewOrder { as_submitted, as_finished };

// All members but the constructor's `work` are for one thread.
template <class In, class Out>
class Crew {
 public:
  using Work = std::function<Out(In)>;

  // At least one thread, whatever `jobs` says. `work` runs in all of them and must not throw.
  Crew(std::size_t jobs, CrewOrder order, Work work)
      : order_(order),
        room_(jobs * 8),
        work_(std::move(work)),
        news_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (jobs == 0) jobs = room_ = 1;
    threads_.reserve(jobs);
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { toil(); });
  }

  // Waits for what has begun; what has not never will.
  ~Crew() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      waiting_.clear();
    }
    work_to_do_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  [[nodiscard]] bool full() const { return submitted_ - taken_ >= room_; }
  [[nodiscard]] bool idle() const { return submitted_ == taken_; }

  void submit(In in) {
    {
      const std::lock_guard lock(mutex_);
      waiting_.emplace_back(submitted_++, std::move(in));
    }
    work_to_do_.notify_one();
  }

  // The next product, waited for; empty when nothing is under way.
  [[nodiscard]] std::optional<Out> take() {
    if (idle()) return std::nullopt;
    std::unique_lock lock(mutex_);
    work_done_.wait(lock, [this] { return can_take(); });
    return taken();
  }

  // The next product, if it is there.
  [[nodiscard]] std::optional<Out> take_if_ready() {
    std::uint64_t ignored = 0;
    (void)!::read(news_.get(), &ignored, sizeof ignored);
    const std::lock_guard lock(mutex_);
    if (!can_take()) return std::nullopt;
    return taken();
  }

  // Readable when something has been finished since take_if_ready() last found nothing.
  [[nodiscard]] int news() const { return news_.get(); }

 private:
  [[nodiscard]] bool can_take() const {
    return !finished_.empty() &&
           (order_ == CrewOrder::as_finished || finished_.begin()->first == taken_);
  }

  Out taken() {
    ++taken_;
    return std::move(finished_.extract(finished_.begin()).mapped());
  }

  void toil() {
    std::unique_lock lock(mutex_);
    while (true) {
      work_to_do_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
      if (ended_) return;
      auto [number, in] = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Out out = work_(std::move(in));
      lock.lock();
      finished_.emplace(number, std::move(out));
      work_done_.notify_one();
      const std::uint64_t one = 1;
      (void)!::write(news_.get(), &one, sizeof one);
    }
  }

  CrewOrder order_;
  std::size_t room_;
  Work work_;
  Descriptor news_;
  std::size_t submitted_ = 0;
  std::size_t taken_ = 0;
  std::mutex mutex_{};
  std::condition_variable work_to_do_{};
  std::condition_variable work_done_{};
  std::deque<std::pair<std::size_t, In>> waiting_{};
  std::map<std::size_t, Out> finished_{};
  bool ended_ = false;
  std::vector<std::thread> threads_{};
};

}  // namespace rapport
