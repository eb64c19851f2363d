// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/names.hpp"

namespace tenure::sessions {

/// What can be wrong with a choreography. diagnose.hpp has the sentences.
enum class broken : unsigned char {
  nothing,
  choice,  // one arm, the same first message twice, another decider, an arm that does not begin with a send
  self,    // a message to oneself
  guard,   // a loop that comes round without a message
  scope,   // a jump without its loop, a tag used inside its own loop, steps after a jump
  role,    // a role that the protocol does not have
  par,     // parts that share an ordered pair of roles
  merge,   // send validity: a role must act differently without having been told
  race,    // receive validity: the wrong message may already be there
  know,    // a role cannot know whether it is done
  limit    // more states or roles than there is room for
};

/// The id of a rule, as in messages, test names and papers.
constexpr char const* rule_id(broken rule) {
  constexpr char const* ids[]{"",
                              "[sessions.choice]",
                              "[sessions.self]",
                              "[sessions.guard]",
                              "[sessions.scope]",
                              "[sessions.role]",
                              "[sessions.par]",
                              "[sessions.merge]",
                              "[sessions.race]",
                              "[sessions.know]",
                              "[sessions.limit]"};
  return ids[static_cast<int>(rule)];
}

/// The first thing found wrong, in numbers of the graph; -1 where there is none.
struct flaw {
  broken rule = broken::nothing;
  int kind = 0;        // which sentence of the rule
  int role = -1;       // who has the problem
  int node = -1;       // the step that shows it
  int other = -1;      // the step that it does not go together with
  int arm = -1;        // the arm of a choice in which `node` is met
  int other_arm = -1;  // the arm in which `other` is met

  constexpr explicit operator bool() const { return rule != broken::nothing; }
};

}  // namespace tenure::sessions
