// SPDX-License-Identifier: BSL-1.0
// What the projected roles do together is what the choreography says, no more and no less; by random
// choreographies, and by a few in which only one thing is hard.
#include <string>
#include <vector>

#include "sessions/support/verdict.hpp"
#include "support/property.hpp"

using namespace tenure::test;

namespace {

judge& the_judge() {
  static judge it;
  return it;
}

/// A choreography from the texts of its steps.
struct script {
  std::vector<g::step> steps;

  template <class... Inner>
  static script seq(Inner const&... inner) {
    script all;
    (all.steps.insert(all.steps.end(), inner.steps.begin(), inner.steps.end()), ...);
    return all;
  }
  /// "A>B:m"
  static script send(char const* text) {
    return {{{g::op::send, &all_names.roles[text[0] - 'A'], &all_names.roles[text[2] - 'A'],
              &all_names.messages[text[4] - 'a']}}};
  }
  script in(g::step header) const {
    script all{{header}};
    all.steps.insert(all.steps.end(), steps.begin(), steps.end());
    all.steps[0].length = static_cast<int>(all.steps.size());
    return all;
  }
  static script jump(int tag) { return {{{g::op::jump, &all_names.tags[tag]}}}; }
  script loop(int tag) const { return in({g::op::loop, &all_names.tags[tag]}); }
  template <class... Arms>
  static script choice(char by, Arms const&... arms) {
    return seq(arms.in({g::op::arm})..., script{{{g::op::close}}})
        .in({g::op::choice, &all_names.roles[by - 'A']});
  }
  template <class... Parts>
  static script par(Parts const&... parts) {
    return seq(seq(parts, script{{{g::op::done}}}).in({g::op::part})..., script{{{g::op::close}}})
        .in({g::op::par});
  }
};

/// Sends, by their texts.
template <class... Texts>
script sends(Texts... texts) {
  return script::seq(script::send(texts)...);
}

g::broken verdict(script const& of) {
  the_judge().read(of.steps);
  return the_judge().wrong.rule;
}
std::string fault(script const& of, std::size_t room = 3) {
  the_judge().read(of.steps);
  return the_judge().fault(room, 20000, 2000, 16);
}

}  // namespace

TEST_CASE("projection") {
  rc::prop("what is accepted does what the choreography says, for any room in the queues", [](unsigned seed) {
    dice luck{seed};
    random_choreography const made{luck, 10};
    auto& it = the_judge();
    RC_PRE(it.read(made.steps()) && !it.wrong);
    RC_LOG() << write(made.steps()) << '\n';
    for (std::size_t room = 1; room <= 3; ++room) RC_ASSERT(it.fault(room, 2000, 300, 10) == "");
  });
  rc::prop("is the erasure, and has no state too many", [](unsigned seed) {
    dice luck{seed};
    random_choreography const made{luck, 24};
    RC_PRE(the_judge().read(made.steps()));
    RC_LOG() << write(made.steps()) << '\n';
    RC_ASSERT(the_judge().complaint == "");
  });
}

// Each is rejected for the reason said, and goes wrong when it is run all the same.
TEST_CASE("what is rejected goes wrong") {
  auto const rejected = [](g::broken rule, script const& of) {
    CHECK(verdict(of) == rule);
    INFO(write(of.steps));
    CHECK(fault(of) != "");
  };
  SECTION("send validity") {
    rejected(g::broken::merge, script::choice('A', sends("A>B:a", "C>B:a"), sends("A>B:b", "C>B:b")));
    // One of three arms is silent for C.
    rejected(g::broken::merge,
             script::choice('A', sends("A>B:a", "C>B:c"), sends("A>B:b", "C>B:c"), sends("A>B:c")));
  }
  SECTION("a role must know whether it is done") {
    rejected(g::broken::know, script::choice('A', sends("A>B:a"), sends("A>B:b", "A>C:c")));
  }
  SECTION("receive validity") {
    rejected(g::broken::race,
             script::choice('A', sends("A>B:a", "A>C:a", "B>C:b"), sends("A>B:b", "B>C:b", "A>C:a")));
    // C takes d in two arms, and only in the second b is then on its way. In the third D waits for C.
    rejected(g::broken::race, script::choice('A', sends("A>B:a", "A>D:a", "D>C:d", "B>C:c"),
                                             sends("A>B:b", "A>D:b", "D>C:d", "B>C:b"),
                                             sends("A>B:c", "A>D:c", "B>C:b", "C>D:a", "D>C:d")));
    // B's b waits for E, behind a choice in which E waits for C in one arm, and not in the other.
    rejected(g::broken::race,
             script::choice('A',
                            script::seq(sends("A>B:a", "A>D:a", "D>C:d"),
                                        script::choice('A', sends("A>C:a", "A>E:c"), sends("A>C:b", "C>E:c")),
                                        sends("E>B:d", "B>C:b")),
                            sends("A>B:b", "A>D:b", "B>C:b", "C>D:a", "D>C:d")));
  }
  SECTION("a race across the rounds of a loop") {
    rejected(g::broken::race,
             script::seq(script::choice('A', script::seq(sends("A>B:a", "B>C:b"), script::jump(0)),
                                        script::seq(sends("A>B:b", "A>C:a"), script::jump(0))))
                 .loop(0));
  }
}

// As near to a fault as can be, and accepted.
TEST_CASE("what is nearly a fault is none") {
  auto const accepted = [](script const& of) {
    CHECK(verdict(of) == g::broken::nothing);
    INFO(write(of.steps));
    CHECK(fault(of, 1) == "");
    CHECK(fault(of, 2) == "");
  };
  // The second message to C waits for C itself.
  accepted(script::choice('A', sends("A>B:a", "A>C:a", "C>B:c", "B>C:b"),
                          sends("A>B:b", "B>C:b", "C>A:c", "A>C:a")));
  // Both sides of a par send first.
  accepted(script::seq(script::par(sends("A>B:a"), sends("B>A:b")), sends("A>B:c")));
  // C is told by different roles.
  accepted(script::choice('A', sends("A>B:a", "A>C:a"), sends("A>B:b", "B>C:b")));
  // Fan-in: queues are for ordered pairs.
  accepted(sends("A>C:a", "B>C:a"));
  // A role that a loop leaves alone runs ahead of it.
  accepted(
      script::seq(script::choice('A', script::seq(sends("A>B:a"), script::jump(0)), sends("A>B:b")).loop(0),
                  sends("C>D:c")));
}
