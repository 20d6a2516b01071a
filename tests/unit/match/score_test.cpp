#include "rapport/lexicon_tools.hpp"
#include "test_lexicon.hpp"

using namespace rapport;
using rapport::test::tact;

namespace {

Score score_of(std::string_view lines) {
  const auto sentences =
      parse_labelled("labels.tsv", "id\tkind\tsentence\tlabels\n" + std::string(lines));
  REQUIRE_MESSAGE(sentences, sentences.error().to_string());
  const Lexicon lexicon = tact();
  const auto matcher = Matcher::make(lexicon);
  return score(*matcher, *sentences);
}

}  // namespace

TEST_CASE("hits, misses and false alarms are counted a skill and a sentence") {
  const Score result = score_of(
      "1\tresume\tTactful\ttact=c\n"
      "2\tresume\tKind to all\ttact=d\n"
      "3\tresume\tTactful and tactful\t-\n");
  const Tally& tally = result.skills.at("tact");
  CHECK(tally.true_positives == 1);
  CHECK(tally.misses == 1);
  CHECK(tally.false_positives == 1);
  CHECK(tally.precision() == doctest::Approx(0.5));
  CHECK(tally.f1() == doctest::Approx(0.5));
  CHECK(result.mistakes.size() == 2);
}

TEST_CASE("an optional label scores neither way") {
  const Score result = score_of("1\tresume\tTactful\ttact=c?\n2\tresume\tKind\ttact=d?\n");
  CHECK(result.micro.true_positives + result.micro.false_positives + result.micro.misses == 0);
}

TEST_CASE("either of two levels is right, any other is a wrong level") {
  const Score result = score_of("1\tresume\tTactful\ttact=c/d\n2\tresume\tTactful\ttact=d\n");
  CHECK(result.micro.true_positives == 2);
  CHECK(result.micro.levels_right == 1);
  REQUIRE(result.mistakes.size() == 1);
  CHECK(result.mistakes.front().kind == Mistake::Kind::wrong_level);
}

TEST_CASE("a line that is no labelled sentence is told with its number") {
  const auto faulty = parse_labelled("labels.tsv", "heading\n1\tresume\tTactful\ttact=great\n");
  REQUIRE_FALSE(faulty);
  CHECK(faulty.error().subject == "labels.tsv:2");
  CHECK_FALSE(parse_labelled("labels.tsv", "heading\nno tabs\n"));
}
