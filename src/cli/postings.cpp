#include "cli/postings.hpp"

#include <utility>

#include "cli/console.hpp"

namespace rapport::cli {

ReadPostings read_postings(const std::vector<std::string>& files, const Pipeline& pipeline) {
  ReadPostings read;
  for (const std::string& file : files) {
    auto posting = pipeline.read_posting(file);
    if (posting) {
      read.postings.push_back(std::move(*posting));
    } else {
      complain(posting.error());
      read.outcome += failure;
    }
  }
  return read;
}

}  // namespace rapport::cli
