// SPDX-License-Identifier: BSL-1.0
// Table C: n values are pushed into an empty vector, whose capacity doubles. What is measured is the filling;
// the end of the vector is not.
#include "compare.hpp"
#include "library_text.hpp"
#include "pass.hpp"
#include "tenure/selfref/vector.hpp"

#include <cstdlib>

namespace {

using namespace probe;

/// A vector of its own, with the pass as a parameter and nothing else to it.
template <class Design>
class plain_vector {
  using value = typename Design::value;
  value* first_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;

  void grow() {
    capacity_ = capacity_ == 0 ? 1 : 2 * capacity_;
    auto* const to = static_cast<value*>(std::malloc(capacity_ * sizeof(value)));
    require(to != nullptr, "memory");
    if (size_ != 0) Design::pass(first_, size_, to);
    std::free(first_);
    first_ = to;
  }

 public:
  plain_vector() = default;
  plain_vector(plain_vector const&) = delete;
  plain_vector& operator=(plain_vector const&) = delete;
  ~plain_vector() {
    for (std::size_t i = 0; i != size_; ++i) first_[i].~value();
    std::free(first_);
  }
  void emplace_back(word tag) {
    if (size_ == capacity_) grow();
    ::new (static_cast<void*>(first_ + size_++)) value(tag);
  }
  value& operator[](std::size_t i) { return first_[i]; }
};

/// The same, but the memory itself is asked to grow: only bytes can follow it.
template <class T>
class realloc_vector {
  T* first_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;

 public:
  realloc_vector() = default;
  realloc_vector(realloc_vector const&) = delete;
  realloc_vector& operator=(realloc_vector const&) = delete;
  ~realloc_vector() { std::free(first_); }
  void emplace_back(word tag) {
    if (size_ == capacity_) {
      capacity_ = capacity_ == 0 ? 1 : 2 * capacity_;
      first_ = static_cast<T*>(std::realloc(static_cast<void*>(first_), capacity_ * sizeof(T)));
      require(first_ != nullptr, "memory");
    }
    ::new (static_cast<void*>(first_ + size_++)) T(tag);
  }
  T& operator[](std::size_t i) { return first_[i]; }
};

template <class Vector>
[[gnu::noinline]] void fill_one(Vector& into, std::size_t n) {
  for (std::size_t i = 0; i != n; ++i) into.emplace_back(static_cast<word>(i));
}

template <class Vector>
double fill(std::size_t n) {
  double took = 0;
  std::size_t const times = times_for(n);
  for (std::size_t k = 0; k != times; ++k) {
    Vector all;
    double const start = now();
    fill_one(all, n);
    took += now() - start;
    for (std::size_t i = 0; i < n; i += n / 7 + 1)
      require(all[i].target() == static_cast<word>(i), "a value after growth");
  }
  return took / static_cast<double>(n * times);
}

}  // namespace

int main(int argc, char** argv) {
  read_arguments(argc, argv);
  std::vector<contender> const all{
      {"std::vector", fill<std::vector<known>>},
      {"std::vector again", fill<std::vector<known>>},
      {"std::vector, absolute", fill<std::vector<absolute<follow::branch>>>},
      {"std::vector, std::string", fill<std::vector<text>>},
      {"std::vector, offset_ptr", fill<std::vector<offset<false>>>},
      {"std::vector, heap pin", fill<std::vector<on_heap>>},
      {"malloc + memcpy", fill<plain_vector<by_memcpy<known>>>},
      {"malloc + repair", fill<plain_vector<by_bytes_and_repair<follow::branch>>>},
      {"malloc + realloc", fill<realloc_vector<known>>},
      {"transfer_vector, self_field", fill<tenure::selfref::transfer_vector<with_self_field>>},
      {"transfer_vector, self_ptr", fill<tenure::selfref::transfer_vector<with_self_ptr>>},
      {"transfer_vector, fix_up", fill<tenure::selfref::transfer_vector<absolute<follow::branch>>>},
      {"transfer_vector, std::string", fill<tenure::selfref::transfer_vector<text>>},
      {"transfer_vector, hook", fill<tenure::selfref::transfer_vector<hooked>>},
  };
  compare_all("growth, fresh heap", {1'000, 10'000, 100'000}, all);
  settle_heap();
  compare_all("growth", {1'000, 10'000, 100'000, 1'000'000, 10'000'000}, all);
}
