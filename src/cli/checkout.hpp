// What reports for other services need to know of where and when they are made.
#pragma once

#include <string>

namespace rapport::cli {

struct Checkout {
  std::string folder{};  // that the program runs in, absolute
  std::string root{};    // that services count paths from: the checkout in CI, else `folder`
};

// The root is $GITHUB_WORKSPACE or $CI_PROJECT_DIR where we run inside it. Empty members when the
// current folder is gone.
[[nodiscard]] Checkout find_checkout();

// Seconds since 1970; $SOURCE_DATE_EPOCH where that is set, so that reports can be reproduced.
[[nodiscard]] long long report_time();

}  // namespace rapport::cli
