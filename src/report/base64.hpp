// What a self-contained HTML file needs in base64: pictures, and the hashes that let its own style
// and script pass its content security policy.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

[[nodiscard]] std::string base64(std::string_view bytes);

// "sha256-…", as a content security policy names the text of a <style> or <script>.
[[nodiscard]] std::string csp_hash(std::string_view text);

}  // namespace rapport
