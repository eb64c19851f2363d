// SPDX-License-Identifier: BSL-1.0
// rc and arc against a model: values known by a number, each with so many strong and weak handles. After
// every command all counts, all upgrades and the set of values that have ended must agree.
#include <algorithm>
#include <cstddef>
#include <ostream>
#include <set>
#include <utility>
#include <vector>

#include "support/property.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/rc.hpp"

namespace {

/// Says when it ends. A shell that was moved from says nothing.
class reported {
  int id_;
  std::multiset<int>* ended_;

 public:
  reported(int id, std::multiset<int>& ended) : id_{id}, ended_{&ended} {}
  reported(reported&& other) noexcept : id_{other.id_}, ended_{std::exchange(other.ended_, nullptr)} {}
  reported& operator=(reported&&) = delete;
  ~reported() {
    if (ended_ != nullptr) ended_->insert(id_);
  }
  int id() const { return id_; }
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, reported> : tenure::yes {};

namespace {

/// Handles by position; each names the value it refers to.
struct model {
  std::vector<int> strong;
  std::vector<int> weak;
  std::multiset<int> ended;
  int made = 0;

  std::size_t strong_of(int id) const {
    return static_cast<std::size_t>(std::count(strong.begin(), strong.end(), id));
  }
  std::size_t weak_of(int id) const {
    return static_cast<std::size_t>(std::count(weak.begin(), weak.end(), id));
  }
  void drop_strong(std::size_t at) {
    int const id = strong[at];
    strong.erase(strong.begin() + static_cast<std::ptrdiff_t>(at));
    if (strong_of(id) == 0) ended.insert(id);
  }
};

template <class Counts>
struct system_of {
  using handle = tenure::counted<reported, Counts>;
  std::multiset<int> ended;  // first, so that it outlives the values
  std::vector<handle> strong;
  std::vector<typename handle::weak_type> weak;
};

enum class act {
  make,
  make_cyclic,
  clone,
  downgrade,
  upgrade,
  clone_weak,
  drop_strong,
  drop_weak,
  assign,
  unwrap,
  write,
  count
};

template <class Counts>
struct command : rc::state::Command<model, system_of<Counts>> {
  using sut = system_of<Counts>;
  using handle = typename sut::handle;
  act what = *rc::gen::map(rc::gen::inRange(0, static_cast<int>(act::count)),
                           [](int i) { return static_cast<act>(i); });
  std::size_t first = *rc::gen::inRange<std::size_t>(0, 1000);
  std::size_t second = *rc::gen::inRange<std::size_t>(0, 1000);

  bool on_weak() const { return what == act::upgrade || what == act::clone_weak || what == act::drop_weak; }
  bool makes() const { return what == act::make || what == act::make_cyclic; }

  void checkPreconditions(model const& now) const override {
    if (!makes()) RC_PRE(!(on_weak() ? now.weak : now.strong).empty());
  }

  void apply(model& now) const override {
    std::size_t const s = now.strong.empty() ? 0 : first % now.strong.size();
    std::size_t const w = now.weak.empty() ? 0 : first % now.weak.size();
    switch (what) {
      case act::make_cyclic:
        now.weak.push_back(now.made);
        [[fallthrough]];
      case act::make:
        now.strong.push_back(now.made++);
        break;
      case act::clone:
        now.strong.push_back(now.strong[s]);
        break;
      case act::downgrade:
        now.weak.push_back(now.strong[s]);
        break;
      case act::upgrade:
        if (now.strong_of(now.weak[w]) != 0) now.strong.push_back(now.weak[w]);
        break;
      case act::clone_weak:
        now.weak.push_back(now.weak[w]);
        break;
      case act::drop_strong:
        now.drop_strong(s);
        break;
      case act::drop_weak:
        now.weak.erase(now.weak.begin() + static_cast<std::ptrdiff_t>(w));
        break;
      case act::assign: {  // a clone of one over another
        int const id = now.strong[second % now.strong.size()];
        now.strong.push_back(id);
        now.drop_strong(s);
        now.strong.pop_back();
        now.strong.insert(now.strong.begin() + static_cast<std::ptrdiff_t>(s), id);
        break;
      }
      case act::unwrap:
        if (now.strong_of(now.strong[s]) == 1) now.drop_strong(s);
        break;
      case act::write:
      case act::count:
        break;
    }
  }

  void run(model const& before, sut& real) const override {
    std::size_t const s = real.strong.empty() ? 0 : first % real.strong.size();
    std::size_t const w = real.weak.empty() ? 0 : first % real.weak.size();
    auto const at = static_cast<std::ptrdiff_t>(on_weak() ? w : s);
    switch (what) {
      case act::make:
        real.strong.push_back(handle::make(before.made, real.ended));
        break;
      case act::make_cyclic:
        real.strong.push_back(handle::make_cyclic([&](auto const& self) {
          real.weak.push_back(self.clone());
          return reported{before.made, real.ended};
        }));
        break;
      case act::clone:
        real.strong.push_back(real.strong[s].clone());
        break;
      case act::downgrade:
        real.weak.push_back(real.strong[s].downgrade());
        break;
      case act::upgrade: {
        auto got = real.weak[w].upgrade();
        RC_ASSERT(got.has_value() == (before.strong_of(before.weak[w]) != 0));
        if (got) real.strong.push_back(std::move(*got));
        break;
      }
      case act::clone_weak:
        real.weak.push_back(real.weak[w].clone());
        break;
      case act::drop_strong:
        real.strong.erase(real.strong.begin() + at);
        break;
      case act::drop_weak:
        real.weak.erase(real.weak.begin() + at);
        break;
      case act::assign:
        real.strong[s] = real.strong[second % real.strong.size()].clone();
        break;
      case act::unwrap: {
        auto out = std::move(real.strong[s]).try_unwrap();
        RC_ASSERT(out.has_value() == (before.strong_of(before.strong[s]) == 1));
        if (out) {
          RC_ASSERT(out->id() == before.strong[s]);
          real.strong.erase(real.strong.begin() + at);
        } else {
          real.strong[s] = std::move(out.error());
        }
        break;
      }
      case act::write: {
        int const id = before.strong[s];
        bool const sole = before.strong_of(id) == 1 && before.weak_of(id) == 0;
        RC_ASSERT((real.strong[s].get_mut() != nullptr) == sole);
        break;
      }
      case act::count:
        break;
    }
    agree(this->nextState(before), real);
  }

  static void agree(model const& expected, sut const& real) {
    RC_ASSERT(real.ended == expected.ended);
    RC_ASSERT(real.strong.size() == expected.strong.size());
    RC_ASSERT(real.weak.size() == expected.weak.size());
    for (std::size_t i = 0; i < real.strong.size(); ++i) {
      int const id = expected.strong[i];
      RC_ASSERT(real.strong[i]->id() == id);
      RC_ASSERT(real.strong[i].strong_count() == expected.strong_of(id));
      RC_ASSERT(real.strong[i].weak_count() == expected.weak_of(id));
      RC_ASSERT(real.strong[i].ptr_eq(real.strong[0]) == (id == expected.strong[0]));
    }
    for (std::size_t i = 0; i < real.weak.size(); ++i) {
      RC_ASSERT(real.weak[i].strong_count() == expected.strong_of(expected.weak[i]));
      RC_ASSERT(real.weak[i].weak_count() == expected.weak_of(expected.weak[i]));
    }
  }

  void show(std::ostream& out) const override {
    out << "act " << static_cast<int>(what) << " on " << first << ", " << second;
  }
};

template <class Counts>
void handles_agree_with_the_model() {
  system_of<Counts> real;
  rc::state::check(model{}, real, rc::state::gen::execOneOfWithArgs<command<Counts>>());
}

TEST_CASE("counted handles against a model of strong and weak counts") {
  rc::prop("rc", [] { handles_agree_with_the_model<tenure::one_thread>(); });
  rc::prop("arc", [] { handles_agree_with_the_model<tenure::many_threads>(); });
}

}  // namespace
