// SPDX-License-Identifier: BSL-1.0
#include "viewed.hpp"

using namespace mailbox;
using shape::expect;

namespace {

CALLED void drain(view<processor, mut<all>> whole) {
  auto [waiting, counting] = std::move(whole).split<mut<messages>, mut<totals>>();
  processor::reset(counting);
  for (auto& each : processor::waiting(waiting)) {
    processor::count(counting, each);
    ++each.handled;
  }
}

void rest(processor& p) {
  {
    auto [reading, counting] = lend<mut<all>>(p).split<shr<messages>, mut<totals>>();
    processor::count(counting, {"one more"});
    expect(processor::peek(reading).size() == 10, "who counts does not touch the messages");
    for (auto const& each : processor::peek(reading)) {
      expect(!each.text.empty(), "a text");
#if CASE == CHANGES_WHAT_IT_READS
      processor::receive(reading, {"answer"});
#endif
#if CASE == THROUGH_AN_ALIAS
      processor& same = p;
      processor::receive(lend<mut<messages>>(same), {"answer"});
#endif
    }
  }
#if CASE == ENDS_ONE_LOAN
  {
    auto [reading, counting] = lend<mut<all>>(p).split<shr<messages>, mut<totals>>();
    expect(processor::report(counting).seen == 11, "reported");
    processor::reset(counting);
    expect(processor::peek(reading).size() == 10, "still lent");
  }
#endif
  processor::receive(lend<mut<messages>>(p), {"last"});
}

}  // namespace

int main(int argc, char** argv) {
  processor p;
  constexpr auto passed = shape::bytes<&processor::reset, &processor::count>;
  return shape::run(
      argc, argv, passed,
      [&] {
        drain(lend<mut<all>>(p));
        expect(processor::report(lend<shr<totals>>(p)).urgent == urgent_messages, "three urgent messages");
      },
      [&] { rest(p); });
}
