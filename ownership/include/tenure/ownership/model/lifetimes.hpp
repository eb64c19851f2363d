// SPDX-License-Identifier: BSL-1.0
// The lifetime logic as a machine: tokens in parts, borrows of the two fields of one place, and the rules as
// steps.
//
// lambda-rust, theories/lifetime. A loan is who may get at which fields until which lifetime ends, and after
// which one has ended. The owner's is until 'static. Borrowing puts `after 'a` on the lender's loan and makes
// a new one `until 'a`; what the logic proves is then what is checked of every state that can be reached: no
// field has two loans that are awake unless both only read, a token and its lifetime's death never meet,
// parts of a token make up the whole, a content that is not valid is in the hands of whoever opened it, and
// in the end the owner has all.
#pragma once

#include "tenure/ownership/model/state.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace tenure::model {

inline constexpr std::size_t most_loans = 5;
inline constexpr byte invalid = 2;  ///< a field holds 0 or 1, or this in the midst of a change

enum class life : std::uint8_t { unborn, alive, dead };

struct loan {
  std::uint8_t fields = 0;  ///< bit 0: x, bit 1: y; 0 is no loan
  lifetime until = forever, after = forever;
  std::uint8_t reads_only = 0;
  std::uint8_t inside = 0;  ///< bit t: thread t has opened it
  auto operator<=>(loan const&) const = default;
};

struct lifetimes {
  std::array<life, 2> lives{};
  std::array<std::array<std::uint8_t, 2>, most_threads> tokens{};  ///< parts in each thread's hand
  std::array<byte, 2> values{};
  std::array<loan, most_loans> loans{};
  bool operator==(lifetimes const&) const = default;
};
/// At first one place {x, y} is owned and no lifetime has begun.
inline lifetimes at_first() {
  lifetimes s;
  s.loans[0].fields = 3;
  return s;
}

/// Which rules of the logic a run may use.
struct steps_allowed {
  bool borrow = true, write = false, split = false, shorten = false, reborrow = false, fracture = false,
       fake = false;
  std::size_t loans = 3;
};

namespace detail {

inline std::string fields_text(std::uint8_t fields) {
  return fields == 3 ? "{x,y}" : fields == 1 ? "x" : "y";
}
}  // namespace detail

inline std::string text(lifetimes const& s, std::uint8_t whole) {
  static constexpr char const* lives[]{"unborn", "alive", "dead"};
  std::string said = "x:" + std::to_string(s.values[0]) + " y:" + std::to_string(s.values[1]);
  for (std::size_t k = 0; k < 2; ++k) {
    said += std::string{k == 0 ? "; 'a " : "; 'b "} + lives[static_cast<std::size_t>(s.lives[k])];
    for (std::size_t t = 0; t < most_threads; ++t) {
      if (s.tokens[t][k] != 0)
        said += " (thread " + std::to_string(t) + " has " + std::to_string(s.tokens[t][k]) + "/" +
                std::to_string(whole) + ")";
    }
  }
  for (loan const& l : s.loans) {
    if (l.fields == 0) continue;
    said += "; " + detail::fields_text(l.fields) +
            (l.until == forever ? " owned" : " lent until " + text(l.until));
    if (l.after != forever) said += ", after " + text(l.after);
    if (l.reads_only != 0) said += ", read-only";
    if (l.inside != 0) said += ", open";
  }
  return said;
}

}  // namespace tenure::model
