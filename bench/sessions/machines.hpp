// SPDX-License-Identifier: BSL-1.0
// Ping-pong's states in two more ways: as classes behind virtual functions, and as a std::variant that is
// visited. The others are those of experiments/session_designs.
#pragma once

#include <variant>

#define DESIGN 2
#include "../../experiments/session_designs/material/designs.hpp"

namespace machines {

using namespace tenure::sessions::protocols::ping_pong;
using designs::fail;
using designs::from;
using designs::to;

/// A state of either role: a ping, a pong, a stop, or the end.
class state {
 public:
  virtual state const* ping_passes() const { fail("a ping is not due"); }
  virtual state const* pong_passes() const { fail("a pong is not due"); }
  virtual state const* stop_passes() const { fail("a stop is not due"); }
  virtual void ends() const { fail("not done yet"); }

 protected:
  ~state() = default;
};
class idle_state final : public state {
  state const* ping_passes() const override;
  state const* stop_passes() const override;
};
class waiting_state final : public state {
  state const* pong_passes() const override;
};
class over_state final : public state {
  void ends() const override {}
};
inline constexpr idle_state is_idle{};
inline constexpr waiting_state is_waiting{};
inline constexpr over_state is_over{};
inline state const* idle_state::ping_passes() const { return &is_waiting; }
inline state const* idle_state::stop_passes() const { return &is_over; }
inline state const* waiting_state::pong_passes() const { return &is_idle; }

/// What passes, whoever sends it: client and server have the same states.
template <class Machine>
struct of_either_role : designs::watchful {
  void step(to<server, ping>) { self().pass(ping{}); }
  void step(from<client, ping>) { self().pass(ping{}); }
  void step(to<client, pong>) { self().pass(pong{}); }
  void step(from<server, pong>) { self().pass(pong{}); }
  void step(to<server, stop>) { self().pass(stop{}); }
  void step(from<client, stop>) { self().pass(stop{}); }

 private:
  Machine& self() { return static_cast<Machine&>(*this); }
};

struct virtual_functions : of_either_role<virtual_functions> {
  void pass(ping) { at_ = at_->ping_passes(); }
  void pass(pong) { at_ = at_->pong_passes(); }
  void pass(stop) { at_ = at_->stop_passes(); }
  void finish() { at_->ends(); }

 private:
  state const* at_ = &is_idle;
};

struct variant_visitor : of_either_role<variant_visitor> {
  struct idle {};
  struct waiting {};
  struct over {};
  using states = std::variant<idle, waiting, over>;

  template <class M>
  void pass(M message) {
    at_ = std::visit([message](auto at) { return next(at, message); }, at_);
  }
  void finish() {
    if (!std::holds_alternative<over>(at_)) fail("not done yet");
  }

 private:
  states at_;

  static states next(idle, ping) { return waiting{}; }
  static states next(waiting, pong) { return idle{}; }
  static states next(idle, stop) { return over{}; }
  template <class At, class M>
  static states next(At, M) {
    fail("this message is not due");
  }
};

}  // namespace machines
