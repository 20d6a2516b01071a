#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/bounds.hpp"
#include "base/descriptor.hpp"
#include "rapport/reader.hpp"

namespace rapport {
namespace {

class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

tl::unexpected<Error> refuse(const std::string& path, std::string message, std::string remedy) {
  return fail({.subject = path, .message = std::move(message), .remedy = std::move(remedy)});
}

tl::unexpected<Error> too_large(const std::string& path) {
  return refuse(path, fmt::format("is larger than {} MiB", max_input >> 20U),
                "give the document alone");
}

tl::unexpected<Error> open_error(const std::string& path, int code) {
  if (code == ENOENT || code == ENOTDIR) {
    return refuse(path, "does not exist", "check the name");
  }
  if (code == EACCES || code == EPERM) {
    return refuse(path, "may not be read", "check its permissions");
  }
  return refuse(path, fmt::format("cannot be opened: {}", std::strerror(code)), "");
}

// Its size in bytes.
Result<std::size_t> check_regular(const std::string& path, int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return open_error(path, errno);
  if (S_ISDIR(status.st_mode)) {
    return refuse(path, "is a folder", fmt::format("use: rapport batch {}", path));
  }
  if (!S_ISREG(status.st_mode)) {
    return refuse(path, "is not a regular file", "give a file, or pipe it in and give -");
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_input) return too_large(path);
  return size;
}

// `expected` spares a large file the copies of a text that grows.
Result<Input> read_all(const std::string& path, int descriptor, std::size_t expected) {
  Input input{.name = path};
  input.bytes.resize(expected + 16384);
  std::size_t used = 0;
  while (true) {
    if (used == input.bytes.size()) input.bytes.resize(used + used / 2 + 65536);
    const auto got = read_some(descriptor, std::span(input.bytes).subspan(used));
    if (got < 0) return refuse(path, fmt::format("cannot be read: {}", std::strerror(errno)), "");
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > max_input) return too_large(path);
  }
  input.bytes.resize(used);
  if (used == 0) return refuse(path, "is empty", "give a document with text in it");
  return input;
}

}  // namespace

Result<Input> load(const std::string& path) {
  if (path == "-") return read_all(path, STDIN_FILENO, 0);
  // Non-blocking, because opening a FIFO without a writer would wait for ever.
  const File file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
  if (file.get() < 0) return open_error(path, errno);
  const auto size = check_regular(path, file.get());
  if (!size) return fail(size.error());
  return read_all(path, file.get(), *size);
}

}  // namespace rapport
