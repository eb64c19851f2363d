// SPDX-License-Identifier: BSL-1.0
// A model of slots, owns and boxes against the real ones. The model is a table of values and of who owns
// them; the real ones write every end of a value into a log. After each command both must agree on what is
// alive, where it is, and which values have ended in which order.
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "support/death.hpp"
#include "support/property.hpp"
#include "tenure/ownership/box.hpp"
#include "tenure/ownership/own.hpp"
#include "tenure/ownership/slot.hpp"

namespace {

using namespace tenure;

constexpr int slots = 3;
constexpr int hands = 5;
constexpr int boxes = 2;

/// Writes its end into a log.
class part {
  std::vector<int>* log_;
  int id_;

 public:
  part(std::vector<int>& log, int id) : log_{&log}, id_{id} {}
  part(part&& other) noexcept : log_{other.log_}, id_{std::exchange(other.id_, 0)} {}
  ~part() {
    if (id_ != 0) log_->push_back(id_);
  }
  int id() const { return id_; }
};

struct value {
  part left, right;
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, part> : tenure::yes {};

namespace {

/// Who owns what: ids of live parts; a value of id n has the parts n and n + 1.
struct model {
  enum class kind { none, whole, left, right, raw };
  struct hand {
    kind holds = kind::none;
    int place = 0;  ///< a slot, or, from `slots` on, a box
    int id = 0;     ///< of the value, or of the one part
  };
  enum class home { none, vacant, full };

  std::array<hand, hands> hand_;
  std::array<home, boxes> box_{};
  std::array<int, boxes> content_{};
  std::vector<int> log;
  int next = 1;

  bool is_free(int h) const { return hand_[static_cast<std::size_t>(h)].holds == kind::none; }
  bool lent(int place) const {
    for (auto const& each : hand_) {
      if (each.holds != kind::none && each.place == place) return true;
    }
    return false;
  }
  static void end(hand& it, std::vector<int>& into) {
    if (it.holds == kind::whole || it.holds == kind::raw) {
      into.push_back(it.id + 1);  // fields end in reverse order
      into.push_back(it.id);
    } else if (it.holds != kind::none) {
      into.push_back(it.id);
    }
    it = {};
  }
};

/// The real ones. Hands come last, so that they end before the storage does.
struct real {
  std::vector<int> log;
  std::array<slot<value>, slots> slot_;
  std::array<std::optional<vacant_box<value>>, boxes> vacant;
  std::array<std::optional<box<value>>, boxes> full;
  std::array<std::optional<own<value>>, hands> whole;
  std::array<std::optional<own<part>>, hands> piece;
  std::array<value*, hands> raw{};

  real() = default;
  real(real const&) = delete;
  real& operator=(real const&) = delete;
  ~real() {
    for (auto* left : raw) {
      if (left != nullptr) auto end = own<value>::from_raw(left);
    }
  }
};

using command = rc::state::Command<model, real>;

void check(model const& m, real const& r) {
  RC_ASSERT(m.log == r.log);
  for (std::size_t h = 0; h < hands; ++h) {
    auto const& it = m.hand_[h];
    using kind = model::kind;
    RC_ASSERT(r.whole[h].has_value() == (it.holds == kind::whole));
    RC_ASSERT(r.piece[h].has_value() == (it.holds == kind::left || it.holds == kind::right));
    RC_ASSERT((r.raw[h] != nullptr) == (it.holds == kind::raw));
    if (r.whole[h]) {
      RC_ASSERT((*r.whole[h])->left.id() == it.id);
      RC_ASSERT((*r.whole[h])->right.id() == it.id + 1);
    }
    if (r.piece[h]) RC_ASSERT((*r.piece[h])->id() == it.id);
    if (r.raw[h] != nullptr) RC_ASSERT(r.raw[h]->left.id() == it.id);
  }
  for (std::size_t b = 0; b < boxes; ++b) {
    RC_ASSERT(r.full[b].has_value() == (m.box_[b] == model::home::full));
    RC_ASSERT(r.vacant[b].has_value() == (m.box_[b] == model::home::vacant));
    if (r.full[b]) RC_ASSERT((*r.full[b])->left.id() == m.content_[b]);
  }
}

/// A command with up to two numbers; `Act` says when it may run and what it does to the model and the real.
template <class Act>
struct step : command {
  std::size_t a = 0, b = 0;

  explicit step(model const&)
      : a{static_cast<std::size_t>(*rc::gen::inRange(0, Act::first))},
        b{static_cast<std::size_t>(*rc::gen::inRange(0, Act::second))} {}

  void checkPreconditions(model const& m) const override { RC_PRE(Act::may(m, a, b)); }
  void apply(model& m) const override { Act::model_of(m, a, b); }
  void run(model const& before, real& r) const override {
    model after = before;
    Act::model_of(after, a, b);
    Act::act(before, r, a, b);
    check(after, r);
  }
  void show(std::ostream& out) const override { out << Act::name << '(' << a << ", " << b << ')'; }
};

using std::size_t;

template <bool With>
struct emplace {
  static constexpr int first = slots, second = hands;
  static constexpr char const* name = With ? "emplace_with" : "emplace";
  static bool may(model const& m, size_t s, size_t h) {
    return m.is_free(static_cast<int>(h)) && !m.lent(static_cast<int>(s));
  }
  static void model_of(model& m, size_t s, size_t h) {
    m.hand_[h] = {model::kind::whole, static_cast<int>(s), m.next};
    m.next += 2;
  }
  static void act(model const& m, real& r, size_t s, size_t h) {
    if constexpr (With) {
      r.whole[h].emplace(
          r.slot_[s].emplace_with([&] { return value{{r.log, m.next}, {r.log, m.next + 1}}; }));
    } else {
      r.whole[h].emplace(r.slot_[s].emplace(part{r.log, m.next}, part{r.log, m.next + 1}));
    }
  }
};

struct hand_over {
  static constexpr int first = hands, second = hands;
  static constexpr char const* name = "hand_over";
  static bool may(model const& m, size_t from, size_t to) {
    return m.hand_[from].holds == model::kind::whole && m.is_free(static_cast<int>(to));
  }
  static void model_of(model& m, size_t from, size_t to) { m.hand_[to] = std::exchange(m.hand_[from], {}); }
  static void act(model const&, real& r, size_t from, size_t to) {
    r.whole[to].emplace(*std::move(r.whole[from]));
    r.whole[from].reset();
  }
};

struct assign {
  static constexpr int first = hands, second = hands;
  static constexpr char const* name = "assign";
  static bool may(model const& m, size_t from, size_t to) {
    return from != to && m.hand_[from].holds == model::kind::whole && m.hand_[to].holds == model::kind::whole;
  }
  static void model_of(model& m, size_t from, size_t to) {
    model::end(m.hand_[to], m.log);
    m.hand_[to] = std::exchange(m.hand_[from], {});
  }
  static void act(model const&, real& r, size_t from, size_t to) {
    *r.whole[to] = *std::move(r.whole[from]);
    r.whole[from].reset();
  }
};

struct drop {
  static constexpr int first = hands, second = 1;
  static constexpr char const* name = "drop";
  static bool may(model const& m, size_t h, size_t) {
    return m.hand_[h].holds != model::kind::none && m.hand_[h].holds != model::kind::raw;
  }
  static void model_of(model& m, size_t h, size_t) { model::end(m.hand_[h], m.log); }
  static void act(model const&, real& r, size_t h, size_t) {
    r.whole[h].reset();
    r.piece[h].reset();
  }
};

struct take {
  static constexpr int first = hands, second = 1;
  static constexpr char const* name = "take";
  static bool may(model const& m, size_t h, size_t) { return drop::may(m, h, 0); }
  static void model_of(model& m, size_t h, size_t) { model::end(m.hand_[h], m.log); }
  static void act(model const& m, real& r, size_t h, size_t) {
    if (r.whole[h]) {
      value const taken = (*std::move(r.whole[h])).take();
      RC_ASSERT(r.log == m.log);  // moved, so nothing has ended yet
      RC_ASSERT(taken.left.id() == m.hand_[h].id);
    } else {
      part const taken = (*std::move(r.piece[h])).take();
      RC_ASSERT(r.log == m.log);
      RC_ASSERT(taken.id() == m.hand_[h].id);
    }
    r.whole[h].reset();
    r.piece[h].reset();
  }
};

struct split {
  static constexpr int first = hands, second = hands;
  static constexpr char const* name = "split";
  static bool may(model const& m, size_t from, size_t to) {
    return m.hand_[from].holds == model::kind::whole && m.is_free(static_cast<int>(to));
  }
  static void model_of(model& m, size_t from, size_t to) {
    auto const whole = m.hand_[from];
    m.hand_[from] = {model::kind::left, whole.place, whole.id};
    m.hand_[to] = {model::kind::right, whole.place, whole.id + 1};
  }
  static void act(model const&, real& r, size_t from, size_t to) {
    auto [left, right] = (*std::move(r.whole[from])).split();
    r.piece[from].emplace(std::move(left));
    r.piece[to].emplace(std::move(right));
    r.whole[from].reset();
  }
};

struct release {
  static constexpr int first = hands, second = 1;
  static constexpr char const* name = "release";
  static bool may(model const& m, size_t h, size_t) { return m.hand_[h].holds == model::kind::whole; }
  static void model_of(model& m, size_t h, size_t) { m.hand_[h].holds = model::kind::raw; }
  static void act(model const&, real& r, size_t h, size_t) {
    r.raw[h] = (*std::move(r.whole[h])).release();
    r.whole[h].reset();
  }
};

struct from_raw {
  static constexpr int first = hands, second = 1;
  static constexpr char const* name = "from_raw";
  static bool may(model const& m, size_t h, size_t) { return m.hand_[h].holds == model::kind::raw; }
  static void model_of(model& m, size_t h, size_t) { m.hand_[h].holds = model::kind::whole; }
  static void act(model const&, real& r, size_t h, size_t) {
    r.whole[h].emplace(own<value>::from_raw(std::exchange(r.raw[h], nullptr)));
  }
};

struct make_box {
  static constexpr int first = boxes, second = 1;
  static constexpr char const* name = "box::make";
  static bool may(model const& m, size_t b, size_t) { return m.box_[b] == model::home::none; }
  static void model_of(model& m, size_t b, size_t) {
    m.box_[b] = model::home::full;
    m.content_[b] = m.next;
    m.next += 2;
  }
  static void act(model const& m, real& r, size_t b, size_t) {
    r.full[b].emplace(box<value>::make(part{r.log, m.next}, part{r.log, m.next + 1}));
  }
};

struct drop_box {
  static constexpr int first = boxes, second = 1;
  static constexpr char const* name = "drop box";
  static bool may(model const& m, size_t b, size_t) {
    return m.box_[b] != model::home::none && !m.lent(static_cast<int>(slots + b));
  }
  static void model_of(model& m, size_t b, size_t) {
    if (m.box_[b] == model::home::full) {
      m.log.push_back(m.content_[b] + 1);
      m.log.push_back(m.content_[b]);
    }
    m.box_[b] = model::home::none;
  }
  static void act(model const&, real& r, size_t b, size_t) {
    r.full[b].reset();
    r.vacant[b].reset();
  }
};

struct take_out {
  static constexpr int first = boxes, second = hands;
  static constexpr char const* name = "take_out";
  static bool may(model const& m, size_t b, size_t h) {
    return m.box_[b] == model::home::full && m.is_free(static_cast<int>(h));
  }
  static void model_of(model& m, size_t b, size_t h) {
    m.box_[b] = model::home::vacant;
    m.hand_[h] = {model::kind::whole, static_cast<int>(slots + b), m.content_[b]};
  }
  static void act(model const&, real& r, size_t b, size_t h) {
    auto [home, content] = (*std::move(r.full[b])).take_out();
    r.vacant[b].emplace(std::move(home));
    r.whole[h].emplace(std::move(content));
    r.full[b].reset();
  }
};

struct put_back {
  static constexpr int first = boxes, second = hands;
  static constexpr char const* name = "put_back";
  static bool may(model const& m, size_t b, size_t h) {
    return m.box_[b] == model::home::vacant && m.hand_[h].holds == model::kind::whole &&
           m.hand_[h].place == static_cast<int>(slots + b);
  }
  static void model_of(model& m, size_t b, size_t h) {
    m.box_[b] = model::home::full;
    m.content_[b] = m.hand_[h].id;
    m.hand_[h] = {};
  }
  static void act(model const&, real& r, size_t b, size_t h) {
    r.full[b].emplace((*std::move(r.vacant[b])).put_back(*std::move(r.whole[h])));
    r.vacant[b].reset();
    r.whole[h].reset();
  }
};

struct refill {
  static constexpr int first = boxes, second = 1;
  static constexpr char const* name = "refill";
  static bool may(model const& m, size_t b, size_t) {
    return m.box_[b] == model::home::vacant && !m.lent(static_cast<int>(slots + b));
  }
  static void model_of(model& m, size_t b, size_t) {
    m.box_[b] = model::home::full;
    m.content_[b] = m.next;
    m.next += 2;
  }
  static void act(model const& m, real& r, size_t b, size_t) {
    r.full[b].emplace(
        (*std::move(r.vacant[b])).emplace_with([&] { return value{{r.log, m.next}, {r.log, m.next + 1}}; }));
    r.vacant[b].reset();
  }
};

#if TENURE_CHECKED

/// Tries, in a child, what the model forbids: to fill a slot that is lent, a vacant box whose content is
/// lent. The reverse, that nothing else is refused, is what all other commands show.
struct refuse {
  static constexpr int first = slots + boxes, second = 1;
  static constexpr char const* name = "refuse";
  static bool may(model const& m, size_t place, size_t) {
    if (m.next % 8 != 1 || !m.lent(static_cast<int>(place))) return false;  // a sample: each is a process
    return place < slots || m.box_[place - slots] == model::home::vacant;
  }
  static void model_of(model&, size_t, size_t) {}
  static void act(model const&, real& r, size_t place, size_t) {
    auto make = [&r] { return value{{r.log, -1}, {r.log, -2}}; };
    RC_ASSERT(test::traps("[ownership.lent]", [&] {
      if (place < slots) {
        auto o = r.slot_[place].emplace_with(make);
      } else {
        auto b = (*std::move(r.vacant[place - slots])).emplace_with(make);
      }
    }));
  }
};

#endif

}  // namespace

TEST_CASE("Slots, owns and boxes behave as a table of who owns what") {
  rc::prop("whatever is done with them, in whatever order", [] {
    real r;
    rc::state::check(
        model{}, r,
        rc::state::gen::execOneOfWithArgs<step<emplace<false>>, step<emplace<true>>, step<hand_over>,
                                          step<assign>, step<drop>, step<take>, step<split>, step<release>,
                                          step<from_raw>, step<make_box>, step<drop_box>, step<take_out>,
                                          step<put_back>, step<refill>>());
  });
}

#if TENURE_CHECKED

TEST_CASE("A storage refuses exactly while the model says that it is lent") {
  rc::prop("after any history", [] {
    real r;
    rc::state::check(
        model{}, r,
        rc::state::gen::execOneOfWithArgs<step<emplace<false>>, step<drop>, step<take>, step<split>,
                                          step<release>, step<from_raw>, step<make_box>, step<take_out>,
                                          step<put_back>, step<refill>, step<refuse>>());
  });
}

#endif
