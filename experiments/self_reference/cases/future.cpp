// SPDX-License-Identifier: BSL-1.0
// The async function of the lessons, as one of its futures, -DFUTURE.
#include "common.hpp"

using pats::context;
using tenure::own;
using tenure::slot;
using tenure::selfref::relocate_at;
using future = pats::FUTURE;

namespace {

future call() { return pats::give_pats<future>().into_future(); }

#if OPERATION == POLL_IN_PLACE
bool holds() {
  future f = call();
  return pats::finish(f) == pats::as_it_should_be;
}

#elif OPERATION == MOVE_BEFORE_POLL || OPERATION == MOVE_BETWEEN_POLLS
bool holds() {
  context with;
  auto first = std::unique_ptr<future>(new future(call()));
  if (OPERATION == MOVE_BETWEEN_POLLS && first->poll_with(with) != pats::poll::pending) return false;
  future second = std::move(*first);
  first.reset();
  return pats::finish(second, with) == pats::as_it_should_be;
}

#elif OPERATION == GROW_BETWEEN_POLLS
bool holds() {
  std::vector<future> row;
  std::vector<context> with(20);
  for (context& each : with) {
    row.push_back(call());
    if (row.back().poll_with(each) != pats::poll::pending) return false;
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (pats::finish(row[i], with[i]) != pats::as_it_should_be) return false;
  }
  return true;
}

#elif OPERATION == RELOCATE_BETWEEN_POLLS
bool holds() {
  context with;
  auto old = std::make_unique<slot<future>>();
  slot<future> there;
  own<future> first = old->emplace_with(call);
  if (first->poll_with(with) != pats::poll::pending) return false;
  own<future> second = relocate_at(std::move(first), there);
  old.reset();
  return pats::finish(*second, with) == pats::as_it_should_be;
}
#endif

}  // namespace

int main() { return holds() ? 0 : WRONG_RESULT; }
