// SPDX-License-Identifier: BSL-1.0
// A message processor: its messages are drained while its statistics are updated (V30).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../shape.hpp"

namespace mailbox {

struct message {
  std::string text;
  bool urgent = false;
  std::uint32_t handled = 0;
};
struct statistics {
  std::uint32_t seen = 0, urgent = 0;
  std::size_t characters = 0;
};

inline auto ten_messages() -> std::vector<message> {
  std::vector<message> all;
  for (int i = 0; i != 10; ++i) all.push_back({"message " + std::to_string(i), i % 4 == 0, 0});
  return all;
}
inline constexpr std::uint32_t urgent_messages = 3;

}  // namespace mailbox
