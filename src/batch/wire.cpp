#include "batch/wire.hpp"

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <vector>

namespace rapport {

namespace {

// Every type names its members once, for both directions.
void members(auto& wire, auto& value, const Box* /*of*/) {
  wire(value.left, value.top, value.right, value.bottom);
}

void members(auto& wire, auto& value, const Place* /*of*/) {
  wire(value.page, value.line, value.column, value.paragraph, value.part, value.box);
}

void members(auto& wire, auto& value, const Block* /*of*/) {
  wire(value.begin, value.end, value.role, value.place, value.may_wrap, value.starts_paragraph,
       value.heading_level, value.emphasised);
}

void members(auto& wire, auto& value, const Word* /*of*/) {
  wire(value.begin, value.end, value.page, value.box);
}

void members(auto& wire, auto& value, const PageSize* /*of*/) {
  wire(value.width, value.height);
}

void members(auto& wire, auto& value, const PageImage* /*of*/) {
  wire(value.width, value.height, value.png);
}

void members(auto& wire, auto& value, const HiddenText* /*of*/) {
  wire(value.text, value.place, value.by);
}

void members(auto& wire, auto& value, const Prompt* /*of*/) {
  wire(value.begin, value.end);
}

void members(auto& wire, auto& value, const NaiveOrder* /*of*/) {
  wire(value.text, value.blocks);
}

void members(auto& wire, auto& value, const Quotation* /*of*/) {
  wire(value.document, value.place, value.begin, value.end, value.text);
}

void members(auto& wire, auto& value, const Finding* /*of*/) {
  wire(value.id, value.severity, value.document, value.place, value.message, value.remedy,
       value.title, value.subject, value.quotes);
}

void members(auto& wire, auto& value, const Extracted* /*of*/) {
  wire(value.format, value.text, value.blocks, value.words, value.pages, value.images, value.hidden,
       value.prompts, value.naive, value.findings);
}

void members(auto& wire, auto& value, const Error* /*of*/) {
  wire(value.kind, value.subject, value.message, value.remedy, value.excerpt);
}

constexpr int last_of(BlockRole /*of*/) {
  return static_cast<int>(BlockRole::note);
}
constexpr int last_of(HiddenBy /*of*/) {
  return static_cast<int>(HiddenBy::ink);
}
constexpr int last_of(Severity /*of*/) {
  return static_cast<int>(Severity::error);
}
constexpr int last_of(ErrorKind /*of*/) {
  return static_cast<int>(ErrorKind::output);
}

class Packer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
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
      members(*this, value, static_cast<const T*>(nullptr));
    }
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  std::string bytes_{};
};

// Reads on after a fault, but reads nothing: every value keeps its default.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
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
    // No element takes less than a byte, so what is left bounds what may be asked for; growing as
    // they come bounds the memory by it too.
    for (; count > 0 && sound_ && !bytes_.empty(); --count) get(values.emplace_back());
    if (count > 0) sound_ = false;
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

bool within(std::string_view text, const auto& pieces) {
  return std::ranges::all_of(pieces, [&](const auto& piece) {
    return piece.begin <= piece.end && piece.end <= text.size();
  });
}

// Blocks stand one after the other.
bool in_order(const std::vector<Block>& blocks) {
  return std::ranges::is_sorted(blocks, {}, &Block::begin);
}

bool sound(const Extracted& extracted) {
  const auto fits = [](std::string_view text, const std::vector<Block>& blocks) {
    return within(text, blocks) && in_order(blocks);
  };
  return fits(extracted.text, extracted.blocks) && within(extracted.text, extracted.words) &&
         within(extracted.text, extracted.prompts) &&
         (!extracted.naive || fits(extracted.naive->text, extracted.naive->blocks));
}

}  // namespace

std::string pack(const Result<Extracted>& result) {
  Packer packer;
  packer(result.has_value());
  result ? packer(*result) : packer(result.error());
  return packer.take();
}

Result<Extracted> unpack(std::string_view bytes) {
  const Error garbled{.message = "made its reader answer with nonsense",
                      .remedy = "open it and save or print it to a new file"};
  Unpacker unpacker(bytes);
  bool success = false;
  unpacker(success);
  Extracted extracted;
  Error error;
  success ? unpacker(extracted) : unpacker(error);
  if (!unpacker.whole() || !sound(extracted)) return fail(garbled);
  if (!success) return fail(std::move(error));
  return extracted;
}

}  // namespace rapport
