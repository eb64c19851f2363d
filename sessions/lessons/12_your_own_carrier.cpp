// SPDX-License-Identifier: BSL-1.0
// A carrier of your own: ten operations, and a suite that says whether they keep what cursors rely on. This
// one keeps each queue in a std::deque, for one thread; its queues take up to four messages.

#include <tenure/sessions.hpp>
#include <tenure/sessions/conformance.hpp>

#include <any>
#include <deque>
#include <string>
#include <utility>

namespace g = tenure::sessions;

// [carrier]
template <auto const& G>
class in_deques {
  static constexpr int roles = g::graph_of<G>.role_count;
  struct sent {
    int message;
    std::any content;
  };
  std::deque<sent> queues_[roles][roles];
  g::fault fault_{};

 public:
  static constexpr g::faults on_fault = g::faults::report;

  template <class Role>
  auto open() {
    return g::detail::open<G, Role>(*this);
  }
  g::fault failure() const { return fault_; }
  template <int Self>
  void enter() {}
  template <int Self>
  void finish() {}
  template <int Self>
  void leave(g::fault why) {
    if (!fault_) fault_ = why;  // the first one is kept
  }
  template <int From, int To>
  bool room() const {
    return queues_[From][To].size() < 4;
  }
  template <int From, int To, int Id, class M>
  g::outcome put(M&& message) {
    if (fault_) return g::outcome::failed;
    if (!room<From, To>()) return g::outcome::later;  // and the message is as it was
    queues_[From][To].push_back({Id, std::any{std::forward<M>(message)}});
    return g::outcome::done;
  }
  template <int From, int To>
  int head() const {
    return queues_[From][To].empty() ? -1 : queues_[From][To].front().message;
  }
  template <int From, int To, class M>
  M& front() {
    return *std::any_cast<M>(&queues_[From][To].front().content);
  }
  template <int From, int To, class M>
  void pop() {
    queues_[From][To].pop_front();
  }
  template <int Self, class Question>
  bool wait(Question question) {
    return fault_ || question();  // nobody else runs
  }
};
// [/carrier]

/// The same with the usual mistake: who finds its queue full has lost the message.
template <auto const& G>
struct hasty : in_deques<G> {
  template <int From, int To, int Id, class M>
  g::outcome put(M&& message) {
    auto taken = std::forward<M>(message);
    return in_deques<G>::template put<From, To, Id>(std::move(taken));
  }
};

// [wires]
template <auto const& G>
struct wires {
  in_deques<G> all;
  template <int Role>
  auto& at() {
    return all;
  }
};
// [/wires]

template <auto const& G>
struct hasty_wires {
  hasty<G> all;
  template <int Role>
  auto& at() {
    return all;
  }
};

struct here {};
struct there {};
struct note {
  std::string text;
};
inline constexpr auto exchange = g::seq(g::send<here, there, note>, g::send<there, here, note>);

int main() {
  static_assert(g::Carrier<in_deques<exchange>>);
  // [conform]
  bool const good = g::conform<wires, false>([](char const*, bool) {});
  std::string broken;
  g::conform<hasty_wires, false>([&](char const* check, bool kept) {
    if (!kept) broken += check;
  });
  // [/conform]

  in_deques<exchange> carrier;
  auto h = carrier.open<here>();
  auto t = carrier.open<there>();
  note got;
  auto asked = std::move(h).send(note{"how are you?"});
  auto heard = std::move(t).recv(got);
  if (!asked || !heard) return 1;
  auto answered = g::adopt(std::move(heard)).send(note{got.text + " well"});
  auto end = g::adopt(std::move(asked)).recv(got);
  if (!answered || !end) return 1;
  g::adopt(std::move(answered)).finish();
  g::adopt(std::move(end)).finish();
  return good && broken == "trace" && got.text == "how are you? well" ? 0 : 1;
}
