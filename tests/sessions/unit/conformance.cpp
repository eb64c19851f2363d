// SPDX-License-Identifier: BSL-1.0
#include "tenure/sessions/conformance.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "tenure/sessions/between_threads.hpp"
#include "tenure/sessions/ring.hpp"

namespace {

namespace g = tenure::sessions;
using g::conformance::parcel;

template <auto const& G>
struct rings {
  g::loopback<G, 8, g::faults::report> all;
  template <int Role>
  auto& at() {
    return all;
  }
};

template <auto const& G>
struct threads {
  g::between_threads<G> all;
  template <int Role>
  auto& at() {
    return all;
  }
};

enum class breach {
  none,
  reorder,
  lose,
  duplicate,
  mix_pairs,
  mix_sessions,
  spoil,
  bottomless,
  used_up,
  grab_when_later,
  put_when_later,
  take_by_looking,
  keep_to_oneself,
  last_fault,
  keep_for_ever,
  sleep
};
breach chosen = breach::none;
int puts = 0;
std::vector<parcel> kept_for_ever;

/// A carrier that is sound but for the breach that was chosen.
template <auto const& G>
class faulty : public g::between_threads<G> {
  using sound = g::between_threads<G>;
  static inline std::vector<faulty*> alive;
  std::optional<parcel> held_;
  bool was_full_ = false;
  g::fault last_{};

  static bool now(breach s, parcel const& p) {
    return chosen == s && p.number > 0 && (++puts % 7 == 0 || s == breach::keep_for_ever);
  }
  template <int From, int To, int Id>
  g::outcome put_soundly(parcel&& p) {
    return sound::template put<From, To, Id>(std::move(p));
  }

 public:
  faulty() { alive.push_back(this); }
  ~faulty() { std::erase(alive, this); }

  template <int From, int To, int Id, class M>
  g::outcome put(M&& given) {
    using enum g::outcome;
    parcel& p = given;
    bool const room = sound::template room<From, To>();
    if (room && now(breach::lose, p)) return done;
    if (room && now(breach::duplicate, p)) put_soundly<From, To, Id>(parcel{p});
    if (room && now(breach::spoil, p)) p.text[1] = '?';
    if (room && now(breach::keep_for_ever, p)) kept_for_ever.push_back(p);
    if (now(breach::mix_pairs, p)) return put_soundly<From, 3 - From - To, Id>(std::move(p));
    if (now(breach::mix_sessions, p))
      return static_cast<sound&>(*alive.back()).template put<From, To, Id>(std::move(p));
    if (From == 0 && To == 1 && room && !held_ && now(breach::reorder, p)) return held_ = std::move(p), done;
    if (chosen == breach::used_up && was_full_) return later;
    g::outcome went = put_soundly<From, To, Id>(std::move(p));
    was_full_ = was_full_ || went == later;
    if (chosen == breach::bottomless && went == later) return done;
    if (chosen == breach::grab_when_later && went == later) parcel const taken = std::move(p);
    if (chosen == breach::put_when_later && went == later) held_ = p;
    if (From == 0 && To == 1 && held_ && room && put_soundly<From, To, Id>(std::move(*held_)) == done)
      held_.reset();
    return went;
  }
  template <int From, int To>
  int head() const noexcept {
    int const found = sound::template head<From, To>();
    if constexpr (From == 0 && To == 1) {
      auto& self = const_cast<faulty&>(*this);
      if (found != -1 && chosen == breach::take_by_looking &&
          self.sound::template front<0, 1, parcel>().number == 5)
        return self.sound::template pop<0, 1, parcel>(), sound::template head<0, 1>();
      if (found == -1 && chosen == breach::put_when_later && held_ && sound::template room<0, 1>()) {
        self.template put_soundly<0, 1, g::message_number<G, parcel>>(std::move(*self.held_));
        self.held_.reset();
      }
    }
    return found;
  }
  g::fault failure() const noexcept { return chosen == breach::last_fault ? last_ : sound::failure(); }
  template <int Self>
  void leave(g::fault why) noexcept {
    if (chosen == breach::keep_to_oneself) return sound::template finish<Self>();
    last_ = why;
    sound::template leave<Self>(why);
  }
  template <int Self, class Question>
  bool wait(Question question) {
    if (chosen == breach::sleep) std::this_thread::sleep_for(std::chrono::milliseconds{2300});
    return sound::template wait<Self>(question);
  }
};

template <auto const& G>
struct faulty_wires {
  faulty<G> all;
  template <int Role>
  auto& at() {
    return all;
  }
};

std::vector<std::string> broken_by(breach s) {
  chosen = s;
  puts = 0;
  std::vector<std::string> found;
  auto const note = [&](char const* check, bool kept) {
    if (!kept) found.emplace_back(check);
  };
  // the others are faulty in a way that threads must not meet
  bool const good =
      s == breach::sleep ? g::conform<faulty_wires>(note) : g::conform<faulty_wires, false>(note);
  CHECK(good == found.empty());
  kept_for_ever.clear();
  return found;
}

}  // namespace

TEST_CASE("the carriers in memory keep every premise") {
  auto const kept = [](char const* check, bool good) {
    INFO(check);
    CHECK(good);
  };
  CHECK(g::conform<rings, false>(kept));
  CHECK(g::conform<threads>(kept));
  CHECK(broken_by(breach::none) == std::vector<std::string>{});
}

TEST_CASE("every premise that a carrier breaks is found by the check of its name") {
  auto const [broken, check] = GENERATE(table<breach, std::string>({{breach::reorder, "order"},
                                                                    {breach::lose, "loss"},
                                                                    {breach::duplicate, "duplication"},
                                                                    {breach::mix_pairs, "pairs"},
                                                                    {breach::mix_sessions, "sessions"},
                                                                    {breach::spoil, "payload"},
                                                                    {breach::bottomless, "pressure"},
                                                                    {breach::used_up, "pressure"},
                                                                    {breach::grab_when_later, "trace"},
                                                                    {breach::put_when_later, "trace"},
                                                                    {breach::take_by_looking, "trace"},
                                                                    {breach::keep_to_oneself, "told"},
                                                                    {breach::last_fault, "first"},
                                                                    {breach::keep_for_ever, "ends"},
                                                                    {breach::sleep, "wakes"}}));
  auto const found = broken_by(broken);
  INFO(check);
  for (auto const& each : found) UNSCOPED_INFO("found: " + each);
  CHECK(std::find(found.begin(), found.end(), check) != found.end());
}
