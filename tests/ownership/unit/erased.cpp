// SPDX-License-Identifier: BSL-1.0
#include <tenure/ownership/erased.hpp>

#include "support/catch.hpp"

namespace {

struct shape {
  virtual ~shape() = default;
  virtual int corners() const = 0;
};

struct square : shape {
  int* ended;
  explicit square(int& count) : ended{&count} {}
  square(square&& other) noexcept : ended{std::exchange(other.ended, nullptr)} {}
  ~square() override {
    if (ended != nullptr) ++*ended;
  }
  int corners() const override { return 4; }
};

}  // namespace

template <>
struct tenure::declare<tenure::marker::leak, square> : tenure::yes {};

TEST_CASE("an erased value ends exactly once", "[erased]") {
  int ended = 0;
  {
    tenure::erased<shape, tenure::marker::leak> first{square{ended}};
    CHECK(first->corners() == 4);
    tenure::erased<shape> second{std::move(first)};
    CHECK((*second).corners() == 4);
    CHECK(ended == 0);
  }
  CHECK(ended == 1);
}

TEST_CASE("assigning to an erased value ends what it held", "[erased]") {
  int first_ended = 0;
  int second_ended = 0;
  {
    tenure::erased<shape> holder{square{first_ended}};
    holder = tenure::erased<shape>{square{second_ended}};
    CHECK(first_ended == 1);
    CHECK(second_ended == 0);
    CHECK(holder->corners() == 4);
  }
  CHECK(second_ended == 1);
}
