// SPDX-License-Identifier: BSL-1.0
// The same protocols as cursors whose type says which step is due, as a monitor that asks when the program
// runs, as a state machine written by hand, and as a table of transitions.
#include "parts.hpp"

using namespace session_designs;

int main(int argc, char** argv) {
  return ex::run(
      argc, argv,
      {.name = "session_designs",
       .question = "Who sees to it that a program keeps to its protocol, when, and at what cost?",
       .designs = {{cursors, "cursor<G, Role, State, Carrier>: each step consumes one and returns the next"},
                   {monitored, "one endpoint type; monitor<G, Role> runs the projected table"},
                   {by_hand, "one endpoint type; a state variable and an if or switch for each message"},
                   {table, "one endpoint type; a table of transitions in the style of Boost.SML"},
                   {nothing, "one endpoint type; it only tells messages apart"}}},
      [](ex::report& out) {
        judge_mistakes(out);
        count_lines(out);
        check_size_of_cursor(out);
        count_messages(out);
        count_sizes(out);
        if (out.quick()) {
          out.note(
              "--quick judges ping-pong and one case of two buyers, counts one protocol, and times nothing.");
        } else {
          time_compilers(out);
        }
        out.note("All designs send typed messages over the same carrier, tenure::sessions::loopback.");
        out.note("Boost.SML is not in Debian's Boost: the table is a small machine written in its style.");
      });
}
