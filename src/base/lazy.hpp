// A value that is made when it is first needed. Safe to use from several threads.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace rapport {

template <class T>
class Lazy {
 public:
  explicit Lazy(std::function<T()> make) : make_(std::move(make)) {}
  const T* operator->() const { return &**this; }
  const T& operator*() const {
    std::call_once(once_, [this] { value_.emplace(make_()); });
    return *value_;
  }

 private:
  std::function<T()> make_;
  mutable std::once_flag once_{};
  mutable std::optional<T> value_{};
};

}  // namespace rapport
