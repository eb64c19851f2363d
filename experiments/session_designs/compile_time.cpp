// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace session_designs {
namespace {

std::string const head =
    "#include <tenure/sessions/projection.hpp>\nusing namespace tenure::sessions;\n"
    "template <int> struct role {};\ntemplate <int> struct msg {};\n";

auto message(int sender, int receiver, int number) -> std::string {
  return fmt::format("send<role<{}>, role<{}>, msg<{}>>", sender, receiver, number);
}
auto joined(std::vector<std::string> const& parts) -> std::string {
  return fmt::format("seq({})", fmt::join(parts, ",\n"));
}
auto checked(std::string const& body) -> std::string {
  return head + "inline constexpr auto protocol = " + body + ";\nstatic_assert(well_formed<protocol>);\n";
}

/// One after the other among so many roles, each message of its own type.
auto line(int count, int roles) -> std::string {
  std::vector<std::string> parts;
  for (int i = 0; i < count; ++i) parts.push_back(message(i % roles, (i + 1) % roles, i));
  return joined(parts);
}
/// A choice of arms of four messages, among three roles.
auto arms(int count) -> std::string {
  std::vector<std::string> all;
  for (int arm = 0; arm < count / 4; ++arm) {
    int const first = 4 * arm;
    all.push_back(joined({message(0, 1, first), message(1, 2, first + 1), message(2, 0, first + 2),
                          message(0, 1, first + 3)}));
  }
  return fmt::format("choice<role<0>>({})", fmt::join(all, ",\n"));
}

/// The program walks `count` messages, and so takes two steps for each.
auto walk(int count, bool walking) -> std::string {
  std::string text =
      "#include <tenure/sessions/ring.hpp>\nusing namespace tenure::sessions;\n"
      "template <int> struct role {};\ntemplate <int> struct msg {};\n"
      "inline constexpr auto protocol = " +
      line(count, 2) + ";\nvoid walk() {\n  loopback<protocol> wires;\n";
  text += "  auto a0 = wires.open<role<0>>();\n  auto b0 = wires.open<role<1>>();\n";
  if (!walking) return text + "  (void)std::move(a0).cancel();\n  (void)std::move(b0).cancel();\n}\n";
  for (int i = 0; i < count; ++i) {
    auto const* from = i % 2 == 0 ? "a" : "b";
    auto const* to = i % 2 == 0 ? "b" : "a";
    text += fmt::format("  auto {0}{2} = std::move({0}{1}).send(msg<{1}>{{}});\n", from, i, i + 1);
    text += fmt::format("  msg<{1}> m{1};\n  auto {0}{2} = std::move({0}{1}).recv(m{1});\n", to, i, i + 1);
  }
  return text + fmt::format("  std::move(a{0}).finish();\n  std::move(b{0}).finish();\n}}\n", count);
}

/// The least of some runs: what else the machine does only adds to a compilation.
auto least(ex::compiler const& cxx, std::string const& text, std::size_t runs) -> double {
  auto const timed = ex::compile_cost({.with = &cxx, .text = text}, runs);
  return timed.low.value_or(timed.value);
}

}  // namespace

void time_compilers(ex::report& out) {
  std::vector<std::string> columns;
  for (auto const& cxx : ex::compilers()) columns.push_back(short_name(cxx));
  auto& shown = out.costs({.title = "User seconds to compile a choreography, above its header",
                           .unit = "seconds",
                           .baseline = columns.front(),
                           .columns = columns});
  struct bound {
    int messages;
    double seconds;
  };
  std::vector<bound> const bounds{{256, 0.3}, {1024, 1.0}, {4096, 3.0}};
  std::vector<std::pair<std::string, std::function<std::string(int)>>> const shapes{
      {"two roles to and fro", [](int n) { return line(n, 2); }},
      {"a ring of 16 roles", [](int n) { return line(n, 16); }},
      {"arms of four messages, three roles", [](int n) { return arms(n); }}};
  std::vector<double> most(bounds.size(), 0.0);
  double header = 0, step = 0;
  auto& small = out.costs({.title = "User time to include the header, and for a step of a cursor",
                           .unit = "milliseconds",
                           .baseline = columns.front(),
                           .columns = columns});
  for (auto const& cxx : ex::compilers()) {
    auto const kind = short_name(cxx);
    auto const above = least(cxx, head, 5);
    for (auto const& [title, made] : shapes) {
      for (std::size_t i = 0; i != bounds.size(); ++i) {
        int const n = bounds[i].messages;
        auto const seconds = least(cxx, checked(made(n)), n > 1024 ? 2 : 3) - above;
        shown.set(fmt::format("{}, {} messages", title, n), kind, seconds);
        most[i] = std::max(most[i], seconds);
      }
    }
    auto const include = 1000 * (least(cxx, "#include <tenure/sessions.hpp>\n", 5) - least(cxx, "\n", 5));
    small.set("#include <tenure/sessions.hpp>, above an empty file", kind, include);
    header = std::max(header, include);
    constexpr int messages = 128;
    auto const a_step =
        1000 * (least(cxx, walk(messages, true), 3) - least(cxx, walk(messages, false), 3)) / (2 * messages);
    small.set("a step of a cursor", kind, a_step);
    step = std::max(step, a_step);
  }
  for (std::size_t i = 0; i != bounds.size(); ++i) {
    out.claim_that(fmt::format("{} messages, all roles projected and validated, compile in less than {:g} s "
                               "above the header",
                               bounds[i].messages, bounds[i].seconds),
                   most[i] < bounds[i].seconds, fmt::format("{:.3f} s in the worst shape", most[i]));
  }
  out.claim_that("the header compiles in less than 0.2 s", header < 200, fmt::format("{:.0f} ms", header));
  out.claim_that("a step of a cursor compiles in less than 1.5 ms", step < 1.5,
                 fmt::format("{:.2f} ms", step));
}

}  // namespace session_designs
