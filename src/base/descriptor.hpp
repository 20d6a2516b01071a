// File descriptors: one that is closed with its owner, and a whole text out of one or into it.
#pragma once

#include <unistd.h>

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace rapport {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

 private:
  int number_ = -1;
};

// Both wait where they would have to: whoever shares a pipe with us may have made it non-blocking.

// What there is, as far as the buffer takes it. Zero at the end; -1, with errno, where it fails.
[[nodiscard]] ssize_t read_some(int descriptor, std::span<char> buffer);

// All of the text, however often the system takes only a part. Zero, or the errno that stopped it.
[[nodiscard]] int write_all(int descriptor, std::string_view text);

// What a file holds, from its beginning, as far as it can be read.
[[nodiscard]] std::string content_of(int descriptor);

}  // namespace rapport
