// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/sessions/exported.hpp"

/// The machines of a protocol's roles as a model for the model checker SPIN (https://spinroot.com): a process
/// for each role and each of its parallel parts, a queue for each ordered pair of roles. What SPIN reports as
///   - an invalid end state is a deadlock;
///   - a violated assertion is a message that nobody will take (orphan), or one that is not due (unspecified
///     reception).
///     spin -a model.pml && cc -DSAFETY -o pan pan.c && ./pan
namespace tenure::sessions {

namespace detail {

struct promela {
  page to;
  machine const* machines;
  int room;

  std::string queue(int from, int by) const { return to.role(from) + "_to_" + to.role(by); }
  std::string label(int message) const { return "m_" + to.message(message); }
  std::string part(machine const& of, int fork, int number) const {
    return to.role(of.role) + "_fork" + std::to_string(fork) + "_part" + std::to_string(number);
  }

  std::string write() {
    to.line("// Each role is a process; mail goes through a queue for each ordered pair.");
    for (int m = 0; m < to.of.message_count; ++m) to.line("#define " + label(m) + " " + std::to_string(m));
    for (int from = 0; from < to.of.role_count; ++from)
      for (int by = 0; by < to.of.role_count; ++by)
        if (used(from, by))
          to.line("chan " + queue(from, by) + " = [" + std::to_string(room) + "] of { short };");
    // A part waits until its role comes to the fork, and tells when it is done: two handshakes.
    for (int r = 0; r < to.of.role_count; ++r)
      for (int f = 0; f < machines[r].state_count; ++f)
        each_split(machines[r], f, [&](edge const& x) {
          for (char const* const when : {"begin_", "ended_"})
            to.line("chan " + (when + part(machines[r], f, x.message)) + " = [0] of { bit };");
        });
    for (int r = 0; r < to.of.role_count; ++r) {
      process(machines[r], to.role(r), 0, false);
      for (int f = 0; f < machines[r].state_count; ++f)
        each_split(machines[r], f, [&](edge const& x) {
          process(machines[r], part(machines[r], f, x.message), x.target, true);
        });
    }
    return std::move(to.text);
  }

 private:
  bool used(int from, int by) const {
    for (int i = 0; i < to.of.size; ++i)
      if (node const& at = to.of.nodes[i]; at.code == op::send && at.from == from && at.to == by) return true;
    return false;
  }
  template <class F>
  static void each_split(machine const& of, int fork, F f) {
    for (int e = of[fork].first; e < of[fork].first + of[fork].count; ++e)
      if (of.edges[e].act == action::split) f(of.edges[e]);
  }

  /// The states that a role or part walks through itself.
  static std::vector<bool> walked(machine const& of, int start) {
    std::vector<bool> seen(static_cast<std::size_t>(of.state_count));
    std::vector<int> todo{start};
    while (!todo.empty()) {
      int const s = todo.back();
      todo.pop_back();
      if (seen[static_cast<std::size_t>(s)]) continue;
      seen[static_cast<std::size_t>(s)] = true;
      for (int e = of[s].first; e < of[s].first + of[s].count; ++e)
        if (of.edges[e].act != action::split) todo.push_back(of.edges[e].target);
    }
    return seen;
  }

  void process(machine const& of, std::string const& name, int start, bool is_part) {
    to.line("active proctype p_" + name + "() {");
    ++to.depth;
    if (is_part) to.line("end_idle: begin_" + name + " ? 1;");
    to.line("goto " + at(start, of));
    std::vector<bool> const seen = walked(of, start);
    for (int s = 0; s < of.state_count; ++s) {
      if (!seen[static_cast<std::size_t>(s)]) continue;
      to.line(at(s, of) + ":");
      ++to.depth;
      body(of, s, name);
      --to.depth;
    }
    --to.depth;
    to.line("}");
  }
  /// A state where a role may rest for ever is one whose label begins with `end`.
  static std::string at(int s, machine const& of) {
    return (of[s].kind == state_kind::final ? "end_" : "at_") + std::to_string(s);
  }

  void body(machine const& of, int s, std::string const& name) {
    state const& here = of[s];
    int const past = here.first + here.count;
    switch (here.kind) {
      case state_kind::send:
        to.line("if");
        for (int e = here.first; e < past; ++e)
          to.line(":: " + queue(of.role, of.edges[e].peer) + " ! " + label(of.edges[e].message) +
                  " -> goto " + at(of.edges[e].target, of));
        to.line("fi;");
        break;
      case state_kind::receive:
        to.line("if");
        for (int e = here.first; e < past; ++e)
          to.line(":: " + queue(of.edges[e].peer, of.role) + " ? " + label(of.edges[e].message) +
                  " -> goto " + at(of.edges[e].target, of));
        to.line(":: " + not_due(of, s) + " -> assert(false)  // unspecified reception");
        to.line("fi;");
        break;
      case state_kind::fork:
        each_split(of, s, [&](edge const& x) { to.line("begin_" + part(of, s, x.message) + " ! 1;"); });
        each_split(of, s, [&](edge const& x) { to.line("ended_" + part(of, s, x.message) + " ? 1;"); });
        to.line("goto " + at(of.edges[past - 1].target, of) + ";");
        break;
      case state_kind::part_end:
        to.line("ended_" + name + " ! 1; goto end_idle;");
        break;
      case state_kind::final:
        to.line("if");
        for (int from = 0; from < to.of.role_count; ++from)
          if (used(from, of.role))
            to.line(":: nempty(" + queue(from, of.role) + ") -> assert(false)  // orphan");
        to.line(":: false");
        to.line("fi;");
        break;
    }
  }

  /// All peers that a state listens to have sent something else.
  std::string not_due(machine const& of, int s) const {
    std::string all;
    for (int from = 0; from < to.of.role_count; ++from) {
      std::string others;
      for (int e = of[s].first; e < of[s].first + of[s].count; ++e)
        if (of.edges[e].peer == from)
          others += " && !" + queue(from, of.role) + "?[" + label(of.edges[e].message) + "]";
      if (others.empty()) continue;
      all += (all.empty() ? "" : " && ") + ("nempty(" + queue(from, of.role) + ")") + others;
    }
    return all;
  }
};

}  // namespace detail

/// The model of machines, by the numbers of their roles, made by `project` without a flaw. Each queue has
/// room for `room` messages, at least one.
inline std::string to_promela(graph const& g, machine const* machines, int room = 2) {
  return detail::promela{{.of = g}, machines, room}.write();
}
/// `to_promela<protocol>()`
template <auto const& G>
std::string to_promela(int room = 2) {
  return to_promela(graph_of<G>, detail::all_machines<G>().data(), room);
}

}  // namespace tenure::sessions
