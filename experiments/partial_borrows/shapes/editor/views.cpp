// SPDX-License-Identifier: BSL-1.0
#include "viewed.hpp"

using namespace editor;
using shape::expect;

namespace {

CALLED void search(view<document, mut<all>> whole, std::string_view word) {
  auto [reading, marking, moving] = std::move(whole).split<shr<lines>, mut<highlights>, mut<cursor>>();
  document::unmark(marking);
  for (std::size_t i = 0; i != document::text(reading).size(); ++i) {
    auto const column = document::find(reading, i, word);
    if (column == std::string::npos) continue;
    document::mark(marking, {i, column});
    document::move_cursor(moving, {i, column});
  }
}

void rest(document& d) {
  auto [reading, ends] = lend<mut<all>>(d).split<shr<lines>, shr<anchor>>();
  expect(document::text(reading).size() == 6, "who marks does not touch the lines");
  expect(document::other_end(ends).line == 0, "who moves the cursor does not move the anchor");
  for (auto const& line : document::text(reading)) {
    expect(line.size() < 80, "a short line");
#if CASE == CHANGES_WHAT_IT_READS
    document::insert(reading, "another");
#endif
  }
  document::insert(lend<mut<lines>>(d), "the last");
}

}  // namespace

int main(int argc, char** argv) {
  document d;
  constexpr auto passed =
      shape::bytes<&document::unmark, &document::find, &document::mark, &document::move_cursor>;
  return shape::run(
      argc, argv, passed,
      [&] {
        search(lend<mut<all>>(d), "edge");
        auto const& found = document::marked(lend<shr<highlights>>(d));
        expect(found.size() == edges && found.back().line == 2, "found");
      },
      [&] { rest(d); });
}
