// SPDX-License-Identifier: BSL-1.0
// place<T> against a model of loans: for each smallest field the number of readers and of writers. Random
// loans are lent, split and ended in any order; after each step the place and the model agree on every grant.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "support/death.hpp"
#include "support/property.hpp"
#include "tenure/views.hpp"

namespace {

using namespace tenure::views;
using tenure::is_checked;
using tenure::test::traps;

struct pair {
  int c = 0;
  int d = 0;
};
struct object {
  int a = 0;
  std::string b;
  pair cd;
};
using a = field<&object::a>;
using b = field<&object::b>;
using cd = field<&object::cd>;
using c = path<&object::cd, &pair::c>;
using d = path<&object::cd, &pair::d>;

/// One loan of the model: which of a, b, c, d it reads (and writes), a bit each.
struct entry {
  unsigned reads;
  unsigned writes;

  bool bars(entry other) const { return (writes & other.reads) != 0 || (reads & other.writes) != 0; }
};

class held {
 public:
  held() = default;
  held(held const&) = delete;
  held& operator=(held const&) = delete;
  virtual ~held() = default;
  virtual void end(std::size_t part) = 0;
};

template <class... G>
class held_loan final : public held {
  loan<object, G...> loan_;

 public:
  explicit held_loan(place<object>& from) : loan_(from.lend<G...>()) {}
  void end(std::size_t) override {
    static_cast<loan_part<object, G...>&>(loan_).end();
  }  // Clang follows no members
};

template <class P, class Q>
class held_parts final : public held {
  two_loans<object, P, Q> parts_;

  static auto parts_of(place<object>& from) -> two_loans<object, P, Q> {
    auto both = from.lend<P, Q>();
    return both.template split<P, Q>();
  }

 public:
  explicit held_parts(place<object>& from) : parts_(parts_of(from)) {}
  void end(std::size_t part) override { part == 0 ? parts_.first.end() : parts_.second.end(); }
};

/// A grant, or two that are lent together and split.
struct kind {
  std::vector<entry> parts;
  bool (*lendable)(place<object>&);
  std::unique_ptr<held> (*lend)(place<object>&);

  template <class... G>
  static auto whole(entry means) -> kind {
    return {{means},
            [](place<object>& p) { return p.lendable<G...>(); },
            [](place<object>& p) -> std::unique_ptr<held> { return std::make_unique<held_loan<G...>>(p); }};
  }
  template <class P, class Q>
  static auto split(entry p, entry q) -> kind {
    return {{p, q},
            [](place<object>& from) { return from.lendable<P, Q>(); },
            [](place<object>& from) -> std::unique_ptr<held> {
              return std::make_unique<held_parts<P, Q>>(from);
            }};
  }
};

auto kinds() -> std::vector<kind> const& {
  static std::vector<kind> const list{
      kind::whole<shr<a>>({1, 0}),
      kind::whole<mut<a>>({1, 1}),
      kind::whole<mut<nth<0>, b>>({3, 3}),
      kind::whole<shr<a, b>>({3, 0}),
      kind::whole<shr<b>, mut<c>>({6, 4}),
      kind::whole<shr<cd>>({12, 0}),
      kind::whole<mut<cd>>({12, 12}),
      kind::whole<shr<d>>({8, 0}),
      kind::whole<mut<path<2, 1>>>({8, 8}),
      kind::whole<shr<all>>({15, 0}),
      kind::whole<mut<all_but<cd>>>({3, 3}),
      kind::whole<mut<except<cd, c>>>({8, 8}),
      kind::whole<shr<>>({0, 0}),
      kind::split<mut<a>, mut<cd>>({1, 1}, {12, 12}),
      kind::split<shr<b>, mut<d>>({2, 0}, {8, 8}),
      kind::split<shr<a, c>, shr<c, d>>({5, 0}, {12, 0}),
  };
  return list;
}

struct living {
  std::unique_ptr<held> loan;
  std::vector<entry> parts;
  std::vector<std::size_t> open;  // positions of the parts that have not ended
};

auto free_in(std::vector<living> const& lives, kind const& wanted) -> bool {
  for (auto const& life : lives) {
    for (std::size_t const i : life.open) {
      for (entry const want : wanted.parts) {
        if (life.parts[i].bars(want)) return false;
      }
    }
  }
  return true;
}

void agree(place<object>& from, std::vector<living> const& lives) {
  for (kind const& any : kinds()) RC_ASSERT(any.lendable(from) == (!is_checked || free_in(lives, any)));
}

}  // namespace

TEST_CASE("A place lends what the model says is free") {
  rc::prop("after any sequence of loans and their ends", [](std::vector<std::uint8_t> const& steps) {
    place<object> from;
    std::vector<living> lives;
    for (std::uint8_t const step : steps) {
      std::size_t const choice = step / 2U;
      if (step % 2U == 0) {
        kind const& wanted = kinds()[choice % kinds().size()];
        if (!free_in(lives, wanted)) continue;
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < wanted.parts.size(); ++i) open.push_back(i);
        lives.push_back({wanted.lend(from), wanted.parts, std::move(open)});
      } else if (!lives.empty()) {
        auto const at = lives.begin() + static_cast<std::ptrdiff_t>(choice % lives.size());
        if (at->open.size() > 1) {  // one part ends, the other one lives on
          auto const which = at->open.begin() + static_cast<std::ptrdiff_t>((choice / lives.size()) % 2);
          at->loan->end(*which);
          at->open.erase(which);
        } else if (choice % 3 == 0 && at->open.size() == 1) {  // an end before the loan's destruction
          at->loan->end(at->open.front());
          at->open.clear();
        } else {
          lives.erase(at);
        }
      }
      agree(from, lives);
    }
    lives.clear();
    agree(from, lives);
  });

  rc::prop("and a loan that the model refuses is a trap", [](std::uint8_t first, std::uint8_t second) {
    kind const& one = kinds()[first % kinds().size()];
    kind const& two = kinds()[second % kinds().size()];
    std::vector<living> lives;
    lives.push_back({nullptr, one.parts, {0}});
    if (one.parts.size() == 2) lives.back().open.push_back(1);
    bool const refused = traps("[views.overlap]", [&] {
      place<object> from;
      auto const held_first = one.lend(from);
      auto const held_second = two.lend(from);
    });
    RC_ASSERT(refused == (is_checked && !free_in(lives, two)));
  });
}
