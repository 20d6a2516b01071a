// The file that holds the salt of pseudonyms: made once, whole or not at all, for its owner alone.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/descriptor.hpp"
#include "batch/anonymous.hpp"

namespace rapport {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t salt_bytes = 32;
constexpr std::size_t shortest_salt = 16;
constexpr std::size_t longest_salt = 4096;  // more is some other file

Error salt_error(const std::string& path, const char* what, int code) {
  return {.kind = ErrorKind::output,
          .subject = path,
          .message = fmt::format("the salt cannot be {}: {}", what, std::strerror(code)),
          .remedy = "name another file with --salt"};
}

Result<std::string> new_salt(const std::string& path) {
  std::array<unsigned char, salt_bytes> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    return fail(salt_error(path, "made", errno));
  return fmt::format("{:02x}\n", fmt::join(bytes, ""));
}

// Zero, or the errno that stopped it. That it is there by now is as good.
int put_in_place(int descriptor, const std::string& temporary, const std::string& path,
                 const std::string& salt) {
  if (const int code = write_all(descriptor, salt); code != 0) return code;
  if (::fsync(descriptor) != 0 && errno != EINVAL) return errno;
  if (::link(temporary.c_str(), path.c_str()) != 0 && errno != EEXIST) return errno;
  return 0;
}

Result<void> make_salt(const std::string& path) {
  auto salt = new_salt(path);
  if (!salt) return fail(std::move(salt.error()));
  std::error_code ignored;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, ignored);
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());  // with mode 0600
  if (descriptor < 0) return fail(salt_error(path, "written", errno));
  const int code = put_in_place(descriptor, temporary, path, *salt);
  ::close(descriptor);
  ::unlink(temporary.c_str());
  if (code != 0) return fail(salt_error(path, "written", code));
  return {};
}

Result<std::string> read_salt(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(salt_error(path, "read", errno));
  std::string salt(longest_salt + 1, '\0');
  file.read(salt.data(), static_cast<std::streamsize>(salt.size()));
  salt.resize(static_cast<std::size_t>(file.gcount()));
  while (salt.ends_with('\n') || salt.ends_with('\r')) salt.pop_back();
  if (salt.size() >= shortest_salt && salt.size() <= longest_salt) return salt;
  return fail(Error{.kind = ErrorKind::output,
                    .subject = path,
                    .message = fmt::format("holds no salt: {} to {} bytes are wanted",
                                           shortest_salt, longest_salt),
                    .remedy = "name a file that does not exist yet, and it is made"});
}

}  // namespace

Result<Anonymiser> Anonymiser::load(const std::string& salt_file) {
  std::error_code ignored;
  if (!fs::exists(salt_file, ignored)) {
    if (auto made = make_salt(salt_file); !made) return fail(std::move(made.error()));
  }
  return read_salt(salt_file).map([](std::string salt) { return Anonymiser(std::move(salt)); });
}

std::string Anonymiser::salt_file_for(const std::string& folder) {
  std::string path = folder;
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  // "." and ".." name a folder that is called otherwise.
  const std::string last = fs::path(path).filename().string();
  std::error_code ignored;
  if (last == "." || last == "..") path = fs::weakly_canonical(path, ignored).string();
  return path + ".salt";
}

}  // namespace rapport
