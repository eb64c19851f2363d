// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "tenure/sessions/projection.hpp"

/// One lane for each ordered pair of roles between which messages go, as wide as the largest of them.
namespace tenure::sessions::detail {

/// What storage must know of a message whose type it does not.
struct layout {
  std::size_t size, align;
  void (*end)(void*);  // null where there is nothing to do
};
template <class M>
inline constexpr layout layout_of{
    std::is_empty_v<M> ? 0 : sizeof(M), alignof(M),
    std::is_trivially_copyable_v<M> ? nullptr : +[](void* message) { static_cast<M*>(message)->~M(); }};

template <auto const& G, class Numbers = std::make_integer_sequence<int, graph_of<G>.message_count>>
struct layout_list;
template <auto const& G, int... I>
struct layout_list<G, std::integer_sequence<int, I...>> {
  static constexpr layout all[] = {layout_of<message_type<G, I>>...};
};
/// By the number of the message.
template <auto const& G>
inline constexpr auto const& layouts = layout_list<G>::all;

struct lane_plan {
  int from, to;
  std::size_t size = 0, align = 1;
  bool trivial = true;  // none of its messages has anything to end
};

template <int N, int Roles>
struct lane_plans {
  lane_plan lanes[N > 0 ? N : 1]{};
  int count = 0;
  int number[Roles][Roles]{};  // 1 + the lane from, to

  constexpr int find(int from, int to) const { return number[from][to] - 1; }
};

template <auto const& G>
constexpr auto plan_lanes() {
  lane_plans<graph_of<G>.size, graph_of<G>.role_count> plan{};
  for (int i = 0; i < graph_of<G>.size; ++i) {
    node const& send = graph_of<G>.nodes[i];
    if (send.code != op::send || send.from == -1 || send.to == -1) continue;
    int& number = plan.number[send.from][send.to];
    if (number == 0) {
      number = ++plan.count;
      plan.lanes[number - 1] = {send.from, send.to};
    }
    layout const& message = layouts<G>[send.message];
    lane_plan& lane = plan.lanes[number - 1];
    if (message.size > lane.size) lane.size = message.size;
    if (message.align > lane.align) lane.align = message.align;
    lane.trivial = lane.trivial && message.end == nullptr;
  }
  return plan;
}

template <auto const& G>
inline constexpr auto lanes_of = plan_lanes<G>();

/// The bases below differ even where their lanes do not.
template <int I, class Lane>
struct numbered_lane : Lane {};

/// All lanes of a protocol, each a `Lane<Size, Align, Room>`, at places known at compile time.
template <auto const& G, template <std::size_t, std::size_t, std::size_t> class Lane, std::size_t Room,
          class Numbers = std::make_integer_sequence<int, lanes_of<G>.count>>
class lane_row;
template <auto const& G, template <std::size_t, std::size_t, std::size_t> class Lane, std::size_t Room,
          int... I>
class lane_row<G, Lane, Room, std::integer_sequence<int, I...>>
    : numbered_lane<I, Lane<lanes_of<G>.lanes[I].size, lanes_of<G>.lanes[I].align, Room>>... {
  template <int J, class L>
  static constexpr L& pick(numbered_lane<J, L>& lane) noexcept {
    return lane;
  }
  template <int J, class L>
  static constexpr L const& pick(numbered_lane<J, L> const& lane) noexcept {
    return lane;
  }

 public:
  template <int From, int To>
  constexpr auto& at() noexcept {
    return pick<lanes_of<G>.find(From, To)>(*this);
  }
  template <int From, int To>
  constexpr auto const& at() const noexcept {
    return pick<lanes_of<G>.find(From, To)>(*this);
  }
  /// Calls `f(lane, plan)` for each.
  template <class F>
  constexpr void each(F f) {
    (f(pick<I>(*this), lanes_of<G>.lanes[I]), ...);
  }
};

}  // namespace tenure::sessions::detail
