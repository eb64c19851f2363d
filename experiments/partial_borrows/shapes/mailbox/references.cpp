// SPDX-License-Identifier: BSL-1.0
#include "mailbox.hpp"

using namespace mailbox;
using shape::expect;

namespace {

struct processor {
  std::vector<message> messages = ten_messages();
  mailbox::statistics statistics;
};

CALLED void reset(statistics& all) { all = {}; }
CALLED void count(statistics& all, message const& one) {
#if CASE == UNDECLARED_FIELD
  messages.push_back({});
#endif
  ++all.seen;
  all.urgent += one.urgent ? 1 : 0;
  all.characters += one.text.size();
}
CALLED void receive(std::vector<message>& messages, message one) { messages.push_back(std::move(one)); }

CALLED void drain(processor& p) {
  reset(p.statistics);
  for (auto& each : p.messages) {
    count(p.statistics, each);
    ++each.handled;
  }
}

void rest(processor& p) {
  count(p.statistics, {"one more"});
  expect(p.messages.size() == 10, "who counts does not touch the messages");
  for (auto const& each : p.messages) {
    expect(!each.text.empty(), "a text");
#if CASE == CHANGES_WHAT_IT_READS
    receive(p.messages, {"answer"});
#endif
#if CASE == THROUGH_AN_ALIAS
    processor& same = p;
    receive(same.messages, {"answer"});
#endif
  }
#if CASE == ENDS_ONE_LOAN
  {
    auto& reading = p.messages;
    expect(p.statistics.seen == 11, "reported");
    reset(p.statistics);
    expect(reading.size() == 10, "still lent");
  }
#endif
  receive(p.messages, {"last"});
}

}  // namespace

int main(int argc, char** argv) {
  processor p;
  constexpr auto passed = shape::bytes<&reset, &count>;
  return shape::run(
      argc, argv, passed,
      [&] {
        drain(p);
        expect(p.statistics.urgent == urgent_messages, "three urgent messages");
      },
      [&] { rest(p); });
}
