// SPDX-License-Identifier: BSL-1.0
#include "compiler.hpp"
#include "tenure/ownership/ref_cell.hpp"

using namespace compiler;
using shape::expect;

namespace {

class session {
  interner names_;
  std::vector<std::string> diagnostics_;

 public:
  CALLED auto spelling(name of) const -> std::string const& { return names_.spellings[of]; }
  auto spellings() const -> std::size_t { return names_.spellings.size(); }
  CALLED auto intern(std::string_view spelling) -> name { return names_.intern(spelling); }
  auto diagnostics() const -> std::vector<std::string> const& { return diagnostics_; }
  CALLED void start() { diagnostics_.clear(); }
  CALLED void report(std::string_view about) {
#if CASE == UNDECLARED_FIELD
    names_.intern("error");
#endif
    diagnostics_.emplace_back(about);
  }
};

}  // namespace
template <>
struct tenure::sharing<session> : tenure::read_only<session> {};
namespace {

using cell = tenure::ref_cell<session>;
using lent = tenure::shared<cell>;

CALLED void check(lent s, std::vector<name> const& used) {
  s.borrow_mut()->start();
  for (name const each : used) {
#if CASE == THE_PROGRAM
    auto const reading = s.borrow();
    auto const& spelling = reading->spelling(each);
    if (spelling.size() > 1) s.borrow_mut()->report(spelling);
#else  // the spelling is copied
    std::string const spelling = s.borrow()->spelling(each);
    if (spelling.size() > 1) s.borrow_mut()->report(spelling);
#endif
  }
}

void rest(cell& whole) {
  lent const s{whole};
  expect(s.borrow()->spellings() == 4, "who reports does not intern");
  {
    auto const reading = s.borrow();
    auto const& spelling = reading->spelling(0);
#if CASE == CHANGES_WHAT_IT_READS
    s.borrow_mut()->intern("another");
#endif
    expect(spelling == "x", "still what it was");
  }
#if CASE == KEPT_TOO_LONG
  {
    std::optional<cell::ref> kept;
    {
      cell shorter;
      kept.emplace(lent{shorter}.borrow());
    }
    expect((*kept)->spelling(0) == "x", "the spelling is there");
  }
#endif
#if CASE == TWO_READERS
  {
    auto const one = s.borrow();
    auto const other = s.borrow();
    expect(one->spelling(0) != other->spelling(1), "two read one thing");
  }
#endif
  s.borrow_mut()->intern("last");
}

}  // namespace

int main(int argc, char** argv) {
  cell whole;
  lent const s{whole};
  auto const used = uses();
  constexpr auto passed = shape::bytes<&session::start, &session::spelling, &session::report>;
  return shape::run(
      argc, argv, passed,
      [&] {
        check(s, used);
        expect(s.borrow()->diagnostics().size() == reported, "three diagnostics");
      },
      [&] { rest(whole); });
}
