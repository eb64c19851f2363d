// SPDX-License-Identifier: BSL-1.0
// An object refers to a part of itself: thirteen ways to write that, what each of the things that happen to
// objects does to it, and what it costs. Then an async function, whose state refers to itself, in six ways.
#include <fmt/format.h>

#include <algorithm>

#include "cases/numbers.hpp"
#include "programs.hpp"
#include "support/experiment.hpp"

namespace ex = tenure::experiment;
using namespace self_reference;

namespace {

auto short_name(ex::compiler const& cxx) -> std::string {
  return cxx.kind == ex::family::gcc ? "GCC" : "Clang";
}

auto chosen_designs(bool quick) -> std::vector<design> {
  if (!quick) return designs();
  std::vector<design> some;
  for (auto const& in : designs()) {
    if (in.number == ABSOLUTE || in.number == STAYS || in.number == SELF_PTR || in.number == SELF_SLICE)
      some.push_back(in);
  }
  return some;
}
auto chosen_operations(bool quick) -> std::vector<operation> {
  if (!quick) return operations();
  std::vector<operation> some;
  for (auto const& one : operations()) {
    if (one.number == MOVE || one.number == SWAP || one.number == GROW || one.number == REALLOC ||
        one.number == VERIFY)
      some.push_back(one);
  }
  return some;
}

auto cell_of(judged const& one) -> ex::cell {
  switch (one.what) {
    case fate::right:
      return ex::good("right");
    case fate::rejected:
      return ex::mixed("rejected: " + one.by);
    case fate::trapped:
      return ex::mixed("trapped: " + one.by);
    case fate::wrong:
      if (one.by == "SEGV") return ex::bad("wrong: crashes");
      return ex::bad(one.by == "no report" ? "silently wrong" : "silently wrong (" + one.by + ")");
    case fate::unknown:
      break;
  }
  return ex::missing(one.by);
}

struct sum {
  int right = 0, rejected = 0, trapped = 0, wrong = 0, unknown = 0;
  [[nodiscard]] auto text() const -> std::string {
    return fmt::format("{} right, {} rejected, {} trapped, {} wrong, {} unknown", right, rejected, trapped,
                       wrong, unknown);
  }
  [[nodiscard]] auto all() const -> int { return right + rejected + trapped + wrong + unknown; }
};
void add(sum& to, judged const& one) {
  to.right += one.what == fate::right;
  to.rejected += one.what == fate::rejected;
  to.trapped += one.what == fate::trapped;
  to.wrong += one.what == fate::wrong;
  to.unknown += one.what == fate::unknown;
}

template <class Keep>
auto count(answers const& found, Keep keep) -> sum {
  sum all;
  for (auto const& [about, one] : found) {
    if (keep(about.first, about.second)) add(all, one);
  }
  return all;
}

auto is_bitwise(int number) -> bool { return number == MEMCPY || number == REALLOC || number == MAP; }
auto is_of_library(int number) -> bool {
  return std::ranges::find(operations(), number, &operation::number)->library;
}
auto is_place_based(std::string const& name) -> bool { return name.starts_with("self_"); }

void claim_verdicts(ex::report& out, answers const& found) {
  auto const places = count(found, [](auto const& name, int) { return is_place_based(name); });
  out.claim_that("references by place are right whatever happens to the object",
                 places.all() > 0 && places.right == places.all(), places.text());

  auto const absolute = count(found, [](auto const& name, int number) {
    return name == "absolute" && !is_of_library(number) && number != RETURN_PRVALUE;
  });
  out.claim_that(
      "the plain pointer is wrong, and no check says so, wherever the object goes elsewhere without the "
      "library",
      absolute.all() > 0 && absolute.wrong == absolute.all(), absolute.text());

  auto const library =
      count(found, [](auto const& name, int number) { return name == "absolute" && is_of_library(number); });
  out.claim_that("the library refuses to relocate the plain pointer",
                 library.all() > 0 && library.rejected + library.trapped == library.all(), library.text());

  auto const stays = count(found, [](auto const& name, int number) {
    return name == "!Move" && !is_bitwise(number) && number != RETURN_PRVALUE;
  });
  out.claim_that("a !Move type is rejected wherever it would move, except by bytes",
                 stays.all() > 0 && stays.rejected == stays.all(), stays.text());
}

void claim_all_verdicts(ex::report& out, answers const& found) {
  auto const made = count(found, [](auto const&, int number) { return number == RETURN_PRVALUE; });
  out.claim_that("every design can be returned from a function that makes it in its return statement",
                 made.right == made.all(), made.text());

  auto const boost = count(found, [](auto const& name, int number) {
    return name == "offset_ptr" && (number == MOVE || number == SWAP || number == GROW);
  });
  auto const boost_mapped =
      count(found, [](auto const& name, int number) { return name == "offset_ptr" && number == MAP; });
  out.claim_that(
      "offset_ptr is right in another process, and silently wrong after a move of the object it is in",
      boost_mapped.right == 1 && boost.wrong == boost.all(),
      fmt::format("mapped: {}; moved: {}", boost_mapped.text(), boost.text()));

  // What the verifier trusts is what relocation can be trusted with.
  int agree = 0, all = 0;
  for (auto const& in : designs()) {
    auto const verified = found.find({in.name, VERIFY});
    auto const relocated = found.find({in.name, RELOCATE});
    if (verified == found.end() || relocated == found.end()) continue;
    ++all;
    agree += (verified->second.what == fate::right) == (relocated->second.what == fate::right);
  }
  out.claim_that("the debug verifier, or the compiler, stops exactly the designs that relocation would break",
                 all > 0 && agree == all,
                 fmt::format("it is of one mind with relocate_at for {} of {}", agree, all));
}

void judge_designs(ex::report& out, answers& found) {
  auto const* const clang = ex::find_compiler(ex::family::clang);
  if (clang == nullptr) {
    out.not_measured("references by place are right whatever happens to the object",
                     "no clang++ >= 19 found");
    return;
  }
  auto const which = chosen_designs(out.quick());
  auto const what = chosen_operations(out.quick());
  std::vector<std::string> columns;
  for (auto const& in : which) columns.push_back(in.name);
  found = judge(out.source_dir(), *clang, which, what);
  auto& table = out.verdicts("What becomes of the self-reference", columns);
  for (auto const& one : what) {
    for (auto const& in : which) table.set(one.title, in.name, cell_of(found.at({in.name, one.number})));
  }
  claim_verdicts(out, found);
  if (!out.quick()) claim_all_verdicts(out, found);
  out.note(
      "Each cell is a program, compiled by Clang with the library's checks and AddressSanitizer, and run in "
      "a child "
      "process. In brackets: what AddressSanitizer says; without it nothing says anything. Two-phase: the "
      "object "
      "was begun before. memcpy, realloc: the old bytes are not used again, as bitwise relocation has it.");
}

void price_designs(ex::report& out, answers const& found) {
  auto const which = chosen_designs(out.quick());
  std::vector<std::string> columns;
  for (auto const& in : which) columns.push_back(in.name);
  std::vector<std::string> what{"make", "follow", "relocate", "swap"};
  if (out.quick()) what = {"follow"};
  std::map<std::string, std::string> const title{{"make", "make one and end it"},
                                                 {"follow", "follow the reference"},
                                                 {"relocate", "relocate, each of a row of 64"},
                                                 {"swap", "std::swap"}};
  auto& table = out.costs(
      {.title = "Instructions", .unit = "instructions", .baseline = "absolute", .columns = columns});
  auto& size = out.costs(
      {.title = "Bytes, with 24 bytes of text", .unit = "bytes", .baseline = "absolute", .columns = columns});
  for (auto const& cxx : ex::compilers()) {
    if (out.quick() && cxx.kind != ex::family::gcc) continue;
    auto const prices = measure(out.source_dir(), cxx, which, what, found);
    for (auto const& one : what) {
      for (auto const& in : which) {
        table.set(fmt::format("{}, {}", title.at(one), short_name(cxx)), in.name,
                  prices.at(in.name).instructions.at(one));
      }
    }
    if (cxx.kind == ex::family::gcc) {
      for (auto const& in : which) {
        auto const& one = prices.at(in.name);
        if (!one.bytes) continue;
        size.set("the object", in.name, *one.bytes);
        size.set("on the heap", in.name, *one.heap);
      }
    }
    auto const follow = fmt::format("{}, {}", title.at("follow"), short_name(cxx));
    auto const ratio = [&](std::string const& in) { return table.ratio(follow, in); };
    if (out.quick()) continue;
    out.claim_that(fmt::format("on {}, following a self_field takes fewer", short_name(cxx)),
                   ratio("self_field") < 1, fmt::format("{:.2f} times", ratio("self_field")));
    out.claim_that(fmt::format("on {}, following an offset_ptr takes more than a self_ptr", short_name(cxx)),
                   ratio("offset_ptr") > ratio("self_ptr"),
                   fmt::format("{:.2f} and {:.2f} times", ratio("offset_ptr"), ratio("self_ptr")));
    auto const row = fmt::format("{}, {}", title.at("relocate"), short_name(cxx));
    out.claim_that(
        fmt::format("on {}, objects with a self_ptr are relocated with no more instructions than those of "
                    "a move constructor",
                    short_name(cxx)),
        table.at(row, "self_ptr") <= table.at(row, "move constructor"),
        fmt::format("{:.2f} and {:.2f} instructions each", table.at(row, "self_ptr"),
                    table.at(row, "move constructor")));
  }
  if (out.quick()) return;
  out.claim_that(
      "a self_field takes no byte, a self_tag or self_ptr at most 4, and nothing of them is on the heap",
      size.at("the object", "self_field") == 24 && size.at("the object", "self_tag") <= 28 &&
          size.at("the object", "self_ptr") <= 28 && size.at("on the heap", "self_ptr") == 0,
      fmt::format("{}, {} and {} bytes with 24 of text", size.at("the object", "self_field"),
                  size.at("the object", "self_tag"), size.at("the object", "self_ptr")));
}

void judge_async(ex::report& out) {
  auto const* const clang = ex::find_compiler(ex::family::clang);
  std::vector<std::string> names;
  for (auto const& [name, what] : futures()) {
    if (!out.quick() || name == "by_place" || name == "two_phase") names.push_back(name);
  }
  auto const title = [](std::string const& name) {
    return std::ranges::find(futures(), name, &std::pair<std::string, std::string>::first)->second;
  };
  std::vector<std::string> columns;
  for (auto const& name : names) columns.push_back(title(name));

  if (clang != nullptr) {
    auto what = future_operations();
    if (out.quick()) what = {what[2]};
    auto const found = judge_futures(out.source_dir(), *clang, names, what);
    auto& table = out.verdicts("The async function of the post, as a state machine", columns);
    for (auto const& one : what) {
      for (auto const& name : names) table.set(one.title, title(name), cell_of(found.at({name, one.number})));
    }
    auto const place = count(found, [](auto const& name, int) { return name == "by_place"; });
    out.claim_that("a future that refers by place is moved, stored and relocated between its polls",
                   place.right == place.all(), place.text());
    auto const between = [&](std::string const& name) { return found.at({name, MOVE_BETWEEN_POLLS}).what; };
    out.claim_that("a future in two phases is silently wrong when it is moved between its polls",
                   between("two_phase") == fate::wrong, found.at({"two_phase", MOVE_BETWEEN_POLLS}).by);
  }
  if (out.quick()) return;
  auto& cost = out.costs({.title = "A whole life of the async function: called, polled twice, ended",
                          .unit = "instructions",
                          .baseline = title("by_place"),
                          .columns = columns});
  for (auto const& cxx : ex::compilers()) {
    auto const prices = measure_futures(out.source_dir(), cxx, names);
    for (auto const& name : names) {
      auto const& one = prices.at(name);
      cost.set(short_name(cxx), title(name), one.instructions.at("life"));
      if (!one.bytes) continue;
      auto const bytes = fmt::format("bytes of the future, {}", short_name(cxx));
      auto const heap = fmt::format("bytes on the heap, {}", short_name(cxx));
      cost.unit(bytes, "bytes");
      cost.unit(heap, "bytes");
      cost.set(bytes, title(name), *one.bytes);
      cost.set(heap, title(name), *one.heap);
    }
    auto const heap = fmt::format("bytes on the heap, {}", short_name(cxx));
    out.claim_that(
        fmt::format(
            "on {}, a future that refers by place needs no heap, and fewer instructions than a pinned one",
            short_name(cxx)),
        cost.at(heap, title("by_place")) == 0 && cost.ratio(short_name(cxx), title("on_the_heap")) > 1,
        fmt::format("pinned on the heap: {:.2f} times, as a coroutine: {:.2f} times",
                    cost.ratio(short_name(cxx), title("on_the_heap")),
                    cost.ratio(short_name(cxx), title("coroutine"))));
  }
}

void measure_all(ex::report& out) {
  answers found;
  judge_designs(out, found);
  price_designs(out, found);
  judge_async(out);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<ex::design> all;
  for (auto const& in : designs()) all.push_back({in.name, in.description});
  return ex::run(
      argc, argv,
      {.name = "self_reference",
       .question = "An object refers to a part of itself. What happens to the reference when the object goes "
                   "elsewhere, and what does it cost?",
       .designs = all},
      measure_all);
}
