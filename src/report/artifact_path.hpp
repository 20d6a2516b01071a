// File names as other tools want them: relative to the checkout, and as URIs.
#pragma once

#include <string>
#include <string_view>

#include "rapport/writer.hpp"

namespace rapport {

// The path of a document below ReportOptions::root; absolute where it lies elsewhere. As it was
// given, tidied, where no root is known. Standard input is "stdin".
[[nodiscard]] std::string artifact_path(const std::string& name, const ReportOptions& options);

// A relative path as a relative reference, an absolute one as a file: URI; percent-encoded.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace rapport
