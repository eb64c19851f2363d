// SPDX-License-Identifier: BSL-1.0
// Builds and runs the chains of probe/, and reads what callgrind counted.
#pragma once

#include "support/compiler.hpp"
#include "support/tables.hpp"

#include <map>
#include <string>
#include <vector>

namespace owning_references {

namespace ex = tenure::experiment;

/// One way to build the chains.
struct build {
  ex::compiler const* with = nullptr;
  bool inlined = false;
  bool trivial_abi = true;
  bool counting = false;  ///< moves, bytes and allocations instead of instructions
  bool quick = false;     ///< few sizes, one way of calling
};

/// A chain's name without its design and depth: how it calls, what kind of value, how large.
struct chain {
  std::string how;
  std::string kind;
  std::size_t size;

  auto operator<=>(chain const&) const = default;
};

/// What one life of a value costs.
struct life {
  ex::cost per_hop;  ///< instructions for one more call in the chain
  ex::cost ends;     ///< instructions for making the value and ending it, with no call handing it over
};

struct counts {
  double moves, bytes, allocations;  ///< of one life with eight hand-overs
};

struct chain_results {
  std::string failure;  ///< why there are none; empty when there are
  std::map<std::pair<std::string, chain>, life> lives;
  std::map<std::pair<std::string, chain>, counts> counted;

  [[nodiscard]] auto of(std::string const& design, chain const& which) const -> life;
};

/// All builds, two at a time.
auto run_chains(std::vector<build> const& builds) -> std::vector<chain_results>;

}  // namespace owning_references
