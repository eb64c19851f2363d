// SPDX-License-Identifier: BSL-1.0
// Views of what something else refers to, and a report of grants that nobody used.
#include <tenure/ownership/reference.hpp>
#include <tenure/ownership/sharing_std.hpp>
#include <tenure/views.hpp>
#include <tenure/views/usage.hpp>

#include <atomic>
#include <cstdio>
#include <memory>
#include <string>

namespace v = tenure::views;
using v::at, v::field, v::mut, v::shr, v::view;

static int failures = 0;
static void expect(bool held, char const* what) {
  if (held) return;
  std::printf("failed: %s\n", what);
  ++failures;
}

struct account {
  std::string owner;
  long balance = 0;
  long turnover = 0;
};
using owner = field<&account::owner>;
using balance = field<&account::balance>;
using turnover = field<&account::turnover>;

void pay_in(view<account, shr<owner>, mut<balance, turnover>> self, long amount) {
  self[at<&account::balance>] += amount;
  self[at<&account::turnover>] += amount;
}

// [through]
long through_others() {
  auto const owned = std::make_unique<account>();
  pay_in(v::lend_through<shr<owner>, mut<balance, turnover>>(owned), 10);

  tenure::shared<account> const shared{*owned};  // reads only, so there is only shr
  long sum = v::lend_through<shr<balance>>(shared)[at<&account::balance>];

  std::atomic<account*> const current{owned.get()};  // read once
  sum += v::lend_through<shr<turnover>>(current)[at<&account::turnover>];

  struct device {
    int status, control;
  };
  static device volatile registers{1, 2};  // its fields are volatile through a view too
  auto const control = v::lend<mut<field<&device::control>>>(registers);
  control[at<&device::control>] = 4;
  return sum + registers.control;
}
// [/through]

// [unused]
void report() {
  account a{"Ada"};
  v::watched<pay_in> watch;  // called instead of the function
  watch(a, 5);
  watch(a, 7);
  std::puts(tenure::is_checked ? watch.report().c_str() : "(an unchecked build watches nothing)");
}
// [/unused]

int main() {
  expect(through_others() == 24, "10 by a reference, 10 by an atomic, 4 of a device");
  report();
  return failures;
}
