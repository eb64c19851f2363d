// SPDX-License-Identifier: BSL-1.0
// Table D: vectors of several libraries, all in this program, with one and the same element: a distance to
// itself, a move constructor and a destructor, and a mark, in each library's way, that its bytes may be
// moved.
#include "compare.hpp"
#include "library.hpp"
#include "tenure/selfref/vector.hpp"

#if defined(WITH_BOOST)
#include <boost/container/vector.hpp>
#endif
#if defined(WITH_ABSEIL)
#include <absl/container/inlined_vector.h>
#endif
#if defined(WITH_QT)
#include <QVector>
#endif

#include <utility>
#include <vector>

namespace {

using namespace probe;

/// Its end does something, so that no compiler takes the destructor away: what was moved from is told apart.
struct marked {
  relative<std::int32_t> it;

  explicit marked(word tag = 0) noexcept : it{tag} {}
  marked(marked&& from) noexcept : it{from.it} { from.it.size = 0; }
  marked(marked const& from) noexcept : it{from.it} {}
  marked& operator=(marked&& from) noexcept {
    end();
    it = from.it;
    from.it.size = 0;
    return *this;
  }
  marked& operator=(marked const& from) noexcept {
    end();
    it = from.it;
    return *this;
  }
  ~marked() { end(); }
  word& target() { return it.target(); }

 private:
  void end() noexcept {
    if (it.size > 1) give_back(it.buffer);
  }
};
static_assert(sizeof(marked) == 32);

}  // namespace

template <>
struct tenure::selfref::relocate_traits<marked> : relocates_by<tier::realloc> {};
#if defined(WITH_QT)
Q_DECLARE_TYPEINFO(marked, Q_MOVABLE_TYPE);
#endif

namespace {

/// Copies of one value, not of a fresh one each: what was written in parts a moment ago is slow to read as a
/// whole, and would be most of the time.
template <class Vector>
[[gnu::noinline]] void fill_one(Vector& into, std::size_t n, typename Vector::value_type const& value) {
  for (std::size_t i = 0; i != n; ++i) into.push_back(value);
}
template <class Vector>
void number(Vector& all) {
  word next = 0;
  for (auto& each : all) each.target() = next++;
}
template <class Vector>
bool numbered(Vector& all, std::size_t n) {
  word next = 0;
  for (auto& each : all) {
    if (each.target() != next++) return false;
  }
  return next == n;
}

template <class Vector>
double fill(std::size_t n) {
  double took = 0;
  std::size_t const times = times_for(n);
  typename Vector::value_type const value(7);
  for (std::size_t k = 0; k != times; ++k) {
    Vector all;
    double const start = now();
    fill_one(all, n, value);
    took += now() - start;
    for (std::size_t i = 0; i < n; i += n / 7 + 1)
      require((all.begin() + static_cast<std::ptrdiff_t>(i))->target() == 7, "a value after growth");
    number(all);
    require(numbered(all, n), "values that have each its own target");
  }
  return took / static_cast<double>(n * times);
}

/// One value goes in at the front and the first one out again: all others move twice. Per element that moves.
template <class Vector>
[[gnu::noinline]] void in_and_out(Vector& all, word tag) {
  using element = typename Vector::value_type;
  all.insert(all.begin(), element(tag));
  all.erase(all.begin());
}
template <class Vector>
double at_front(std::size_t n) {
  Vector all;
  all.reserve(static_cast<decltype(all.size())>(n + 1));
  fill_one(all, n, typename Vector::value_type(7));
  number(all);
  in_and_out(all, 1);
  std::size_t const times = times_for(n);
  double const start = now();
  for (std::size_t k = 0; k != times; ++k) in_and_out(all, static_cast<word>(k));
  double const took = now() - start;
  require(numbered(all, n), "a value after insert and erase");
  return took / static_cast<double>(n * times);
}

/// n/2 pairs of neighbours are swapped.
struct by_bytes {
  template <class T>
  static void swap(T& x, T& y) {
    alignas(T) unsigned char other[sizeof(T)];
    std::memcpy(other, static_cast<void*>(&x), sizeof(T));
    std::memcpy(static_cast<void*>(&x), static_cast<void*>(&y), sizeof(T));
    std::memcpy(static_cast<void*>(&y), other, sizeof(T));
  }
};
struct by_std {
  template <class T>
  static void swap(T& x, T& y) {
    std::swap(x, y);
  }
};
struct by_relocation {
  template <class T>
  static void swap(T& x, T& y) {
    tenure::selfref::swap_places(x, y);
  }
};
template <class T, class How>
[[gnu::noinline]] void swap_pairs(std::vector<T>& all) {
  for (std::size_t i = 0; i + 1 < all.size(); i += 2) How::swap(all[i], all[i + 1]);
}
template <class T, class How>
double swaps(std::size_t n) {
  std::vector<T> all;
  for (std::size_t i = 0; i != n; ++i) all.emplace_back(static_cast<word>(i));
  std::size_t const times = 2 * times_for(n);
  double const start = now();
  for (std::size_t k = 0; k != times; ++k) swap_pairs<T, How>(all);
  double const took = now() - start;
  for (std::size_t i = 0; i != n; ++i)
    require(all[i].target() == static_cast<word>(i), "a value after swaps");
  return took / static_cast<double>(n / 2 * times);
}

using sso = absolute<follow::branch>;

}  // namespace

int main(int argc, char** argv) {
  read_arguments(argc, argv);
  settle_heap();
  {
    std::vector<contender> const all{
        {"std::vector", fill<std::vector<marked>>},
        {"std::vector again", fill<std::vector<marked>>},
        {"std::vector, absolute", fill<std::vector<sso>>},
        {"transfer_vector", fill<tenure::selfref::transfer_vector<marked>>},
        {"transfer_vector, absolute", fill<tenure::selfref::transfer_vector<sso>>},
#if defined(WITH_BOOST)
        {"boost::container::vector", fill<boost::container::vector<marked>>},
#endif
#if defined(WITH_ABSEIL)
        {"absl::InlinedVector", fill<absl::InlinedVector<marked, 1>>},
#endif
#if defined(WITH_QT)
        {"QVector", fill<QVector<marked>>},
#endif
    };
    compare_all("peers growth", {1'000, 100'000, 1'000'000, 10'000'000}, all);
  }
  {
    std::vector<contender> const all{
        {"std::vector, absolute", at_front<std::vector<sso>>},
        {"std::vector, absolute again", at_front<std::vector<sso>>},
        {"std::vector", at_front<std::vector<marked>>},
        {"transfer_vector", at_front<tenure::selfref::transfer_vector<marked>>},
        {"transfer_vector, absolute", at_front<tenure::selfref::transfer_vector<sso>>},
#if defined(WITH_BOOST)
        {"boost::container::vector", at_front<boost::container::vector<marked>>},
#endif
#if defined(WITH_ABSEIL)
        {"absl::InlinedVector", at_front<absl::InlinedVector<marked, 1>>},
#endif
#if defined(WITH_QT)
        {"QVector", at_front<QVector<marked>>},
#endif
    };
    compare_all("peers front", {100, 1'000, 10'000}, all);
  }
  {
    std::vector<contender> const all{
        {"std::swap, absolute", swaps<sso, by_std>},
        {"std::swap, absolute again", swaps<sso, by_std>},
        {"std::swap, self_ptr", swaps<with_self_ptr, by_std>},
        {"swap_places, absolute", swaps<sso, by_relocation>},
        {"swap_places, self_ptr", swaps<with_self_ptr, by_relocation>},
        {"bytes", swaps<with_self_ptr, by_bytes>},
        {"std::swap, std::string", swaps<text, by_std>},
    };
    compare_all("peers swap", {1'000}, all);
  }
}
