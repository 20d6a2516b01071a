#include "input/zip.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/bounds.hpp"

namespace rapport {
namespace {

constexpr std::string_view end_record = "PK\5\6";
constexpr std::string_view zip64_locator = "PK\6\7";
constexpr std::size_t end_record_size = 22;
constexpr std::size_t zip64_locator_size = 20;
constexpr std::size_t max_comment = 65'535;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
  if (at > bytes.size() || bytes.size() - at < width) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

// The directory's size as the end record at `end` declares it, in its zip64 form when it has one.
std::uint64_t declared_directory_size(std::string_view bytes, std::size_t end) {
  if (end >= zip64_locator_size) {
    const std::size_t locator = end - zip64_locator_size;
    if (bytes.substr(locator, zip64_locator.size()) == zip64_locator) {
      return little_endian(bytes, little_endian(bytes, locator + 8, 8) + 40, 8);
    }
  }
  return little_endian(bytes, end + 12, 4);
}

// libzip loads whatever directory is declared, some five times its size in memory, and does so for
// every end record in the tail; so all of them are measured first.
bool directory_fits(std::string_view bytes) {
  std::uint64_t left = max_directory;
  const std::size_t tail = end_record_size + max_comment + zip64_locator_size;
  std::size_t at = bytes.size() > tail ? bytes.size() - tail : 0;
  while ((at = bytes.find(end_record, at)) != std::string_view::npos) {
    const std::uint64_t size = declared_directory_size(bytes, at);
    if (size > left) return false;
    left -= size;
    at += end_record.size();
  }
  return true;
}

std::string folded(std::string_view name) {
  while (!name.empty() && (name.front() == '/' || name.front() == '\\')) name.remove_prefix(1);
  std::string result(name);
  for (char& c : result) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

ZipFault fault_of(int code) {
  switch (code) {
    case ZIP_ER_NOZIP:
      return ZipFault::not_zip;
    case ZIP_ER_NOENT:
      return ZipFault::missing;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return ZipFault::encrypted;
    case ZIP_ER_COMPNOTSUPP:
      return ZipFault::unsupported;
    default:
      return ZipFault::damaged;
  }
}

using Handle = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using File = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

struct Entry {
  std::string name;
  zip_uint64_t index;
};

std::vector<Entry> list_entries(zip_t* handle) {
  std::vector<Entry> entries;
  const zip_int64_t count = zip_get_num_entries(handle, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    if (const char* name = zip_get_name(handle, index, ZIP_FL_ENC_RAW)) {
      entries.push_back({folded(name), index});
    }
  }
  std::ranges::stable_sort(entries, {}, &Entry::name);
  return entries;
}

}  // namespace

class ZipArchive::Impl {
 public:
  Impl(Handle handle, std::uint64_t budget)
      : handle_(std::move(handle)), entries_(list_entries(handle_.get())), budget_(budget) {}

  // The first entry whose name is not before `name`; null at the end.
  [[nodiscard]] const Entry* at_or_after(const std::string& name) const {
    const auto found = std::ranges::lower_bound(entries_, name, {}, &Entry::name);
    return found == entries_.end() ? nullptr : &*found;
  }
  [[nodiscard]] zip_t* handle() const { return handle_.get(); }
  [[nodiscard]] std::uint64_t& budget() { return budget_; }

 private:
  Handle handle_;
  std::vector<Entry> entries_;
  std::uint64_t budget_;
};

class ZipStream::Impl {
 public:
  Impl(File file, std::uint64_t& budget) : file_(std::move(file)), budget_(&budget) {}

  std::ptrdiff_t read(std::span<char> buffer) {
    if (fault_) return -1;
    const zip_int64_t got = zip_fread(file_.get(), buffer.data(), buffer.size());
    if (got < 0) {
      fault_ = fault_of(zip_error_code_zip(zip_file_get_error(file_.get())));
      return -1;
    }
    const auto count = static_cast<std::uint64_t>(got);
    if (count > *budget_) {
      fault_ = ZipFault::too_large;
      return -1;
    }
    *budget_ -= count;
    return static_cast<std::ptrdiff_t>(got);
  }
  [[nodiscard]] std::optional<ZipFault> fault() const { return fault_; }

 private:
  File file_;
  std::uint64_t* budget_;
  std::optional<ZipFault> fault_{};
};

ZipStream::ZipStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipStream::ZipStream(ZipStream&&) noexcept = default;
ZipStream& ZipStream::operator=(ZipStream&&) noexcept = default;
ZipStream::~ZipStream() = default;

std::ptrdiff_t ZipStream::read(std::span<char> buffer) {
  return impl_->read(buffer);
}

void ZipStream::drain() {
  std::array<char, 16'384> sink;
  while (read(sink) > 0) {
  }
}

std::optional<ZipFault> ZipStream::fault() const {
  return impl_->fault();
}

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

tl::expected<ZipArchive, ZipFault> ZipArchive::open(std::string_view bytes, std::uint64_t budget) {
  // To libzip no bytes at all are an empty archive.
  if (!looks_like_zip(bytes)) return tl::make_unexpected(ZipFault::not_zip);
  if (!directory_fits(bytes)) return tl::make_unexpected(ZipFault::too_many);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* handle = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  const ZipFault fault = fault_of(zip_error_code_zip(&error));
  zip_error_fini(&error);
  if (!handle) {
    if (source) zip_source_free(source);
    // libzip says "not a zip" of a cut one too, whose directory stood at the end.
    return tl::make_unexpected(fault == ZipFault::not_zip ? ZipFault::damaged : fault);
  }
  return ZipArchive(std::make_unique<Impl>(Handle(handle, &zip_discard), budget));
}

bool ZipArchive::has(std::string_view name) const {
  const std::string wanted = folded(name);
  const Entry* entry = impl_->at_or_after(wanted);
  return entry && entry->name == wanted;
}

bool ZipArchive::has_folder(std::string_view prefix) const {
  const std::string wanted = folded(prefix);
  const Entry* entry = impl_->at_or_after(wanted);
  return entry && entry->name.starts_with(wanted);
}

tl::expected<ZipStream, ZipFault> ZipArchive::stream(std::string_view name) {
  const std::string wanted = folded(name);
  const Entry* entry = impl_->at_or_after(wanted);
  if (!entry || entry->name != wanted) return tl::make_unexpected(ZipFault::missing);

  zip_stat_t about;
  if (zip_stat_index(impl_->handle(), entry->index, 0, &about) != 0) {
    return tl::make_unexpected(ZipFault::damaged);
  }
  if (about.encryption_method != ZIP_EM_NONE) return tl::make_unexpected(ZipFault::encrypted);
  // Others may ask for gigabytes of dictionary before the first byte.
  if (about.comp_method != ZIP_CM_STORE && about.comp_method != ZIP_CM_DEFLATE) {
    return tl::make_unexpected(ZipFault::unsupported);
  }
  File file(zip_fopen_index(impl_->handle(), entry->index, 0), &zip_fclose);
  if (!file) {
    return tl::make_unexpected(fault_of(zip_error_code_zip(zip_get_error(impl_->handle()))));
  }
  return ZipStream(std::make_unique<ZipStream::Impl>(std::move(file), impl_->budget()));
}

bool looks_like_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4") || bytes.starts_with(end_record);
}

}  // namespace rapport
