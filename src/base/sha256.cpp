#include "base/sha256.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nettle/hmac.h>
#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace rapport {

namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

std::string in_hexadecimal(const Digest& digest) {
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace

std::string sha256(std::string_view bytes) {
  sha256_ctx context{};
  sha256_init(&context);
  sha256_update(&context, bytes.size(), bytes_of(bytes));
  Digest digest{};
  sha256_digest(&context, digest.size(), digest.data());
  return in_hexadecimal(digest);
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  hmac_sha256_ctx context{};
  ::hmac_sha256_set_key(&context, key.size(), bytes_of(key));
  ::hmac_sha256_update(&context, bytes.size(), bytes_of(bytes));
  Digest digest{};
  ::hmac_sha256_digest(&context, digest.size(), digest.data());
  return in_hexadecimal(digest);
}

}  // namespace rapport
