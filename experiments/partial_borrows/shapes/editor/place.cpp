// SPDX-License-Identifier: BSL-1.0
#include "tenure/views/place.hpp"

#include "viewed.hpp"

using namespace editor;
using shape::expect;
using tenure::views::place;

namespace {

CALLED void search(place<document>& d, std::string_view word) {
  d.call(document::unmark);
  auto const reading = d.lend<shr<lines>>();
  for (std::size_t i = 0; i != document::text(reading).size(); ++i) {
    auto const column = document::find(reading, i, word);
    if (column == std::string::npos) continue;
    d.call(document::mark, position{i, column});
    d.call(document::move_cursor, position{i, column});
  }
}

void rest(place<document>& d) {
  expect(d.call(document::other_end).line == 0, "who moves the cursor does not move the anchor");
  {
    auto const reading = d.lend<shr<lines>>();
    expect(document::text(reading).size() == 6, "who marks does not touch the lines");
    for (auto const& line : document::text(reading)) {
      expect(line.size() < 80, "a short line");
#if CASE == CHANGES_WHAT_IT_READS
      d.call(document::insert, "another");
#endif
    }
  }
  d.call(document::insert, "the last");
}

}  // namespace

int main(int argc, char** argv) {
  place<document> d;
  constexpr auto passed =
      shape::bytes<&document::unmark, &document::find, &document::mark, &document::move_cursor>;
  return shape::run(
      argc, argv, passed,
      [&] {
        search(d, "edge");
        auto const reading = d.lend<shr<highlights>>();
        auto const& found = document::marked(reading);
        expect(found.size() == edges && found.back().line == 2, "found");
      },
      [&] { rest(d); });
}
