// SPDX-License-Identifier: BSL-1.0
#include "editor.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace editor;
using shape::expect;

namespace {

class document {
  std::vector<std::string> lines_ = six_lines();
  std::vector<position> highlights_;
  position cursor_, anchor_;

 public:
  auto lines() const -> std::vector<std::string> const& { return lines_; }
  CALLED auto find(std::size_t line, std::string_view word) const -> std::size_t {
#if CASE == WRITES_WHAT_IT_READS
    lines_[line].clear();
#endif
    return lines_[line].find(word);
  }
  auto highlights() const -> std::vector<position> const& { return highlights_; }
  CALLED void unmark() { highlights_.clear(); }
  CALLED void mark(position at) {
#if CASE == UNDECLARED_FIELD
    lines_.emplace_back();
#endif
    highlights_.push_back(at);
  }
  auto anchor() const -> position { return anchor_; }
  auto cursor() const -> position { return cursor_; }
  CALLED void move_cursor(position to) {
#if CASE == WRONG_FIELD
    anchor_ = to;
#else
    cursor_ = to;
#endif
  }
  CALLED void insert(std::string line) { lines_.push_back(std::move(line)); }
};

}  // namespace
template <>
struct tenure::sharing<document> : tenure::read_only<document> {};
namespace {

using cell = tenure::ref_cell<document>;
using lent = tenure::shared<cell>;

CALLED void search(lent d, std::string_view word) {
  d.borrow_mut()->unmark();
#if CASE == THE_PROGRAM
  auto const reading = d.borrow();
  for (std::size_t i = 0; i != reading->lines().size(); ++i) {
    auto const column = reading->find(i, word);
    if (column == std::string::npos) continue;
    d.borrow_mut()->mark({i, column});
    d.borrow_mut()->move_cursor({i, column});
  }
#else  // the flag is set and cleared at every step
  auto const count = d.borrow()->lines().size();
  for (std::size_t i = 0; i != count; ++i) {
    auto const column = d.borrow()->find(i, word);
    if (column == std::string::npos) continue;
    d.borrow_mut()->mark({i, column});
    d.borrow_mut()->move_cursor({i, column});
  }
#endif
}

void rest(cell& whole) {
  lent const d{whole};
  expect(d.borrow()->lines().size() == 6, "who marks does not touch the lines");
  expect(d.borrow()->anchor().line == 0, "who moves the cursor does not move the anchor");
  {
    auto const reading = d.borrow();
    for (auto const& line : reading->lines()) {
      expect(line.size() < 80, "a short line");
#if CASE == CHANGES_WHAT_IT_READS
      d.borrow_mut()->insert("another");
#endif
    }
  }
  d.borrow_mut()->insert("the last");
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const d{whole};
  constexpr auto passed =
      shape::bytes<&document::unmark, &document::find, &document::mark, &document::move_cursor>;
  return shape::run(
      argc, argv, passed,
      [&] {
        search(d, "edge");
        expect(d.borrow()->highlights().size() == edges && d.borrow()->highlights().back().line == 2,
               "found");
      },
      [&] { rest(whole); });
}
