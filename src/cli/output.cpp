#include "cli/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/descriptor.hpp"
#include "base/whole_file.hpp"
#include "cli/interrupt.hpp"

namespace rapport::cli {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failed(const std::string& path, int code) {
  return fail(Error{.kind = ErrorKind::output,
                    .subject = path,
                    .message = fmt::format("cannot be written: {}", std::strerror(code)),
                    .remedy = code == ENOENT ? "make the folder first" : ""});
}

int close_checked(int descriptor, int earlier) {
  const int status = ::close(descriptor);
  return earlier != 0 || status == 0 ? earlier : errno;
}

Result<void> write_directly(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(path, errno);
  const int code = close_checked(descriptor, write_all(descriptor, text));
  if (code != 0 && code != EPIPE) return failed(path, code);
  return {};
}

Result<void> replace(const std::string& path, std::string_view text) {
  auto file = WholeFile::begin(path);
  if (!file) return fail(std::move(file.error()));
  const RemoveOnInterrupt guard(file->temporary());
  return file->write(text).and_then([&] { return file->commit(); });
}

bool is_special(const std::string& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status);
}

}  // namespace

bool is_standard_output(const std::string& path) {
  return path.empty() || path == "-";
}

Result<void> check_output(const std::string& path) {
  if (is_standard_output(path)) return {};
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return failed(path, EISDIR);
  if (is_special(path)) return {};
  const fs::path folder = fs::path(path).parent_path();
  const std::string place = folder.empty() ? "." : folder.string();
  if (::access(place.c_str(), W_OK | X_OK) != 0) return failed(path, errno);
  return {};
}

Result<void> write_output(const std::string& path, std::string_view text) {
  if (is_standard_output(path)) return print(text).map([](Reader) {});
  return is_special(path) ? write_directly(path, text) : replace(path, text);
}

Result<void> append_output(const std::string& path, std::string_view text) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return failed(path, errno);
  const int code = close_checked(descriptor, write_all(descriptor, text));
  if (code != 0) return failed(path, code);
  return {};
}

Result<Reader> print(std::string_view text) {
  const int code = write_all(STDOUT_FILENO, text);
  if (code == EPIPE) return Reader::gone;
  if (code != 0) return failed("standard output", code);
  return Reader::listening;
}

}  // namespace rapport::cli
