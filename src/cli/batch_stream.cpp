#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <string>

#include "batch/crew.hpp"
#include "batch/stream.hpp"
#include "cli/batch_tools.hpp"
#include "cli/console.hpp"
#include "cli/lines.hpp"
#include "cli/sink.hpp"

namespace rapport::cli {

namespace {

struct NumberedLine {
  std::string text{};
  std::size_t number = 0;
  bool too_long = false;
};

// Answers on their way to standard output, in the order of what was asked.
template <class Asked>
class Answers {
 public:
  template <class Work>
  Answers(std::size_t jobs, Work work) : crew_(jobs, CrewOrder::as_submitted, work) {}

  void ask(Asked asked) {
    while (crew_.full()) write(*crew_.take());
    crew_.submit(std::move(asked));
  }

  // Called when there is nothing to ask yet: whoever asks may be waiting for an answer first.
  void while_waiting_for(int input) {
    while (!crew_.idle() && sink_.open()) {
      while (auto answer = crew_.take_if_ready()) write(*answer);
      pollfd sources[] = {{input, POLLIN, 0}, {crew_.news(), POLLIN, 0}};
      if (::poll(sources, 1, 0) != 0) return;
      sink_.flush();
      if (!crew_.idle()) ::poll(sources, 2, -1);
    }
    sink_.flush();
  }

  [[nodiscard]] bool wanted() const { return sink_.open(); }

  Outcome finish() {
    while (wanted() && !crew_.idle()) write(*crew_.take());
    sink_.flush();
    return outcome_ += sink_.outcome();
  }

 private:
  void write(const Answer& answer) {
    sink_.write(answer.line);
    if (answer.failed) outcome_ += failure;
  }

  Sink sink_{};
  Outcome outcome_{};
  Crew<Asked, Answer> crew_;
};

}  // namespace

Outcome stream_lines(const BatchTools& tools) {
  Answers<NumberedLine> answers(tools.jobs, [&tools](const NumberedLine& line) {
    return line.too_long
               ? refusal(line.number, fmt::format("longer than {} MiB", Lines::longest >> 20U))
               : answer(line.text, line.number, *tools.pipeline, tools.profile);
  });
  Lines lines(STDIN_FILENO, [&answers] { answers.while_waiting_for(STDIN_FILENO); });
  std::size_t number = 0;
  for (auto line = lines.next(); !line.last && answers.wanted(); line = lines.next())
    answers.ask({.text = std::string(line.text), .number = ++number, .too_long = line.too_long});
  return answers.finish();
}

Outcome stream_files(const BatchTools& tools, const Collected& collected) {
  Outcome outcome;
  for (const Error& error : collected.errors) {
    complain(error);
    outcome += failure;
  }
  Answers<const std::string*> answers(tools.jobs, [&tools](const std::string* file) {
    return answer_file(*file, *tools.pipeline, tools.profile);
  });
  for (const FoundFile& file : collected.files) {
    if (!answers.wanted()) break;
    answers.ask(&file.path);
  }
  return outcome += answers.finish();
}

}  // namespace rapport::cli
