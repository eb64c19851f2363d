// SPDX-License-Identifier: BSL-1.0
// Every law holds, and every deliberate fault is found. An unoptimised build looks at a part of the states.
#include "tenure/ownership/model/laws.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

#include "support/catch.hpp"

namespace m = tenure::model;

namespace {
#ifdef NDEBUG
constexpr m::bound in = m::full_bound;
constexpr std::uint64_t at_least = 1'000'000;
#else
constexpr m::bound in = m::quick_bound;
constexpr std::uint64_t at_least = 100'000;
#endif
}  // namespace

TEST_CASE("model: the laws hold in every state within the bound") {
  std::uint64_t states = 0;
  for (m::law const& law : m::laws()) {
    m::outcome const o = law.check({}, in);
    INFO(law.id << " " << law.sentence << "\n" << (o.found ? text(*o.found) : ""));
    CHECK_FALSE(o.found);
    CHECK(o.states > 0);
    states += o.states;
  }
  CHECK(states >= at_least);
}

TEST_CASE("model: a check that does not find the fault of its law is no check") {
  for (m::law const& law : m::laws()) {
    CHECK_FALSE(law.broken_by.empty());
    for (m::fault const fault : law.broken_by) {
      m::outcome const o = law.check({fault}, in);
      INFO(law.id << " " << law.title << ", fault " << static_cast<int>(fault));
      REQUIRE(o.found);
      CHECK_FALSE(o.found->what.empty());
      CHECK_FALSE(o.found->before.empty());
    }
  }
}

TEST_CASE("model: every fault belongs to one law, and every law is there once") {
  std::multiset<m::fault> faults;
  std::set<std::string> ids;
  for (m::law const& law : m::laws()) {
    faults.insert(law.broken_by.begin(), law.broken_by.end());
    ids.insert(law.id);
  }
  CHECK(ids.size() == 30);
  for (int n = 1; n <= 22; ++n) CHECK(ids.contains("R" + std::to_string(n)));
  for (int n = 1; n <= 8; ++n) CHECK(ids.contains("N" + std::to_string(n)));
  for (auto f = 1; f <= static_cast<int>(m::fault::cell_mode_to_shared); ++f) {
    INFO("fault " << f);
    CHECK(faults.count(static_cast<m::fault>(f)) == 1);
  }
}

TEST_CASE("model: a run is the same every time") {
  for (m::law const& law : m::laws()) {
    if (law.id != "R12" && law.id != "R17" && law.id != "N1") continue;
    CHECK(law.check({}, in).states == law.check({}, in).states);
    m::outcome const once = law.check({law.broken_by[0]}, in), again = law.check({law.broken_by[0]}, in);
    CHECK(once.states == again.states);
    CHECK(once.found == again.found);
  }
}

TEST_CASE("model: witnesses show the steps") {
  auto const of = [](std::string const& id) {
    auto const& law = *std::ranges::find(m::laws(), id, &m::law::id);
    return *law.check({law.broken_by[0]}, in).found;
  };
  m::witness const deep = of("N1");
  CHECK(deep.given[0] == "a shared Cell<Result<bool, i32>> gives a shared Cell<bool> at byte 1");
  CHECK(deep.what == "the value is none of {0,1}, which thread 0 expects");
  CHECK(deep.before == "memory 0:0 1:0 2:0 3:0 | frame 4:0 5:0 6:0");
  CHECK(deep.after == "memory 0:0 1:0 2:0 3:0 | frame 4:1 5:2 6:0");
  CHECK(deep.steps.size() == 3);  // set Err(2), and read what was Ok(false)

  m::witness const copied = of("N6");
  CHECK(copied.what == "cell 0 is used after it was freed");
  m::witness const sent = of("N7");
  CHECK(sent.what == "thread 1 unlocks what thread 0 has locked");
  m::witness const raced = of("R7");
  CHECK(raced.what == "data race: thread 0 is at the same cells");
}
