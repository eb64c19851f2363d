// SPDX-License-Identifier: BSL-1.0
// A class that hides its fields says which they are, or is not taken apart.
#include <string>
#include <utility>

#include "tenure/views/partial.hpp"

using namespace tenure::views;

class file {
  std::string name_;
  int handle_ = 0;
  friend struct tenure::views::access;

 public:
  struct name;

 private:
  static auto tenure_fields(name*) -> fields<&file::name_>;
#if !EXPECT_COMPILE_FAIL
  static auto tenure_fields(all*) -> fields<&file::name_, &file::handle_>;
#endif
};

void play_games(file f) {
  auto [taken, rest] = take<file::name>(std::move(f));  // expect-error: [views.divide]
}
