// Reads parts of a zip archive that is held in memory. The only code that sees libzip.
//
// Archives come from strangers, so nothing that they declare is believed: sizes are counted while
// inflating, against one budget for the whole archive, and the directory is measured before it is
// loaded. Nothing is ever written, and an archive inside an archive is just bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace rapport {

enum class ZipFault {
  not_zip,      // no archive at all
  damaged,      // cut short, inconsistent, or a checksum that does not fit
  too_many,     // a directory larger than any document has
  missing,      // no such part
  encrypted,    // the part has a password
  unsupported,  // packed by a method other than the two that document formats allow
  too_large,    // the archive's inflation budget is spent
};

class ZipArchive;

// One part while it inflates. Must not outlive its archive.
class ZipStream {
 public:
  ZipStream(ZipStream&&) noexcept;
  ZipStream& operator=(ZipStream&&) noexcept;
  ~ZipStream();

  // How many bytes were put into `buffer`; 0 at the end, -1 when a fault stopped it.
  [[nodiscard]] std::ptrdiff_t read(std::span<char> buffer);
  // Reads what is left, because only the last read tells whether the checksum fits.
  void drain();
  [[nodiscard]] std::optional<ZipFault> fault() const;

 private:
  friend class ZipArchive;
  class Impl;
  explicit ZipStream(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Not safe to use from several threads at once.
class ZipArchive {
 public:
  // The bytes must outlive the archive. `budget` bounds what all its streams inflate together.
  [[nodiscard]] static tl::expected<ZipArchive, ZipFault> open(std::string_view bytes,
                                                               std::uint64_t budget);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  // Names are compared without case, with backslashes as slashes and without a leading slash; of
  // duplicates the first counts.
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] bool has_folder(std::string_view prefix) const;  // "word/"
  [[nodiscard]] tl::expected<ZipStream, ZipFault> stream(std::string_view name);

 private:
  class Impl;
  explicit ZipArchive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// True when the bytes begin as a zip archive does.
[[nodiscard]] bool looks_like_zip(std::string_view bytes);

}  // namespace rapport
