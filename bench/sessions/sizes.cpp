// SPDX-License-Identifier: BSL-1.0
// What a message costs in protocols of 2 to 256 messages. (For 1,024, which takes a minute to compile, the
// experiment session_designs counts instructions.)
#include "../../experiments/session_designs/probe/chain.hpp"
#include "support/bench.hpp"

namespace {

#define SIZE 2
#define DESIGN CURSORS
namespace cursors_2 {
#include "../../experiments/session_designs/probe/chain.inc"
}
#undef DESIGN
#define DESIGN HAND_WRITTEN
namespace by_hand_2 {
#include "../../experiments/session_designs/probe/chain.inc"
}
#undef DESIGN
#undef SIZE
#define SIZE 32
#define DESIGN CURSORS
namespace cursors_32 {
#include "../../experiments/session_designs/probe/chain.inc"
}
#undef DESIGN
#define DESIGN HAND_WRITTEN
namespace by_hand_32 {
#include "../../experiments/session_designs/probe/chain.inc"
}
#undef DESIGN
#undef SIZE
#define SIZE 256
#define DESIGN CURSORS
namespace cursors_256 {
#include "../../experiments/session_designs/probe/chain.inc"
}
#undef DESIGN
#define DESIGN HAND_WRITTEN
namespace by_hand_256 {
#include "../../experiments/session_designs/probe/chain.inc"
}

constexpr unsigned messages = 1'024;

template <auto Play>
void playing(benchmark::State& state) {
  for (auto _ : state) tenure::bench::keep(Play(messages));
  state.SetItemsProcessed(state.iterations() * messages);
}

[[maybe_unused]] tenure::bench::group const of_2 = tenure::bench::group("1024 messages, protocol of 2")
                                                       .baseline("hand-written", playing<&by_hand_2::play>)
                                                       .add("cursors", playing<&cursors_2::play>);
[[maybe_unused]] tenure::bench::group const of_32 = tenure::bench::group("1024 messages, protocol of 32")
                                                        .baseline("hand-written", playing<&by_hand_32::play>)
                                                        .add("cursors", playing<&cursors_32::play>);
[[maybe_unused]] tenure::bench::group const of_256 =
    tenure::bench::group("1024 messages, protocol of 256")
        .baseline("hand-written", playing<&by_hand_256::play>)
        .add("cursors", playing<&cursors_256::play>);

}  // namespace
