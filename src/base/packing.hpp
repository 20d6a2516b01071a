// Packing: values as bytes and back, for ourselves: between processes of one program, and from its
// build into it. A type is packed by a function that names all its members, once for both ways:
//
//     auto members(auto& wire, auto& value, const Box*) { return wire(value.left, value.top); }
//
// It stands in the type's namespace. One that forgets a member does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace rapport {

// Stands for a member that is not packed.
struct LeftOut {};

// How many members (and bases) an aggregate has: with how many values it can be made.
struct AnyValue {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): to be taken for whatever is wanted
};
template <class T, class... Values>
consteval std::size_t member_count() {
  if constexpr (requires { T{Values{}..., AnyValue{}}; }) {
    return member_count<T, Values..., AnyValue>();
  } else {
    return sizeof...(Values);
  }
}

class Packer {
 public:
  template <class... T>
  auto operator()(const T&... values) {
    (put(values), ...);
    return std::integral_constant<std::size_t, sizeof...(T)>{};
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      put(static_cast<int>(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      using Named = decltype(members(*this, value, static_cast<const T*>(nullptr)));
      static_assert(Named::value == member_count<T>(), "members() does not name them all");
      members(*this, value, static_cast<const T*>(nullptr));
    }
  }
  void put(const LeftOut& /*nothing*/) {}
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class T, std::size_t size>
  void put(const std::array<T, size>& values) {
    for (const T& value : values) put(value);
  }
  template <class T, class Less>
  void put(const std::map<std::string, T, Less>& values) {
    put(values.size());
    for (const auto& [key, value] : values) {
      put(key);
      put(value);
    }
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  std::string bytes_{};
};

// What it is given may come from anybody. It reads on after a fault, but reads nothing: every value
// keeps its default. The last value of an enumeration is told by last_of().
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  auto operator()(T&&... values) {
    (get(values), ...);
    return std::integral_constant<std::size_t, sizeof...(T)>{};
  }
  [[nodiscard]] bool whole() const { return sound_ && bytes_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (!sound_ || size > bytes_.size()) {
      sound_ = false;
      return {};
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T>) {
      int number = 0;
      get(number);
      if (number < 0 || number > last_of(value)) return void(sound_ = false);
      value = static_cast<T>(number);
    } else if constexpr (std::is_arithmetic_v<T>) {
      const std::string_view taken = take(sizeof value);
      if (!taken.empty()) std::memcpy(&value, taken.data(), sizeof value);
    } else {
      members(*this, value, static_cast<const T*>(nullptr));
    }
  }
  void get(LeftOut& /*nothing*/) {}
  void get(bool& value) {
    const std::string_view taken = take(1);
    if (taken.empty()) return;
    if (taken[0] != 0 && taken[0] != 1) return void(sound_ = false);
    value = taken[0] == 1;
  }
  void get(std::string& text) {
    std::size_t size = 0;
    get(size);
    text = take(size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    std::size_t count = 0;
    get(count);
    values.reserve(std::min(count, std::size_t{256}));
    // No element takes less than a byte, so what is left bounds what may be asked for; growing as
    // they come bounds the memory by it too.
    for (; count > 0 && sound_ && !bytes_.empty(); --count) get(values.emplace_back());
    if (count > 0) sound_ = false;
  }
  template <class T, std::size_t size>
  void get(std::array<T, size>& values) {
    for (T& value : values) get(value);
  }
  template <class T, class Less>
  void get(std::map<std::string, T, Less>& values) {
    std::size_t count = 0;
    get(count);
    for (; count > 0 && sound_; --count) {
      std::string key;
      get(key);
      get(values.emplace_hint(values.end(), std::move(key), T{})->second);
    }
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool has_value = false;
    get(has_value);
    if (has_value) get(value.emplace());
  }

  std::string_view bytes_;
  bool sound_ = true;
};

}  // namespace rapport
