// SPDX-License-Identifier: BSL-1.0
#include "viewed.hpp"

using namespace compiler;
using shape::expect;

namespace {

CALLED void check(view<session, mut<all>> whole, std::vector<name> const& used) {
  auto [reading, reporting] = std::move(whole).split<shr<names>, mut<diagnostics>>();
  session::start(reporting);
  for (name const each : used) {
    auto const& spelling = session::spelling(reading, each);
    if (spelling.size() > 1) session::report(reporting, spelling);
  }
}

void rest(session& s) {
  {
    auto [reading, reporting] = lend<mut<all>>(s).split<shr<names>, mut<diagnostics>>();
    session::report(reporting, "a remark");
    expect(session::spellings(reading) == 4, "who reports does not intern");
    auto const& spelling = session::spelling(reading, 0);
#if CASE == CHANGES_WHAT_IT_READS
    session::intern(reading, "another");
#endif
    expect(spelling == "x", "still what it was");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::optional<view<session, shr<names>>> kept;
    {
      session shorter;
      kept.emplace(lend<shr<names>>(shorter));
    }
    expect(session::spelling(*kept, 0) == "x", "the spelling is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto [one, other] = lend<mut<all>>(s).split<shr<names>, shr<names>>();
    expect(session::spelling(one, 0) != session::spelling(other, 1), "two read one thing");
  }
#endif
  session::intern(lend<mut<names>>(s), "last");
}

}  // namespace

int main(int argc, char** argv) {
  session s;
  auto const used = uses();
  constexpr auto passed = shape::bytes<&session::start, &session::spelling, &session::report>;
  return shape::run(
      argc, argv, passed,
      [&] {
        check(lend<mut<all>>(s), used);
        expect(session::reports(lend<shr<diagnostics>>(s)).size() == reported, "three diagnostics");
      },
      [&] { rest(s); });
}
