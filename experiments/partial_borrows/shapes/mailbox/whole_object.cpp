// SPDX-License-Identifier: BSL-1.0
#include "mailbox.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace mailbox;
using shape::expect;

namespace {

class processor {
  std::vector<message> messages_ = ten_messages();
  statistics statistics_;

 public:
  auto messages() -> std::vector<message>& { return messages_; }
  auto totals() const -> statistics const& { return statistics_; }
  CALLED void reset() { statistics_ = {}; }
  CALLED void count(message const& one) {
#if CASE == UNDECLARED_FIELD
    messages_.push_back({});
#endif
    ++statistics_.seen;
    statistics_.urgent += one.urgent ? 1 : 0;
    statistics_.characters += one.text.size();
  }
  CALLED void receive(message one) { messages_.push_back(std::move(one)); }
};

}  // namespace
template <>
struct tenure::sharing<processor> : tenure::read_only<processor> {};
namespace {

using cell = tenure::ref_cell<processor>;
using lent = tenure::shared<cell>;

CALLED void drain(lent p) {
  p.borrow_mut()->reset();
#if CASE == THE_PROGRAM
  auto writing = p.borrow_mut();
  for (auto& each : writing->messages()) {
    p.borrow_mut()->count(each);
    ++each.handled;
  }
#else  // the messages are taken out first, and what is to be kept is put back
  auto all = std::move(p.borrow_mut()->messages());
  for (auto& each : all) {
    p.borrow_mut()->count(each);
    ++each.handled;
  }
  p.borrow_mut()->messages() = std::move(all);
#endif
}

void rest(cell& whole) {
  lent const p{whole};
  p.borrow_mut()->count({"one more"});
  expect(p.borrow_mut()->messages().size() == 10, "who counts does not touch the messages");
  {
    auto reading = p.borrow_mut();
    for (auto const& each : reading->messages()) {
      expect(!each.text.empty(), "a text");
#if CASE == CHANGES_WHAT_IT_READS
      p.borrow_mut()->receive({"answer"});
#endif
#if CASE == THROUGH_AN_ALIAS
      lent const same = p;
      same.borrow_mut()->receive({"answer"});
#endif
    }
  }
#if CASE == ENDS_ONE_LOAN
  {
    auto reading = p.borrow_mut();  // the messages
    expect(p.borrow()->totals().seen == 11, "reported");
    p.borrow_mut()->reset();
    expect(reading->messages().size() == 10, "still lent");
  }
#endif
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const p{whole};
  constexpr auto passed = shape::bytes<&processor::reset, &processor::count>;
  return shape::run(
      argc, argv, passed,
      [&] {
        drain(p);
        expect(p.borrow()->totals().urgent == urgent_messages, "three urgent messages");
      },
      [&] { rest(whole); });
}
