#include "base/packing.hpp"

#include <doctest/doctest.h>

using namespace rapport;

namespace packing_test {

struct Inner {
  int number = 0;
  std::string text{};
};
struct Outer : Inner {
  bool flag = false;
  std::vector<Inner> list{};
  std::map<std::string, std::vector<std::string>> words{};
};

auto members(auto& wire, auto& value, const Inner* /*of*/) {
  return wire(value.number, value.text);
}
auto members(auto& wire, auto& value, const Outer* /*of*/) {
  using Base = std::conditional_t<std::is_const_v<std::remove_reference_t<decltype(value)>>,
                                  const Inner, Inner>;
  return wire(static_cast<Base&>(value), value.flag, value.list, value.words);
}

}  // namespace packing_test

TEST_CASE("members are counted, a base as one") {
  CHECK(member_count<packing_test::Inner>() == 2);
  CHECK(member_count<packing_test::Outer>() == 4);
}

TEST_CASE("a value comes back as it was packed") {
  packing_test::Outer value;
  value.number = 7;
  value.text = "seven";
  value.flag = true;
  value.list = {{1, "one"}, {2, ""}};
  value.words = {{"a", {"b", "c"}}, {"d", {}}};
  Packer packer;
  packer(value);
  const std::string bytes = packer.take();
  Unpacker unpacker(bytes);
  packing_test::Outer back;
  unpacker(back);
  CHECK(unpacker.whole());
  CHECK(back.text == "seven");
  CHECK(back.flag);
  CHECK(back.list[1].number == 2);
  CHECK(back.words == value.words);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    Unpacker shorter(std::string_view(bytes).substr(0, cut));
    packing_test::Outer part;
    shorter(part);
    CHECK_FALSE(shorter.whole());
  }
}
