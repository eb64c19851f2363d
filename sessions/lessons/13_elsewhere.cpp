// SPDX-License-Identifier: BSL-1.0
// A protocol outside of C++: the same text as a diagram, and what the compiler would say of it, in words.

#include <tenure/sessions.hpp>
#include <tenure/sessions/to_mermaid.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace g = tenure::sessions;

struct client {};
struct server {};
struct store {};
struct ask {};
struct again {};
struct answer {};
struct enough {};
struct record {};

// [protocol]
inline constexpr auto lookup =
    g::seq(g::send<client, server, ask>,
           g::loop<struct more>(g::choice<server>(
               g::seq(g::send<server, client, again>, g::send<client, server, ask>, g::jump<struct more>),
               g::send<server, client, answer>)),
           g::send<server, store, record>);
// [/protocol]

// [remark]
static_assert(std::string_view{g::diagnose<lookup>()}.empty());  // well formed, and nothing to remark

/// Well formed, too. But the store hears nothing of the loop, so it may send before the loop has ended.
inline constexpr auto eager =
    g::seq(g::loop<struct round>(g::choice<client>(
               g::seq(g::send<client, server, ask>, g::jump<struct round>), g::send<client, server, enough>)),
           g::send<store, server, record>);
static_assert(
    std::string_view{g::diagnose<eager>()}.starts_with("remark: store takes no part in loop<round>"));
// [/remark]

int main() {
  // [mermaid]
  std::string const diagram = g::to_mermaid<lookup>();
  std::fputs(diagram.c_str(), stdout);
  // [/mermaid]
  return diagram.starts_with("sequenceDiagram") ? 0 : 1;
}
