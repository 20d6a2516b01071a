// A file that is written whole or not at all: whoever reads it sees the old one or the new one,
// whatever happens in between.
#pragma once

#include <string>
#include <string_view>

#include "rapport/result.hpp"

namespace rapport {

class WholeFile {
 public:
  // Begins beside `path`. A link stays a link: what it points to is replaced. The permissions are
  // those that the file has, or those of a new one.
  [[nodiscard]] static Result<WholeFile> begin(const std::string& path);

  [[nodiscard]] Result<void> write(std::string_view text);
  // On the disk, then in its place. `at_leisure` leaves the disk for later: after a power cut the
  // file may be a beginning of itself.
  enum class Flush { first, at_leisure };
  [[nodiscard]] Result<void> commit(Flush flush = Flush::first);

  // Where it is until then. Unless it is committed, it is removed. Empty where the file system has
  // files without a name, which are gone with the process, however that ends.
  [[nodiscard]] const std::string& temporary() const { return temporary_; }

  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  ~WholeFile();

 private:
  WholeFile(std::string path, std::string target, std::string temporary, int descriptor);
  [[nodiscard]] tl::unexpected<Error> failed(int code) const;
  [[nodiscard]] bool give_name();

  std::string path_;    // as given
  std::string target_;  // behind links
  std::string temporary_;
  int descriptor_;
};

// All of it at once.
[[nodiscard]] Result<void> write_whole_file(const std::string& path, std::string_view text,
                                            WholeFile::Flush flush = WholeFile::Flush::first);

}  // namespace rapport
