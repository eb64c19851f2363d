// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tenure/sessions/carrier.hpp"
#include "tenure/sessions/choreography.hpp"
#include "tenure/sessions/codec_lists.hpp"
#include "tenure/sessions/projection.hpp"

/// Does a carrier keep the premises of carrier.hpp? A suite for whoever writes one. Needs heap and threads.
///
///   template <auto const& G>
///   struct wires {                           // one session of G, all ends of it
///     my_carrier<G> all;
///     template <int Role> auto& at() { return all; }   // the end of that role; may be the same for all
///   };
///   bool good = conform<wires>([](char const* check, bool kept) { ... });
///
/// The checks, by name:
///   order, loss, duplication   what was put is taken once, in its order
///   pairs, sessions            by the receiver it was for, in the session it was for
///   payload                    unchanged
///   pressure                   a queue takes `later` for an answer to give in the end, and has room again
///                              once something was taken
///   trace                      what answers `later` or `failed`, and what only looks, has done nothing
///   told, first                a role that leaves is heard by all others, and the first fault stays
///   wakes                      who waits is woken by a message, by room, and by who leaves (`Threads`)
///   ends                       a message that nobody takes is ended, and none is ended twice
namespace tenure::sessions {

namespace conformance {

struct one {};
struct two {};
struct three {};

/// Counts how many of it there are. Takes no bytes.
struct counted {
  static inline std::atomic<int> alive{0};
  counted() noexcept { ++alive; }
  counted(counted const&) noexcept { ++alive; }
  counted& operator=(counted const&) noexcept = default;
  ~counted() { --alive; }
};

struct parcel {
  std::uint32_t session, pair, number;
  std::string text;
  counted count;
};
struct stop {};

template <class From, class To>
inline constexpr auto stream = loop<parcel(From, To)>(
    choice<From>(seq(send<From, To, parcel>, jump<parcel(From, To)>), send<From, To, stop>));
/// Parcels between all pairs, each as many as it likes.
inline constexpr auto traffic = par(stream<one, two>, stream<two, one>, stream<one, three>,
                                    stream<three, one>, stream<two, three>, stream<three, two>);

}  // namespace conformance

template <>
struct coded<conformance::counted> {
  static constexpr std::size_t least = 0, most = 0;
  static constexpr std::size_t size(conformance::counted const&) noexcept { return 0; }
  static constexpr void write(byte_writer&, conformance::counted const&) noexcept {}
  static constexpr bool read(byte_reader&, conformance::counted&) noexcept { return true; }
  template <class Out>
  static constexpr void shape(Out& out) {
    out.say("counted");
  }
};

namespace conformance {

using clock = std::chrono::steady_clock;
inline constexpr auto long_enough = std::chrono::seconds{2};        // nobody is that slow
inline constexpr auto short_while = std::chrono::milliseconds{50};  // in which what was sent arrives
inline constexpr int rounds = 40;
inline constexpr int many = 50'000;  // more than any queue should take
inline constexpr int pair_count = 6;
inline constexpr int pair_of[3][3] = {{-1, 0, 2}, {1, -1, 4}, {3, 5, -1}};

inline std::string text_of(std::uint32_t session, std::uint32_t pair, std::uint32_t number) {
  return std::to_string(session) + "/" + std::to_string(pair) + "/" + std::to_string(number) +
         std::string(480, '.');
}
inline parcel make(std::uint32_t session, int pair, int number) {
  auto const p = static_cast<std::uint32_t>(pair), n = static_cast<std::uint32_t>(number);
  return {session, p, n, text_of(session, p, n), {}};
}
inline bool intact(parcel const& p) { return p.text == text_of(p.session, p.pair, p.number); }

template <class Question>
bool within(clock::duration time, Question question) {
  auto const start = clock::now();
  for (auto now = start; !question(); now = clock::now()) {
    if (now > start + time) return false;
    if (now > start + std::chrono::milliseconds{1})
      std::this_thread::sleep_for(std::chrono::microseconds{200});
  }
  return true;
}

template <class F>
void each_pair(F f) {
  f.template operator()<0, 1>();
  f.template operator()<1, 0>();
  f.template operator()<0, 2>();
  f.template operator()<2, 0>();
  f.template operator()<1, 2>();
  f.template operator()<2, 1>();
}

/// A session with all its roles opened, which ends by all of them leaving.
template <template <auto const&> class Wires>
class opened {
  std::unique_ptr<Wires<traffic>> wires_ = std::make_unique<Wires<traffic>>();
  static constexpr int parcel_number = message_number<traffic, parcel>;

 public:
  std::uint32_t const session;

  explicit opened(std::uint32_t number) : session{number} {
    at<0>().template enter<0>();
    at<1>().template enter<1>();
    at<2>().template enter<2>();
  }
  opened(opened const&) = delete;
  opened& operator=(opened const&) = delete;
  ~opened() {
    if (!wires_) return;
    at<0>().template leave<0>(fault{cause::cancelled, 0});
    at<1>().template leave<1>(fault{cause::cancelled, 1});
    at<2>().template leave<2>(fault{cause::cancelled, 2});
  }
  /// For one whose threads do not come back.
  void abandon() { static_cast<void>(wires_.release()); }

  template <int Role>
  auto& at() {
    return wires_->template at<Role>();
  }
  template <int From, int To>
  outcome put(parcel&& p) {
    return at<From>().template put<From, To, parcel_number>(std::move(p));
  }
  template <int From, int To>
  bool has() {
    return at<To>().template head<From, To>() == parcel_number;
  }
  template <int From, int To>
  parcel& front() {
    return at<To>().template front<From, To, parcel>();
  }
  template <int From, int To>
  parcel take() {
    parcel p = std::move(front<From, To>());
    at<To>().template pop<From, To, parcel>();
    return p;
  }
  /// Carriers may have to find each other first: from here on every queue has been used.
  bool begin() {
    bool good = true;
    each_pair([&]<int From, int To>() {
      good = good && within(long_enough, [&] {
               return put<From, To>(make(session, pair_of[From][To], 0)) != outcome::later;
             });
      good = good && within(long_enough, [&] { return has<From, To>(); });
      if (good) static_cast<void>(take<From, To>());
    });
    return good;
  }
};

/// What came of the parcels of two sessions.
class arrivals {
  std::array<std::array<std::vector<int>, pair_count>, 2> times_{}, last_{};

 public:
  bool order = true, loss = true, duplication = true, pairs = true, sessions = true, payload = true;

  arrivals() {
    for (auto& session : times_)
      for (auto& pair : session) pair.assign(rounds, 0);
    for (auto& session : last_)
      for (auto& pair : session) pair.assign(1, -1);
  }
  void note(std::uint32_t session, int pair, parcel const& p) {
    payload = payload && intact(p);
    if (p.session > 1 || p.pair >= pair_count || p.number >= rounds) return void(payload = false);
    sessions = sessions && p.session == session;
    pairs = pairs && p.pair == static_cast<std::uint32_t>(pair);
    int& times = times_[p.session][p.pair][p.number];
    if (++times > 1) return void(duplication = false);
    int& last = last_[p.session][p.pair][0];
    int const number = static_cast<int>(p.number);
    order = order && number > last;
    if (number > last) last = number;
  }
  void close() {
    for (auto const& session : times_)
      for (auto const& pair : session)
        for (int const times : pair) loss = loss && times > 0;
  }
};

/// Two sessions at once, all pairs, in turn.
template <template <auto const&> class Wires>
arrivals exchange_parcels() {
  arrivals seen;
  opened<Wires> a{0}, b{1};
  if (!a.begin() || !b.begin()) return seen.close(), seen;
  auto const take_all = [&](opened<Wires>& s) {
    bool any = false;
    each_pair([&]<int From, int To>() {
      for (; s.template has<From, To>(); any = true)
        seen.note(s.session, pair_of[From][To], s.template take<From, To>());
    });
    return any;
  };
  for (int number = 0; number < rounds; ++number) {
    for (auto* s : {&a, &b}) {
      each_pair([&]<int From, int To>() {
        within(long_enough, [&] {
          if (s->template put<From, To>(make(s->session, pair_of[From][To], number)) != outcome::later)
            return true;
          take_all(*s);
          return false;
        });
      });
    }
    if (number % 3 == 2) take_all(a), take_all(b);  // in batches, so that there is something to reorder
  }
  while (within(short_while, [&] { return take_all(a) || take_all(b); })) {
  }
  seen.close();
  return seen;
}

struct verdicts {
  bool pressure = true, trace = true;
};

/// One queue, filled and emptied twice.
template <template <auto const&> class Wires>
verdicts fill_and_empty() {
  verdicts good;
  opened<Wires> s{0};
  if (!s.begin()) return {false, false};
  for (int round = 0; round < 2; ++round) {
    int count = 0;
    for (outcome went = outcome::done; went == outcome::done;) {
      if (count == many) return good.pressure = false, good;
      parcel p = make(0, 0, count);
      went = s.template put<0, 1>(std::move(p));
      if (went != outcome::done)
        good.trace = good.trace && intact(p) && p.number == static_cast<unsigned>(count);
      count += went == outcome::done;
    }
    if (count == 0) good.pressure = false;
    int taken = 0;
    while (within(taken < count ? clock::duration{long_enough} : short_while, [&] {
      static_cast<void>(s.template at<0>().template room<0, 1>());  // who sent may have to go on sending
      return s.template has<0, 1>();
    })) {
      bool const still = s.template has<0, 1>() && intact(s.template front<0, 1>());
      good.trace = good.trace && still && s.template front<0, 1>().number == static_cast<unsigned>(taken);
      static_cast<void>(s.template take<0, 1>());
      ++taken;
    }
    good.trace = good.trace && taken == count;
    if (!good.trace) break;
  }
  return good;
}

struct leaving {
  bool told = true, first = true, trace = true;
};

/// One role leaves, and then another.
template <template <auto const&> class Wires>
leaving leave_in_turn() {
  leaving good;
  fault const expected{cause::cancelled, 0};
  opened<Wires> s{0};
  if (!s.begin()) return {false, false, false};
  s.template at<0>().template leave<0>(expected);
  auto const hears = [&]<int From, int To>() {
    return within(long_enough, [&] {
      static_cast<void>(s.template has<From, To>());
      return static_cast<bool>(s.template at<To>().failure());
    });
  };
  good.told = hears.template operator()<0, 1>() && hears.template operator()<0, 2>();
  if (!good.told) return good;
  s.template at<1>().template leave<1>(fault{cause::cancelled, 1});
  static_cast<void>(s.template has<1, 2>());
  good.first = s.template at<0>().failure() == expected && s.template at<1>().failure() == expected &&
               s.template at<2>().failure() == expected;
  parcel p = make(0, 5, 7);
  good.trace = s.template put<2, 1>(std::move(p)) == outcome::failed && intact(p);
  return good;
}

/// Whether a thread that waits for `question` in role `Role` comes back when `event` has happened.
template <int Role, class Opened, class Question, class Event>
bool comes_back(std::shared_ptr<Opened> s, Question question, Event event) {
  auto const back = std::make_shared<std::atomic<bool>>(false);
  std::thread waiting{[s, back, question] {
    s->template at<Role>().template wait<Role>([&] { return question(*s); });
    *back = true;
  }};
  std::this_thread::sleep_for(short_while);
  event(*s);
  bool const woken = within(long_enough, [&] { return back->load(); });
  if (woken || within(long_enough, [&] { return back->load(); })) {
    waiting.join();
  } else {
    s->abandon();
    waiting.detach();
  }
  return woken;
}

template <template <auto const&> class Wires>
bool wakes() {
  auto const start = [] {
    auto s = std::make_shared<opened<Wires>>(0);
    return s->begin() ? s : nullptr;
  };
  using session = opened<Wires>;
  auto const a = start(), b = start(), c = start();
  if (!a || !b || !c) return false;
  if (!comes_back<1>(
          a, [](session& s) { return s.template has<0, 1>(); },
          [](session& s) { s.template put<0, 1>(make(0, 0, 0)); }))
    return false;
  for (int i = 0; i < many && b->template put<0, 1>(make(0, 0, i)) == outcome::done; ++i) {
  }
  if (!comes_back<0>(
          b, [](session& s) { return s.template at<0>().template room<0, 1>(); },
          [](session& s) {
            while (within(short_while, [&] { return s.template has<0, 1>(); })) s.template take<0, 1>();
          }))
    return false;
  return comes_back<1>(
      c, [](session&) { return false; },
      [](session& s) { s.template at<2>().template leave<2>(fault{cause::cancelled, 2}); });
}

/// Messages in all queues, of which only some are taken.
template <template <auto const&> class Wires>
bool ends_all() {
  int const before = counted::alive;
  {
    opened<Wires> s{0};
    if (!s.begin()) return false;
    each_pair([&]<int From, int To>() {
      s.template put<From, To>(make(0, 0, 0));
      s.template put<From, To>(make(0, 0, 1));
    });
    if (s.template has<0, 1>()) static_cast<void>(s.template take<0, 1>());
    within(short_while, [&] { return s.template has<1, 0>() && s.template has<2, 1>(); });
  }
  return counted::alive == before;
}

}  // namespace conformance

/// Runs all checks on a carrier, and calls `report(name, kept)` for each. Returns whether all were kept.
/// `Threads`: each role's end may be used by a thread of its own. Takes some seconds where much is wrong.
template <template <auto const&> class Wires, bool Threads = true, class Report>
bool conform(Report report) {
  namespace suite = conformance;
  bool all = true;
  auto const say = [&](char const* check, bool kept) {
    all = all && kept;
    report(check, kept);
  };
  bool const ended = suite::ends_all<Wires>();
  suite::arrivals const seen = suite::exchange_parcels<Wires>();
  say("order", seen.order);
  say("loss", seen.loss);
  say("duplication", seen.duplication);
  say("pairs", seen.pairs);
  say("sessions", seen.sessions);
  say("payload", seen.payload);
  suite::verdicts const filled = suite::fill_and_empty<Wires>();
  suite::leaving const left = suite::leave_in_turn<Wires>();
  say("pressure", filled.pressure);
  say("trace", filled.trace && left.trace);
  say("told", left.told);
  say("first", left.first);
  if constexpr (Threads) say("wakes", suite::wakes<Wires>());
  say("ends", ended);
  return all;
}

}  // namespace tenure::sessions
