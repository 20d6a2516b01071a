// ReadAhead: reads files in processes of their own while the program still loads its lexicon. The
// two documents of an application are read at once.
#pragma once

#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/extractor.hpp"

namespace rapport {

class ReadAhead : public Extractor {
 public:
  // Starts threads. A file that cannot be loaded is left to whoever asks for it.
  ReadAhead(std::unique_ptr<const IsolatedExtractor> isolated, std::span<const std::string> files,
            Pictures pictures);
  // What is read and nobody asked for is stopped.
  ~ReadAhead() override;
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Of a file that was not read ahead as it is now, or was asked for before: reads it. Safe to call
  // from several threads.
  [[nodiscard]] Result<Extracted> extract(const Input& input, Pictures pictures) const override;

 private:
  struct Begun {
    std::unique_ptr<const Input> input;  // stays where its thread looks for it
    std::future<Result<Extracted>> extracted;
  };

  // Empty where there is none.
  [[nodiscard]] std::optional<Begun> take(const Input& input, Pictures pictures) const;

  std::unique_ptr<const IsolatedExtractor> isolated_;
  Pictures pictures_;
  mutable std::mutex taking_{};
  mutable std::vector<Begun> begun_{};
};

}  // namespace rapport
