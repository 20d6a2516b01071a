// Extractor: where the bytes of a document are read, in this process or in one of its own.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "batch/fork_server.hpp"
#include "rapport/extracted.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// What is wanted of a file besides its text.
enum class Pictures { leave_out, draw };

class Extractor {
 public:
  virtual ~Extractor() = default;
  // Pages that cannot be drawn are left out: the text is what counts.
  [[nodiscard]] virtual Result<Extracted> extract(const Input& input, Pictures pictures) const = 0;
};

// As fast as it gets, and as safe as the libraries that read.
[[nodiscard]] const Extractor& direct_extractor();

// What each of these files may use; the first PDF waits less when its name tells in time that it is
// one.
[[nodiscard]] ChildLimits limits_for(std::span<const std::string> files);

// Each file in a child of its own. Safe to use from several threads. Make it before the program has
// threads, and before it has a lexicon: what forks should be small.
class IsolatedExtractor : public Extractor {
 public:
  [[nodiscard]] static Result<std::unique_ptr<IsolatedExtractor>> make(const ChildLimits& limits);
  [[nodiscard]] Result<Extracted> extract(const Input& input, Pictures pictures) const override;
  // Ends all that is being read, and later calls of extract() at once: they fail.
  void stop() const { server_->stop(); }

 private:
  IsolatedExtractor(std::unique_ptr<ForkServer> server, const ChildLimits& limits)
      : server_(std::move(server)), limits_(limits) {}

  [[nodiscard]] Result<Extracted> run(const Input& input, Pictures pictures,
                                      const ChildLimits& limits) const;
  [[nodiscard]] Result<Extracted> draw(const Input& input) const;

  std::unique_ptr<ForkServer> server_;
  ChildLimits limits_;
};

}  // namespace rapport
