// Analyst: what becomes of one application in a batch, from its files to what is kept of it.
#pragma once

#include <string>
#include <vector>

#include "batch/anonymous.hpp"
#include "batch/grouping.hpp"
#include "batch/pipeline.hpp"
#include "batch/record.hpp"
#include "batch/results.hpp"
#include "rapport/posting.hpp"

namespace rapport {

struct Analysed {
  ApplicationRecord record{};   // of one that is current, its name alone
  bool current = false;         // analysed before, and nothing has changed since
  std::vector<Error> errors{};  // of documents that could not be read
  Result<void> page{};          // whether its own page, if it has one, could be written
};

class Analyst {
 public:
  // What all applications of a batch have in common. Everything outlives the analyst.
  struct Means {
    const Pipeline& pipeline;
    const Profile& profile;
    const std::vector<Posting>& postings;
    const RunSettings& settings;
    const Anonymiser* anonymiser = nullptr;  // null when names are kept
    std::string limits{};                    // what a document is granted, in any form
    bool retry = false;                      // what could not be read before
  };

  // Records of earlier runs are looked for in `results`; pages go below `folder`.
  Analyst(const Means& means, Results& results, std::string folder);

  // What stands from an earlier run is left alone: also trouble, unless it was of the limits, and
  // these are others now, or of a kind that passes. An applicant whose page is missing is analysed.
  //
  // Writes the applicant's page, unless results are anonymous; keeping the record is the caller's.
  // What goes wrong with documents is part of the record. Safe to call from several threads.
  [[nodiscard]] Analysed analyse(const ApplicationFiles& files) const;

  // When all is analysed: what was written is on the disk.
  [[nodiscard]] Result<void> flush() const;

 private:
  struct Files;
  [[nodiscard]] Analysed load_all(const ApplicationFiles& application, Files& files) const;
  [[nodiscard]] bool current(const std::string& name, const Files& files) const;
  [[nodiscard]] std::string fingerprint(const Files& files, const std::vector<Error>& errors) const;
  [[nodiscard]] Application read(Files& files, std::vector<Error>& errors) const;
  [[nodiscard]] Result<void> write_page(const std::string& name,
                                        const Application& application) const;

  Means means_;
  Results& results_;
  std::string folder_;
};

}  // namespace rapport
