// Anonymous records: stable pseudonyms, and nothing by which a person could be found.
//
//     applications/Jane Doe/resume.pdf   becomes   applicant-7f3a91c04be2d015, document-51…
//
// A pseudonym is an HMAC-SHA256 with a secret salt: without it, nobody can try names. The salt is
// kept apart from the results, so that they can be given away.
#pragma once

#include <string>
#include <string_view>

#include "batch/record.hpp"
#include "batch/results.hpp"
#include "rapport/result.hpp"

namespace rapport {

class Anonymiser {
 public:
  // `salt` is at least 16 random bytes.
  explicit Anonymiser(std::string salt) : salt_(std::move(salt)) {}

  // The salt in a file, which is made with mode 0600 when there is none. Error: one that cannot be
  // made or read, or holds no salt.
  [[nodiscard]] static Result<Anonymiser> load(const std::string& salt_file);

  // Beside the folder, not in it: "OUT.salt".
  [[nodiscard]] static std::string salt_file_for(const std::string& folder);

  // Tells salts apart without giving them away.
  [[nodiscard]] std::string id() const;

  [[nodiscard]] std::string applicant(std::string_view name) const;  // "applicant-7f3a91c04be2d015"
  [[nodiscard]] std::string document(std::string_view path) const;   // "document-…"
  [[nodiscard]] std::string fingerprint(std::string_view fingerprint) const;  // "" stays ""

  // Without names, paths, quotes, and the words of messages that may hold them. Levels, counts,
  // kinds of sections and places by number stay.
  [[nodiscard]] ApplicationRecord anonymous(const ApplicationRecord& record) const;
  [[nodiscard]] RunSettings anonymous(const RunSettings& settings) const;
  [[nodiscard]] Error anonymous(const Error& error) const;

 private:
  [[nodiscard]] DocumentRecord anonymous(const DocumentRecord& document) const;
  [[nodiscard]] std::string hidden(std::string_view use, std::string_view text) const;
  [[nodiscard]] std::string pseudonym(std::string_view kind, std::string_view text) const;

  std::string salt_;
};

}  // namespace rapport
