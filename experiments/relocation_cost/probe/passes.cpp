// SPDX-License-Identifier: BSL-1.0
// Tables A and B: relocating n values from one block to another and back.
#include "compare.hpp"
#include "library_text.hpp"
#include "pass.hpp"

namespace {

using namespace probe;

room *left, *right;  // shared by all designs

/// Makes n values, relocates them back and forth, looks at some, and ends them.
template <class Design, bool Mixed>
double back_and_forth(std::size_t n) {
  using value = typename Design::value;
  static void (*const volatile pass)(value*, std::size_t, value*) noexcept = &Design::pass;
  value* here = left->as<value>();
  value* there = right->as<value>();
  noise coin;
  for (std::size_t i = 0; i != n; ++i)
    ::new (static_cast<void*>(here + i)) value(static_cast<word>(i), !Mixed || (coin.next() >> 40) % 2 == 0);
  pass(here, n, there);  // once unmeasured: what the design before left in the caches is no merit of this one
  pass(there, n, here);
  // A pass that takes long is measured for itself, six times, and the least counts.
  std::size_t const passes = times_for(n), tries = n < enough ? 1 : 6;
  double least = 0;
  for (std::size_t i = 0; i != tries; ++i) {
    double const start = now();
    for (std::size_t k = 0; k != passes; ++k) {
      pass(here, n, there);
      std::swap(here, there);
    }
    double const took = now() - start;
    if (i == 0 || took < least) least = took;
  }
  noise same;
  for (std::size_t i = 0; i != n; ++i) {
    bool const inside = !Mixed || (same.next() >> 40) % 2 == 0;
    word const expected = !inside && &here[i].target() == elsewhere ? elsewhere[0] : static_cast<word>(i);
    require(here[i].target() == expected, "a value after relocation");
  }
  for (std::size_t i = 0; i != n; ++i) here[i].~value();
  return least / static_cast<double>(n * passes);
}

template <class Design>
constexpr auto inside = &back_and_forth<Design, false>;

void one_pass() {
  std::vector<contender> const all{
      {"memcpy", inside<by_memcpy<known>>},
      {"memcpy again", inside<by_memcpy<known>>},
      {"self_field", inside<by_library<with_self_field>>},
      {"self_ptr", inside<by_library<with_self_ptr>>},
      {"absolute, fix_up", inside<by_library<absolute<follow::branch>>>},
      {"absolute, hook", inside<by_library<hooked>>},
      {"absolute, move + destroy", inside<by_move<absolute<follow::branch>>>},
      {"absolute, always self", inside<by_move<absolute<follow::always>>>},
      {"absolute, bytes + delta", inside<by_bytes_and_repair<follow::always>>},
      {"offset_ptr", inside<by_move<offset<false>>>},
      {"offset_ptr, always self", inside<by_move<offset<true>>>},
      {"std::string", inside<by_move<text>>},
      {"std::string, fix_up", inside<by_library<text>>},
      {"heap pin", inside<by_move<on_heap>>},
  };
  compare_all("pass", {1'000, 10'000, 100'000, 1'000'000, 10'000'000}, all);
}

template <bool Mixed>
void state(char const* table) {
  std::vector<contender> const all{
      {"memcpy", back_and_forth<by_memcpy<known>, Mixed>},
      {"memcpy again", back_and_forth<by_memcpy<known>, Mixed>},
      {"self_tag", back_and_forth<by_library<with_self_tag>, Mixed>},
      {"absolute, fix_up", back_and_forth<by_library<absolute<follow::branch>>, Mixed>},
      {"absolute, hook", back_and_forth<by_library<hooked>, Mixed>},
      {"absolute, branch", back_and_forth<by_bytes_and_repair<follow::branch>, Mixed>},
      {"absolute, mask", back_and_forth<by_bytes_and_repair<follow::mask>, Mixed>},
      {"absolute, mask + barrier", back_and_forth<by_bytes_and_repair<follow::barrier>, Mixed>},
      {"absolute, hint", back_and_forth<by_bytes_and_repair<follow::hint>, Mixed>},
      {"absolute, move + destroy", back_and_forth<by_move<absolute<follow::branch>>, Mixed>},
      {"offset_ptr", back_and_forth<by_move<offset<false>>, Mixed>},
      {"std::string", back_and_forth<by_move<text>, Mixed>, 1'000'000},
      {"std::string, fix_up", back_and_forth<by_library<text>, Mixed>, 1'000'000},
  };
  // A predictor learns the pattern of a thousand values: from 1e5 on it cannot.
  compare_all(table, {100'000, 1'000'000, 10'000'000}, all);
}

}  // namespace

int main(int argc, char** argv) {
  read_arguments(argc, argv);
  room first(largest * sizeof(known)), second(largest * sizeof(known));
  left = &first;
  right = &second;
  one_pass();
  state<false>("state inside");
  state<true>("state mixed");
}
