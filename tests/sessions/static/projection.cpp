// SPDX-License-Identifier: BSL-1.0
#include <string_view>

#include "tenure/sessions/diagnose.hpp"

// What projection makes of small protocols, and where exactly it draws the line: each rejected one beside an
// accepted neighbour.
namespace tenure::sessions {
namespace {

struct a {};
struct b {};
struct c {};
struct d {};
struct f {};
struct m {};
struct n {};
struct x {};
struct y {};
struct z {};
struct k {};

template <auto const& G, class Role>
constexpr machine of = machine_of<G, role_number<G, Role>>;
template <auto const& G, broken Rule>
constexpr bool rejected = flaw_of<G>.rule == Rule && !well_formed<G>;
template <auto const& G, class Role, class Peer, class Message>
consteval bool sends_at(int state, int to) {
  int const e = find_edge(of<G, Role>, state, action::send, role_number<G, Peer>, message_number<G, Message>);
  return of<G, Role>[state].kind == state_kind::send && e != -1 && of<G, Role>.edges[e].target == to;
}
template <auto const& G, class Role, class Peer, class Message>
consteval bool receives_at(int state, int to) {
  int const e =
      find_edge(of<G, Role>, state, action::receive, role_number<G, Peer>, message_number<G, Message>);
  return of<G, Role>[state].kind == state_kind::receive && e != -1 && of<G, Role>.edges[e].target == to;
}

namespace tables {
constexpr auto ping_pong =
    loop<struct again>(choice<a>(seq(send<a, b, m>, send<b, a, n>, jump<struct again>), send<a, b, x>));
static_assert(require_well_formed<ping_pong>());
static_assert(sends_at<ping_pong, a, b, m>(0, 1) && sends_at<ping_pong, a, b, x>(0, 2));
static_assert(receives_at<ping_pong, a, b, n>(1, 0));
static_assert(of<ping_pong, a>[2].kind == state_kind::final && of<ping_pong, a>.state_count == 3);
static_assert(receives_at<ping_pong, b, a, m>(0, 1) && sends_at<ping_pong, b, a, n>(1, 0));
static_assert(std::is_same_v<message_type<ping_pong, 2>, x> && std::is_same_v<role_type<ping_pong, 1>, b>);
static_assert(message_number<ping_pong, y> == -1 && role_number<ping_pong, c> == -1);
}  // namespace tables

namespace canonical {
// One round written out before the loop is a state of the loop.
constexpr auto once = seq(send<a, b, m>, send<b, a, n>);
constexpr auto unrolled = seq(once, loop<struct again>(seq(once, once, once, jump<struct again>)));
static_assert(require_well_formed<unrolled>());
static_assert(of<unrolled, a>.state_count == 2 && of<unrolled, b>.state_count == 2);
// Rounds that differ in the end only are told apart from the beginning.
constexpr auto counted =
    loop<struct again>(seq(once, once, send<a, b, m>, send<b, a, x>, jump<struct again>));
static_assert(of<counted, a>.state_count == 6);
// Arms that go on alike.
constexpr auto alike = choice<a>(seq(send<a, b, m>, send<b, a, x>), seq(send<a, b, n>, send<b, a, x>));
static_assert(of<alike, a>.state_count == 3 && of<alike, b>.state_count == 3);
constexpr auto unlike = choice<a>(seq(send<a, b, m>, send<b, a, x>), seq(send<a, b, n>, send<b, a, y>));
static_assert(of<unlike, a>.state_count == 4);
// A called protocol keeps its tags to itself.
constexpr auto twice = loop<struct again>(
    choice<a>(seq(send<a, b, y>, call<tables::ping_pong>, jump<struct again>), send<a, b, z>));
static_assert(require_well_formed<twice>());
static_assert(of<twice, a>.state_count == 4);
}  // namespace canonical

namespace order {
// Queues are per ordered pair: a role may hear of two others in turn.
constexpr auto fan_in = seq(send<a, c, m>, send<b, c, m>);
static_assert(require_well_formed<fan_in>());
static_assert(receives_at<fan_in, c, a, m>(0, 1) && receives_at<fan_in, c, b, m>(1, 2));
}  // namespace order

namespace sending {
// A choice of the role itself counts as one place, in whichever arm of another's choice it stands.
constexpr auto same = choice<a>(seq(send<a, b, m>, choice<c>(send<c, b, x>, send<c, b, y>)),
                                seq(send<a, b, n>, choice<c>(send<c, b, y>, send<c, b, x>)));
static_assert(require_well_formed<same>());
constexpr auto lacking = choice<a>(seq(send<a, b, m>, choice<c>(send<c, b, x>, send<c, b, y>)),
                                   seq(send<a, b, n>, choice<c>(send<c, b, z>, send<c, b, x>)));
static_assert(rejected<lacking, broken::merge>);
constexpr auto only_one =
    choice<a>(seq(send<a, b, m>, choice<c>(send<c, b, x>, send<c, b, y>)), seq(send<a, b, n>, send<c, b, x>));
static_assert(rejected<only_one, broken::merge>);
// Told late, through somebody else, is told.
constexpr auto late = choice<a>(seq(send<a, b, m>, send<b, c, m>, send<c, a, x>),
                                seq(send<a, b, n>, send<b, c, n>, send<c, a, y>));
static_assert(require_well_formed<late>());
// A role may run ahead of others who can stop, not of others who cannot.
constexpr auto ahead =
    seq(loop<struct again>(choice<a>(seq(send<a, b, m>, jump<struct again>), send<a, b, n>)), send<c, b, x>);
static_assert(well_formed<ahead>);
static_assert(
    std::string_view{diagnose<ahead>()} ==
    "remark: c takes no part in loop<again> and may run ahead of it: it sends x to b without waiting for "
    "the loop to end, as far as the carrier's queues reach.");
constexpr auto endless =
    choice<a>(seq(send<a, b, m>, loop<struct again>(choice<a>(seq(send<a, b, x>, jump<struct again>),
                                                              seq(send<a, b, y>, jump<struct again>)))),
              seq(send<a, b, n>, send<c, b, x>));
static_assert(rejected<endless, broken::merge>);
// ... in however many loops they go round
constexpr auto entangled = choice<a>(
    seq(send<a, b, m>,
        loop<struct outer>(choice<a>(
            seq(send<a, b, x>, loop<struct inner>(choice<a>(seq(send<a, b, m>, jump<struct inner>),
                                                            seq(send<a, b, n>, jump<struct outer>)))),
            seq(send<a, b, y>, jump<struct outer>)))),
    seq(send<a, b, n>, send<c, b, x>));
static_assert(rejected<entangled, broken::merge>);
// ... which starves a listener, and that is no error.
constexpr auto starved =
    choice<a>(seq(send<a, b, m>, loop<struct again>(seq(send<a, b, x>, jump<struct again>))),
              seq(send<a, b, n>, send<b, c, x>));
static_assert(require_well_formed<starved>());
static_assert(receives_at<starved, c, b, x>(0, 1));
}  // namespace sending

namespace heads {
// An arm may begin at the head of a loop, in a choice of the same role, or with a bare jump.
constexpr auto bare = loop<struct again>(seq(send<a, b, m>, choice<a>(jump<struct again>, send<a, b, n>)));
static_assert(require_well_formed<bare>());
static_assert(of<bare, a>.state_count == 3 && of<bare, b>.state_count == 3);
constexpr auto nested = choice<a>(
    loop<struct again>(choice<a>(seq(send<a, b, m>, jump<struct again>), send<a, b, x>)), send<a, c, n>);
static_assert(!well_formed<nested>);  // b and c cannot know
constexpr auto told = choice<a>(
    seq(loop<struct again>(choice<a>(seq(send<a, b, m>, jump<struct again>), send<a, b, x>)), send<a, c, n>),
    send<a, b, n>);
static_assert(rejected<told, broken::know>);
constexpr auto all_told = choice<a>(
    seq(loop<struct again>(choice<a>(seq(send<a, b, m>, jump<struct again>), send<a, b, x>)), send<a, c, n>),
    seq(send<a, b, n>, send<a, c, x>));
static_assert(require_well_formed<all_told>());
}  // namespace heads

namespace receiving {
// Every place from which a message may have come is looked at: behind the first x of b, d waits for c; behind
// the second it does not.
template <auto const& Second>
constexpr auto places =
    choice<a>(seq(send<a, b, m>, send<a, d, m>, send<b, c, x>, send<b, c, z>, send<c, d, k>, send<d, c, y>),
              seq(send<a, b, n>, send<a, d, n>, send<b, c, x>, Second),
              seq(send<a, b, k>, send<a, d, k>, send<d, c, y>));
constexpr auto at_once = send<d, c, y>;
constexpr auto when_asked = seq(send<b, c, n>, send<c, d, k>, send<d, c, y>);
static_assert(rejected<places<at_once>, broken::race>);
static_assert(require_well_formed<places<when_asked>>());

// A place is looked at again when fewer are blocked there: f waits for c in one arm, and not in the other.
template <auto const& First>
constexpr auto blocked = choice<a>(
    seq(send<a, b, m>, send<a, d, m>, send<a, f, m>, send<b, c, x>,
        choice<a>(seq(send<a, c, m>, send<a, f, x>, First), seq(send<a, c, n>, send<a, f, y>, send<c, f, k>)),
        send<f, d, z>, send<d, c, y>),
    seq(send<a, b, n>, send<a, d, n>, send<a, f, n>, send<d, c, y>));
constexpr auto nothing = seq();
constexpr auto asks = send<c, f, k>;
static_assert(rejected<blocked<nothing>, broken::race>);
static_assert(require_well_formed<blocked<asks>>());

// What comes second on a queue is hidden by what comes first: y can be there, but not at its head.
constexpr auto hidden =
    choice<a>(seq(send<a, b, m>, send<a, d, m>, send<b, c, x>, send<d, c, z>, send<d, c, y>),
              seq(send<a, b, n>, send<a, d, n>, send<d, c, y>));
static_assert(require_well_formed<hidden>());
}  // namespace receiving

namespace forks {
constexpr auto both = seq(par(send<a, b, m>, send<b, a, n>), send<a, b, x>);
static_assert(require_well_formed<both>());
constexpr machine one = of<both, a>;
static_assert(one[0].kind == state_kind::fork && one[0].count == 3);
static_assert(one.edges[0].act == action::split && one.edges[1].act == action::split &&
              one.edges[2].act == action::join);
static_assert(one[one.edges[0].target].kind == state_kind::send &&
              one[one.edges[1].target].kind == state_kind::receive);
static_assert(one[one.edges[2].target].kind == state_kind::send);
constexpr int part_end = one.edges[one[one.edges[1].target].first].target;
static_assert(one[part_end].kind == state_kind::part_end && one[part_end].fork == 0 &&
              one[part_end].part == 1);
// In a loop the fork comes back to itself.
constexpr auto looped = loop<struct again>(seq(par(send<a, b, m>, send<b, a, n>), jump<struct again>));
static_assert(require_well_formed<looped>());
static_assert(of<looped, a>.edges[2].act == action::join && of<looped, a>.edges[2].target == 0);
// Two forks that are alike are one, and so are their parts.
constexpr auto doubled = loop<struct again>(
    seq(par(send<a, b, m>, send<b, a, n>), par(send<a, b, m>, send<b, a, n>), jump<struct again>));
static_assert(of<doubled, a>.state_count == of<looped, a>.state_count);
// In one part only: no fork; in none: not even a wait.
constexpr auto apart =
    seq(par(seq(send<a, b, m>, send<b, c, m>), send<d, f, n>), send<c, d, x>, send<a, d, z>);
static_assert(require_well_formed<apart>());
static_assert(receives_at<apart, c, b, m>(0, 1) && sends_at<apart, c, d, x>(1, 2));
// A part that never ends can have nothing behind it.
constexpr auto endless =
    seq(par(loop<struct again>(seq(send<a, b, m>, jump<struct again>)), send<c, d, n>), send<c, d, x>);
static_assert(rejected<endless, broken::scope>);
constexpr auto beside = par(loop<struct again>(seq(send<a, b, m>, jump<struct again>)), send<c, d, n>);
static_assert(require_well_formed<beside>());
static_assert(of<beside, c>.state_count == 2);
// Nested.
constexpr auto nested =
    par(send<a, b, m>, seq(send<b, a, n>, par(send<b, c, x>, send<c, a, y>, send<c, b, k>), send<a, c, z>));
static_assert(require_well_formed<nested>());
}  // namespace forks

namespace at_run_time {
// The same functions on a protocol that is no type's: a asks, b answers or not.
constexpr named who[]{"a", "b"}, what[]{"ask", "yes", "no"};
constexpr step steps[]{{op::send, &who[0], &who[1], &what[0]},
                       {op::choice, &who[1], nullptr, nullptr, 6},
                       {op::arm, nullptr, nullptr, nullptr, 2},
                       {op::send, &who[1], &who[0], &what[1]},
                       {op::arm, nullptr, nullptr, nullptr, 2},
                       {op::send, &who[1], &who[0], &what[2]},
                       {op::close}};
consteval int states_of(int role) {
  graph_table<32> numbered;
  lower(steps, 7, numbered);
  numbered.wrong = check_text<33>(numbered.view());
  projection<64> made;
  project(numbered.view(), role, made);
  return made.wrong ? -1 : made.view().state_count;
}
static_assert(states_of(0) == 3 && states_of(1) == 3);
}  // namespace at_run_time

}  // namespace
}  // namespace tenure::sessions
