// SPDX-License-Identifier: BSL-1.0
// One more owner of a shared value, and one fewer.
#include "support/bench.hpp"
#include "tenure/ownership/arc.hpp"
#include "tenure/ownership/rc.hpp"

#include <memory>
#include <thread>

namespace {

void shared(benchmark::State& state) {
  auto const first = std::make_shared<int>(1);
  for (auto _ : state) {
    auto const second = first;
    tenure::bench::keep(second.get());
  }
}
void counted_once(benchmark::State& state) {
  auto const first = tenure::rc<int>::make(1);
  for (auto _ : state) {
    auto const second = first.clone();
    tenure::bench::keep(second.get());
  }
}
void counted_by_threads(benchmark::State& state) {
  auto const first = tenure::arc<int>::make(1);
  for (auto _ : state) {
    auto const second = first.clone();
    tenure::bench::keep(second.get());
  }
}

/// The C++ library counts without atomic instructions until the program has started a thread.
bool const many_threads = [] {
  std::thread([] {}).join();
  return true;
}();

[[maybe_unused]] tenure::bench::group const clones = [] {
  tenure::bench::keep(many_threads);
  return tenure::bench::group("clone and drop a shared owner")
      .baseline("shared_ptr", shared)
      .add("arc", counted_by_threads)
      .add("rc", counted_once);
}();

}  // namespace
