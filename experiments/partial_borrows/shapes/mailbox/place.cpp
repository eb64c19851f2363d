// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/place.hpp"

#include "viewed.hpp"

using namespace mailbox;
using shape::expect;
using tenure::views::place;

namespace {

CALLED void drain(place<processor>& p) {
  p.call(processor::reset);
  auto const waiting = p.lend<mut<messages>>();
  for (auto& each : processor::waiting(waiting)) {
    p.call(processor::count, each);
    ++each.handled;
  }
}

void rest(place<processor>& p) {
  p.call(processor::count, message{"one more"});
  {
    auto const reading = p.lend<shr<messages>>();
    expect(processor::peek(reading).size() == 10, "who counts does not touch the messages");
    for (auto const& each : processor::peek(reading)) {
      expect(!each.text.empty(), "a text");
#if CASE == CHANGES_WHAT_IT_READS
      p.call(processor::receive, message{"answer"});
#endif
#if CASE == THROUGH_AN_ALIAS
      place<processor>& same = p;
      same.call(processor::receive, message{"answer"});
#endif
    }
  }
#if CASE == ENDS_ONE_LOAN
  {
    auto const reading = p.lend<shr<messages>>();
    {
      auto const counted = p.lend<shr<totals>>();
      expect(processor::report(counted).seen == 11, "reported");
    }
    p.call(processor::reset);
    expect(processor::peek(reading).size() == 10, "still lent");
  }
#endif
  p.call(processor::receive, message{"last"});
}

}  // namespace

int main(int argc, char** argv) {
  place<processor> p;
  constexpr auto passed = shape::bytes<&processor::reset, &processor::count>;
  return shape::run(
      argc, argv, passed,
      [&] {
        drain(p);
        auto const counted = p.lend<shr<totals>>();
        expect(processor::report(counted).urgent == urgent_messages, "three urgent messages");
      },
      [&] { rest(p); });
}
