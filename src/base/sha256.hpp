// A hash that is the same on every machine and in every release, for fingerprints that are kept.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// SHA-256 in 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

// HMAC-SHA256, in the same form: a hash that nobody can make without the key.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view bytes);

}  // namespace rapport
