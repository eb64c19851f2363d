// SPDX-License-Identifier: BSL-1.0
#include "compiler.hpp"

using namespace compiler;
using shape::expect;

namespace {

struct session {
  interner names;
  std::vector<std::string> diagnostics;
};

CALLED auto spelling(interner const& names, name of) -> std::string const& { return names.spellings[of]; }
CALLED auto intern(interner& names, std::string_view spelling) -> name { return names.intern(spelling); }
CALLED void start(std::vector<std::string>& diagnostics) { diagnostics.clear(); }
CALLED void report(std::vector<std::string>& diagnostics, std::string_view about) {
#if CASE == UNDECLARED_FIELD
  names.intern("error");
#endif
  diagnostics.emplace_back(about);
}

CALLED void check(session& s, std::vector<name> const& used) {
  start(s.diagnostics);
  for (name const each : used) {
    auto const& spelt = spelling(s.names, each);
    if (spelt.size() > 1) report(s.diagnostics, spelt);
  }
}

void rest(session& s) {
  expect(s.names.spellings.size() == 4, "who reports does not intern");
  {
    auto const& spelt = spelling(s.names, 0);
#if CASE == CHANGES_WHAT_IT_READS
    intern(s.names, "another");
#endif
    expect(spelt == "x", "still what it was");
  }
#if CASE == KEPT_TOO_LONG
  {
    interner const* kept = nullptr;
    {
      session shorter;
      kept = &shorter.names;
    }
    expect(spelling(*kept, 0) == "x", "the spelling is there");
  }
#endif
#if CASE == TWO_READERS
  {
    interner const& one = s.names;
    interner const& other = s.names;
    expect(spelling(one, 0) != spelling(other, 1), "two read one thing");
  }
#endif
  intern(s.names, "last");
}

}  // namespace

int main(int argc, char** argv) {
  session s;
  auto const used = uses();
  constexpr auto passed = shape::bytes<&start, &spelling, &report>;
  return shape::run(
      argc, argv, passed,
      [&] {
        check(s, used);
        expect(s.diagnostics.size() == reported, "three diagnostics");
      },
      [&] { rest(s); });
}
