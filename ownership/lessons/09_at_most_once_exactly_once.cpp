// SPDX-License-Identifier: BSL-1.0
// Used at most once, used exactly once.
//
// An own is affine: it is used up at most once, and dropping it is fine. Some values must be used up exactly
// once: a transaction is committed or rolled back, never forgotten. Such a value is linear. Clang checks that
// on every path of a function; every compiler's checked builds trap; an unchecked build pays nothing.

#include <tenure/ownership/linear.hpp>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

// [ticket]
// A number that somebody must redeem, once.
tenure::linear<int> draw_ticket(int number) { return tenure::linear<int>{number}; }

int serve_next() {
  tenure::linear<int> ticket = draw_ticket(17);
  if (ticket.peek() < 10) return std::move(ticket).consume();  // every path uses it up
  return std::move(ticket).consume() + 100;
}
// [/ticket]

// [transaction]
// Your own linear class: the attributes are for Clang, the obligation is the check at run time.
class TENURE_CONSUMABLE(unconsumed) [[nodiscard]] transaction {
  std::vector<std::string>* log_;
  [[no_unique_address]] tenure::obligation<
      "[ownership.linear] a transaction was dropped: commit it or roll it back"> open_;

 public:
  TENURE_RETURNS(unconsumed)
  explicit transaction(std::vector<std::string>& log) : log_{&log} { log_->push_back("begin"); }
  transaction(transaction&&) = default;

  TENURE_CALLABLE_WHEN("consumed")
  ~transaction() = default;

  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  void commit() && {
    log_->push_back("commit");
    open_.discharge();
  }
  TENURE_CALLABLE_WHEN("unconsumed")
  TENURE_LEAVES(consumed)
  void roll_back() && {
    log_->push_back("roll back");
    open_.discharge();
  }
};
// [/transaction]

// [transfer]
bool transfer(std::vector<std::string>& log, int balance, int amount) {
  transaction t{log};
  if (balance < amount) {
    std::move(t).roll_back();
    return false;
  }
  std::move(t).commit();
  return true;
}
// [/transfer]

// [annotated]
// Clang sees a parameter only if it is told what becomes of it.
void finish(transaction t TENURE_TAKES(unconsumed) TENURE_RETURNS(consumed)) { std::move(t).commit(); }
// [/annotated]

// [member]
// Clang does not look into members. adopt() puts what comes out of one under its eyes again.
struct session {
  transaction current;
};
void close(session s) {
  transaction t = tenure::adopt(std::move(s.current));
  std::move(t).commit();  // Clang objects if this line is missing
}
// [/member]

// [free]
static_assert(tenure::is_checked || sizeof(tenure::linear<int>) == sizeof(int));
static_assert(tenure::is_checked || sizeof(transaction) == sizeof(void*));
// [/free]

int main() {
  expect(serve_next() == 117, "the ticket was redeemed");

  std::vector<std::string> log;
  expect(transfer(log, 100, 30), "enough money");
  expect(!transfer(log, 10, 30), "not enough");
  expect(log == std::vector<std::string>{"begin", "commit", "begin", "roll back"}, "each was ended once");

  log.clear();
  transaction t{log};
  finish(std::move(t));
  transaction kept{log};
  close(session{std::move(kept)});
  expect(log == std::vector<std::string>{"begin", "commit", "begin", "commit"}, "and so were these");
  return failures;
}
