// SPDX-License-Identifier: BSL-1.0
// Random choreographies by the hundred thousand. Whatever is accepted has no deadlock, no orphan message, no
// unspecified reception, and does what the choreography says, no more and no less. Whatever is rejected goes
// wrong when it is run all the same, but for a share that is reported.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "sessions/support/verdict.hpp"

using namespace tenure::test;

namespace {

struct tally {
  int seen = 0;
  int without = 0;  // counterexample
  std::string shortest;
};

/// Keeps the shortest of what must not be.
struct failures {
  int count = 0;
  std::string text, why;
  void add(std::string const& choreography, std::string const& reason) {
    if (count++ == 0 || choreography.size() < text.size()) {
      text = choreography;
      why = reason;
    }
  }
};

bool contains(std::vector<g::step> const& steps, g::op code) {
  for (auto const& s : steps)
    if (s.code == code) return true;
  return false;
}

}  // namespace

/// choreographies COUNT SEED
int main(int argc, char** argv) {
  int const count = argc > 1 ? std::atoi(argv[1]) : 5000;
  dice luck{argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1};
  static judge it;
  failures failed;
  std::map<std::string, tally> rules;
  int accepted = 0, whole = 0, too_long = 0;
  std::map<g::op, int> with;

  for (int i = 0; i < count; ++i) {
    random_choreography const made{luck, luck.chance(80) ? 9 : 16};
    auto const& steps = made.steps();
    if (!it.read(steps)) {
      ++too_long;
      continue;
    }
    if (it.of.wrong) {
      failed.add(write(steps), std::string{"rejected for its text: "} + g::rule_id(it.of.wrong.rule));
      continue;
    }
    if (!it.complaint.empty()) failed.add(write(steps), it.complaint);
    std::size_t const room = 1 + static_cast<std::size_t>(luck.below(2));
    bool all = false;
    std::string fault = it.fault(room, 1000, 120, 10, &all);
    if (!it.wrong) {
      ++accepted;
      whole += all;
      for (g::op const code : {g::op::choice, g::op::loop, g::op::par, g::op::call})
        with[code] += contains(steps, code);
      if (!fault.empty()) failed.add(write(steps), fault);
      continue;
    }
    auto& rule = rules[g::rule_id(it.wrong.rule) + std::string{it.wrong.kind == 0 ? "" : ", about a par"}];
    ++rule.seen;
    if (fault.empty()) fault = it.fault(3, 6000, 600, 16);
    if (fault.empty()) {
      ++rule.without;
      if (std::string const text = write(steps); rule.shortest.empty() || text.size() < rule.shortest.size())
        rule.shortest = text;
    }
  }

  int const rejected = count - accepted - too_long;
  int without = 0;
  std::printf("%d choreographies, %d too long\n", count, too_long);
  std::printf("accepted   %6d  explored whole %d; with choice %d, loop %d, par %d, call %d\n", accepted,
              whole, with[g::op::choice], with[g::op::loop], with[g::op::par], with[g::op::call]);
  for (auto const& [id, rule] : rules) {
    std::printf("rejected   %6d  without counterexample %4d  %s%s%s\n", rule.seen, rule.without, id.c_str(),
                rule.without > 0 ? ", such as: " : "", rule.shortest.c_str());
    without += rule.without;
  }
  std::printf("rejections without a counterexample: %d of %d, %.2f %%\n", without, rejected,
              rejected == 0 ? 0.0 : 100.0 * without / rejected);
  if (failed.count > 0) {
    std::printf("%d FAILED, the shortest: %s\n  %s\n", failed.count, failed.text.c_str(), failed.why.c_str());
    return 1;
  }
  // A generator that makes nothing of interest would prove nothing.
  bool const varied = 4 * accepted > count && 20 * with[g::op::par] > accepted && with[g::op::call] > 0 &&
                      5 * with[g::op::loop] > accepted && rules.size() >= 3 && 20 * without < rejected;
  if (!varied) std::printf("FAILED: too uniform, or too many rejections without a counterexample\n");
  return varied ? 0 : 1;
}
