// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/cursor.hpp"
#include "tenure/sessions/drift.hpp"
#include "tenure/sessions/lanes.hpp"
#include "tenure/sessions/link.hpp"
#include "tenure/sessions/slot.hpp"

namespace tenure::sessions {

namespace rule {

/// A message fits into a frame, if its size has a bound. [sessions.codec]
template <class M, std::size_t Frame>
struct fits {
  static constexpr bool holds = most_encoded<M> <= Frame || most_encoded<M> == unbounded;
  static constexpr auto sentence() {
    return "[sessions.codec] " + name_of<M> + " may take " + digits_of<most_encoded<M>> +
           " bytes, and a frame holds " + digits_of<Frame>;
  }
};

}  // namespace rule

namespace detail {

template <auto const& G, std::size_t Frame, int... M>
consteval bool told_frames(std::integer_sequence<int, M...>) {
  bool good = true;
  [[maybe_unused]] auto const look = [&]<class Message>(std::type_identity<Message>) {
    if constexpr (enforce<rule::encodable<Message>>()) good = enforce<rule::fits<Message, Frame>>() && good;
  };
  (look(std::type_identity<message_type<G, M>>{}), ...);
  return true;
}

/// Which messages `To` may be sent by whom.
template <auto const& G>
struct wanted_table {
  bool from[graph_of<G>.role_count][graph_of<G>.message_count]{};
  bool talks[graph_of<G>.role_count]{};  // with whom it has to do at all
  consteval explicit wanted_table(int to) {
    for (int i = 0; i < graph_of<G>.size; ++i) {
      node const& at = graph_of<G>.nodes[i];
      if (at.code != op::send) continue;
      if (at.to == to) from[at.from][at.message] = talks[at.from] = true;
      if (at.from == to) talks[at.to] = true;
    }
  }
};
template <auto const& G, int To>
inline constexpr wanted_table<G> wanted{To};

constexpr layout widest(layout const* all, int count) {
  layout most{0, 1, nullptr};
  for (int i = 0; i < count; ++i) {
    if (all[i].size > most.size) most.size = all[i].size;
    if (all[i].align > most.align) most.align = all[i].align;
  }
  return most;
}

/// Decodes a message into its slot, or says that it is none.
template <auto const& G, class Slot,
          class Numbers = std::make_integer_sequence<int, graph_of<G>.message_count>>
struct unpacking;
template <auto const& G, class Slot, int... I>
struct unpacking<G, Slot, std::integer_sequence<int, I...>> {
  template <int Id>
  static bool one(Slot& into, std::byte const* bytes, std::size_t size) {
    message_type<G, Id> message{};
    if (!decode(message, bytes, size)) return false;
    into.template put<message_type<G, Id>>(Id, std::move(message));
    return true;
  }
  static constexpr bool (*all[])(Slot&, std::byte const*, std::size_t) = {&one<I>...};
};

}  // namespace detail

inline namespace TENURE_ABI {

/// A role of a session whose other roles are elsewhere: one stream socket of Boost.Asio for each role that it
/// has to do with, TCP, local, or whatever else is a connected stream.
///
///   socket<ping_pong, client> wires;
///   wires.connect<server>(std::move(tcp_socket));
///   auto c = wires.open();
///
/// Both ends first tell each other their fingerprints. Two builds that differ end at the first step with
/// `cause::drift`, and `drift()` names the difference. `greet()` waits for that, for those who want to know
/// before they begin. Until it is known, nothing is sent.
///
/// What comes in is trusted with nothing: a frame that is no message of the protocol, that is not due, or
/// that is longer than `Frame` bytes ends the session with `cause::frame`, when its turn comes; what came
/// before is received. A peer that gave up is heard at once. A peer whose connection ends, or that keeps
/// a step waiting for longer than `patience`, is `cause::lost`. A failure is passed on to all other peers.
///
/// A step costs system calls: reading and writing are tried at each. A message of which the system takes only
/// a part goes on with the sender's next step, or its end. Used by one thread. Needs the heap.
template <auto const& G, class Role, std::size_t Frame = 4096, faults OnFault = faults::report>
class socket {
  static_assert(told<rule::well_formed<G>>() && told<rule::has_role<G, Role>>());
  static_assert(detail::told_frames<G, Frame>(std::make_integer_sequence<int, graph_of<G>.message_count>{}));

  using clock = std::chrono::steady_clock;
  static constexpr int roles = graph_of<G>.role_count;
  static constexpr int self = role_number<G, Role>;
  static constexpr detail::layout widest = detail::widest(detail::layouts<G>, graph_of<G>.message_count);
  static constexpr std::size_t longest_words = 65'000;
  using slot = detail::message_slot<widest.size, widest.align>;
  using unpacking = detail::unpacking<G, slot>;

  struct peer {
    std::optional<detail::link> wire;
    slot first;          // the message whose turn it is
    bool holds = false;  // whether there is one
    bool greeted = false, drifted = false, finished = false;
  };

  boost::asio::io_context io_{1};
  clock::duration patience_;
  peer peers_[roles];
  fault fault_{};
  std::string drift_;
  bool asking_ = false;
  enum class stay : std::uint8_t { before, inside, after } stay_ = stay::before;

 public:
  static constexpr faults on_fault = OnFault;

  explicit socket(clock::duration patience = std::chrono::seconds{10}) : patience_{patience} {}
  socket(socket const&) = delete;
  socket& operator=(socket const&) = delete;
  /// Precondition: the cursor has ended. After a failure it waits a moment for the peers to hear of it.
  ~socket() {
    expects(stay_ != stay::inside, "[sessions.open] a carrier ended before the cursors of its session");
    if (fault_) linger();
    for (peer& p : peers_)
      if (p.holds) p.first.end(detail::layouts<G>[p.first.message()]);
  }

  /// The connection to the role `Peer`, over which this end speaks as `Role`. Each role once, before `open`.
  /// Throws what Boost.Asio throws when the socket is not connected.
  template <class Peer, class Socket>
  void connect(Socket connected) {
    if constexpr (enforce<rule::has_role<G, Peer>>()) {
      constexpr int to = role_number<G, Peer>;
      static_assert(to != self, "[sessions.self] a role is connected to others");
      peer& p = peers_[to];
      if (p.wire) trap("[sessions.open] a role was connected twice");
      p.wire.emplace(io_, std::move(connected), Frame < longest_words ? longest_words : Frame);
      p.wire->put(detail::kind::hello, detail::hello{.fingerprint = fingerprint<G>, .from = self, .to = to});
      p.wire->flush();
    }
  }
  /// Waits until all peers have told their fingerprints. The fault, or none.
  fault greet() {
    wait<self>([this] {
      for (peer const& p : peers_)
        if (p.wire && !p.greeted) return false;
      return true;
    });
    return fault_;
  }
  /// After `cause::drift`: how the protocols differ, in a sentence.
  std::string const& drift() const noexcept { return drift_; }

  /// The cursor of the role, at the start of the protocol. Precondition: it has not been opened yet, and all
  /// roles with which it has to do are connected; else a trap in every build [sessions.open].
  template <class Opened = Role>
  auto open() {
    static_assert(std::is_same_v<Opened, Role>, "[sessions.role] this end is another role");
    for (int r = 0; r < roles; ++r)
      if (detail::wanted<G, self>.talks[r] && !peers_[r].wire)
        trap("[sessions.open] a role was opened before its peers were connected");
    return detail::open<G, Role>(*this);
  }
  /// The first fault that this end has heard of, or none.
  fault failure() const noexcept { return fault_; }

  // What cursors use; see Carrier.
  template <int Self>
  void enter() noexcept {
    if (std::exchange(stay_, stay::inside) != stay::before)
      trap("[sessions.open] a role was opened twice: a session has one cursor for each role");
  }
  template <int Self>
  void finish() noexcept {
    if (std::exchange(stay_, stay::after) != stay::inside || fault_) return;
    for (peer& p : peers_)
      if (p.wire) p.wire->put_bytes(detail::kind::bye, nullptr, 0);
    run_until(clock::now() + patience_, [this] { return all_sent(); });
    end_sending();
  }
  template <int Self>
  void leave(fault why) noexcept {
    fail(why);
    stay_ = stay::after;
    if (all_sent()) end_sending();
  }
  template <int From, int To>
  bool room() const noexcept {
    peer& p = as_it_is().peers_[To];
    if (p.wire->choked()) as_it_is().listen(*p.wire);
    return p.greeted && p.wire->flush() && !p.wire->choked();
  }
  template <int From, int To, int Id, class M>
  outcome put(M const& message) {
    peer& p = peers_[To];
    look();
    if (p.wire->broken() || (p.wire->ended() && !p.finished)) fail({cause::lost, To});
    std::size_t const size = encoded_size(message);
    if (size > Frame) fail({cause::frame, self});
    if (fault_) return outcome::failed;
    return room<From, To>() && p.wire->send(Id, message) ? outcome::done : outcome::later;
  }
  template <int From, int To>
  int head() const noexcept {
    peer& p = as_it_is().peers_[From];
    if (!p.holds && !asking_) as_it_is().look(From);
    return p.holds ? p.first.message() : -1;
  }
  template <int From, int To, class M>
  M& front() noexcept {
    return peers_[From].first.template get<M>();
  }
  template <int From, int To, class M>
  void pop() noexcept {
    peers_[From].first.template end<M>();
    peers_[From].holds = false;
  }
  template <int Self, class Question>
  bool wait(Question question) {
    bool const in_time = run_until(clock::now() + patience_, [&] {
      look();
      asking_ = true;  // nothing may come between two questions about one queue, and then be slept through
      bool const yes = fault_ || question();
      asking_ = false;
      return yes;
    });
    if (!in_time) fail({cause::lost, slowest()});
    return true;
  }

 private:
  // To look at a queue is to read from its socket.
  socket& as_it_is() const noexcept { return const_cast<socket&>(*this); }

  /// The first fault, and all peers are told.
  void fail(fault why) noexcept {
    if (fault_) return;
    fault_ = why;
    detail::gone const left{static_cast<std::uint8_t>(why.why), static_cast<std::uint8_t>(why.role)};
    for (peer& p : peers_) {
      if (!p.wire) continue;
      p.wire->put(detail::kind::gone, left);
      p.wire->flush();
    }
  }

  void look() {
    for (int r = 0; r < roles; ++r)
      if (peers_[r].wire) look(r);
  }
  /// Sends and reads what can be sent and read now, and takes frames up to the first message.
  void look(int from) {
    peer& p = peers_[from];
    p.wire->flush();
    p.wire->fill();
    while (!fault_) {
      if (auto const& left = p.wire->was_told(); left && p.greeted) {
        bool const known = left->role < roles;
        return fail(known ? fault{static_cast<cause>(left->why), left->role} : fault{cause::frame, from});
      }
      std::optional<detail::frame> const f = p.holds ? std::nullopt : p.wire->front();
      if (!f) break;
      if (p.wire->too_long(*f) || !take(from, *f)) return fail({cause::frame, from});
      p.wire->drop_front();
    }
    if (!p.holds && !fault_ && p.wire->ended()) {
      if (p.drifted) return tell_drift(from, {});
      if (!p.finished) fail({cause::lost, from});
    }
  }
  /// Whether the frame was in its place.
  bool take(int from, detail::frame const& f) {
    peer& p = peers_[from];
    if (p.drifted) {
      if (f.kind == detail::kind::gone) return true;  // the other end was faster
      if (f.kind != detail::kind::words) return false;
      tell_drift(from, {reinterpret_cast<char const*>(f.bytes), f.size});
      return true;
    }
    if (!p.greeted) {
      detail::hello told{};
      detail::hello const expected{.fingerprint = told.fingerprint, .from = 0, .to = 0};
      if (f.kind != detail::kind::hello || !decode(told, f.bytes, f.size) || told.magic != expected.magic)
        return false;
      p.drifted = told.fingerprint != fingerprint<G>;
      p.greeted = !p.drifted && told.from == from && told.to == self;
      if (p.drifted) {
        std::string const words = description<G>().substr(0, longest_words);
        p.wire->put_bytes(detail::kind::words, words.data(), words.size());
        p.wire->flush();
      }
      return p.drifted || p.greeted;
    }
    if (p.finished) return false;
    if (f.kind == detail::kind::bye) return p.finished = f.size == 0;
    if (f.size > Frame || f.kind >= graph_of<G>.message_count) return false;
    return detail::wanted<G, self>.from[from][f.kind] &&
           (p.holds = unpacking::all[f.kind](p.first, f.bytes, f.size));
  }
  void tell_drift(int from, std::string_view theirs) {
    drift_ = theirs.empty() ? "[sessions.drift] the peer has another protocol, and did not tell which"
                            : difference(description<G>(), theirs);
    fail({cause::drift, from});
  }

  /// Hears, without waiting, whether the system has room again.
  void listen(detail::link& wire) {
    wire.arm();
    io_.restart();
    io_.poll();
  }
  bool all_sent() {
    for (peer& p : peers_)
      if (p.wire && !p.wire->flush()) return false;
    return true;
  }
  /// Of whom most likely something was waited for.
  int slowest() const {
    int found = -1;
    for (int r = roles - 1; r >= 0; --r)
      if (peers_[r].wire && (found == -1 || !peers_[r].holds)) found = r;
    return found;
  }
  void end_sending() {
    for (peer& p : peers_)
      if (p.wire) p.wire->end_sending();
  }
  /// Sleeps while nothing moves. False when the time has come, or nothing can move any more.
  template <class Question>
  bool run_until(clock::time_point deadline, Question question) {
    while (!question()) {
      bool moves = false;
      for (peer& p : peers_)
        if (p.wire) moves = p.wire->arm() || moves;
      if (!moves || clock::now() >= deadline) return false;
      io_.restart();
      io_.run_one_until(deadline);
      io_.poll();
    }
    return true;
  }
  /// A connection that is closed with something unread takes back what it has sent: reads on for a moment.
  void linger() {
    constexpr auto moment = std::chrono::milliseconds{100};
    auto const deadline = clock::now() + moment;
    run_until(deadline, [this] { return all_sent(); });
    end_sending();
    run_until(deadline, [this] {
      bool ended = true;
      for (peer& p : peers_) {
        if (!p.wire) continue;
        p.wire->discard();
        p.wire->fill();
        ended = ended && p.wire->ended();
      }
      return ended;
    });
  }
};

}  // namespace TENURE_ABI

}  // namespace tenure::sessions
