// SPDX-License-Identifier: BSL-1.0
#include "editor.hpp"

using namespace editor;
using shape::expect;

namespace {

struct document {
  std::vector<std::string> lines = six_lines();
  std::vector<position> highlights;
  position cursor, anchor;
};

CALLED auto find(std::vector<std::string> const& lines, std::size_t line, std::string_view word)
    -> std::size_t {
#if CASE == WRITES_WHAT_IT_READS
  lines[line].clear();
#endif
  return lines[line].find(word);
}
CALLED void unmark(std::vector<position>& highlights) { highlights.clear(); }
CALLED void mark(std::vector<position>& highlights, position at) {
#if CASE == UNDECLARED_FIELD
  lines.emplace_back();
#endif
  highlights.push_back(at);
}
CALLED void move_cursor(position& cursor, position to) { cursor = to; }
CALLED void insert(std::vector<std::string>& lines, std::string line) { lines.push_back(std::move(line)); }

CALLED void search(document& d, std::string_view word) {
  unmark(d.highlights);
  for (std::size_t i = 0; i != d.lines.size(); ++i) {
    auto const column = find(d.lines, i, word);
    if (column == std::string::npos) continue;
    mark(d.highlights, {i, column});
#if CASE == WRONG_FIELD
    move_cursor(d.anchor, {i, column});
#else
    move_cursor(d.cursor, {i, column});
#endif
  }
}

void rest(document& d) {
  expect(d.lines.size() == 6, "who marks does not touch the lines");
  expect(d.anchor.line == 0, "who moves the cursor does not move the anchor");
  for (auto const& line : d.lines) {
    expect(line.size() < 80, "a short line");
#if CASE == CHANGES_WHAT_IT_READS
    insert(d.lines, "another");
#endif
  }
  insert(d.lines, "the last");
}

}  // namespace

int main(int argc, char** argv) {
  document d;
  constexpr auto passed = shape::bytes<&unmark, &find, &mark, &move_cursor>;
  return shape::run(
      argc, argv, passed,
      [&] {
        search(d, "edge");
        expect(d.highlights.size() == edges && d.highlights.back().line == 2, "found");
      },
      [&] { rest(d); });
}
