// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/place.hpp"

#include <memory>

#include "viewed.hpp"

using namespace compiler;
using shape::expect;
using tenure::views::loan;
using tenure::views::place;

namespace {

CALLED void check(place<session>& s, std::vector<name> const& used) {
  s.call(session::start);
  auto const reading = s.lend<shr<names>>();
  for (name const each : used) {
    auto const& spelling = session::spelling(reading, each);
    if (spelling.size() > 1) s.call(session::report, spelling);
  }
}

void rest(place<session>& s) {
  s.call(session::report, "a remark");
  {
    auto const reading = s.lend<shr<names>>();
    expect(session::spellings(reading) == 4, "who reports does not intern");
    auto const& spelling = session::spelling(reading, 0);
#if CASE == CHANGES_WHAT_IT_READS
    s.call(session::intern, "another");
#endif
    expect(spelling == "x", "still what it was");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::unique_ptr<loan<session, shr<names>>> kept;
    {
      place<session> shorter;
      kept.reset(new loan<session, shr<names>>(shorter.lend<shr<names>>()));
    }
    expect(session::spelling(*kept, 0) == "x", "the spelling is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto const one = s.lend<shr<names>>();
    auto const other = s.lend<shr<names>>();
    expect(session::spelling(one, 0) != session::spelling(other, 1), "two read one thing");
  }
#endif
  s.call(session::intern, "last");
}

}  // namespace

int main(int argc, char** argv) {
  place<session> s;
  auto const used = uses();
  constexpr auto passed = shape::bytes<&session::start, &session::spelling, &session::report>;
  return shape::run(
      argc, argv, passed,
      [&] {
        check(s, used);
        auto const reading = s.lend<shr<diagnostics>>();
        expect(session::reports(reading).size() == reported, "three diagnostics");
      },
      [&] { rest(s); });
}
