// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "tenure/sessions/fingerprint.hpp"

/// How two builds of a protocol differ, in a sentence. Needs the heap.
namespace tenure::sessions {

/// The protocol in words, a line for each step.
template <auto const& G>
std::string description() {
  struct {
    std::string text{};
    void say(std::string_view words) { text += words; }
  } page;
  describe<G>(page);
  return page.text;
}

namespace detail {

/// Takes the first line off a text. What came from outside is not put into sentences as it is.
inline std::string take_line(std::string_view& text) {
  constexpr std::size_t longest_line = 200;
  std::size_t const end = text.find('\n');
  std::string line{text.substr(0, end < longest_line ? end : longest_line)};
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  for (char& c : line)
    if (c < ' ' || c > '~') c = '?';
  return line;
}

/// "A sends M(fields) to B", taken apart.
struct told_send {
  std::string_view from{}, message{}, fields{}, to{};

  explicit told_send(std::string_view line) {
    constexpr std::string_view sends = " sends ", towards = " to ";
    std::size_t const verb = line.find(sends), last = line.rfind(towards);
    if (verb == line.npos || last == line.npos || last < verb + sends.size()) return;
    from = line.substr(0, verb);
    to = line.substr(last + towards.size());
    message = line.substr(verb + sends.size(), last - verb - sends.size());
    std::size_t const open = message.find('(');
    if (open == line.npos) return;
    fields = message.substr(open);
    message = message.substr(0, open);
  }
};

inline char const* what_differs(told_send const& a, told_send const& b) {
  if (a.from.empty() || b.from.empty()) return "the steps";
  if (a.from == b.from && a.to == b.to && a.message == b.message) return "the fields of the message";
  if (a.from == b.from && a.to == b.to) return "the messages";
  if (a.from == b.to && a.to == b.from) return "the directions";
  return a.to == b.to ? "the senders" : a.from == b.from ? "the receivers" : "the steps";
}

}  // namespace detail

/// The first difference between two descriptions, `own` and the `peer`'s, in a sentence with the rule's id;
/// empty when there is none. Linear. Whatever the peer told, it is safe to show.
inline std::string difference(std::string_view own, std::string_view peer) {
  std::string before;
  for (int line = 1; !own.empty() || !peer.empty(); ++line) {
    bool const peer_goes_on = !peer.empty();
    std::string const here = detail::take_line(own), there = detail::take_line(peer);
    if (here != there) {
      std::string text = "[sessions.drift] in step " + std::to_string(line);
      if (!before.empty()) text += ", after \"" + before + "\"";
      text += ", this end has \"" + here;
      text += peer_goes_on ? "\" where the peer has \"" + there + "\"" : "\" where the peer tells no more";
      return text + ": " + detail::what_differs(detail::told_send{here}, detail::told_send{there}) +
             " differ";
    }
    before = here;
  }
  return {};
}

}  // namespace tenure::sessions
