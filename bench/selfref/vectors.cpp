// SPDX-License-Identifier: BSL-1.0
// transfer_vector against the vectors of the standard library, Boost, Abseil and Qt, all with one element
// type. Those that are not installed show as missing.
#include "support/bench.hpp"
#include "values.hpp"

#include <cstddef>
#include <vector>

#include "tenure/selfref/vector.hpp"

#if __has_include(<boost/container/vector.hpp>)
#define TENURE_BENCH_BOOST
#include <boost/container/vector.hpp>
#endif
#if defined(TENURE_BENCH_ABSEIL)
#include <absl/container/inlined_vector.h>
#endif
#if defined(TENURE_BENCH_QT)
#include <QVector>
#endif

using values::with_self_ptr;
#if defined(TENURE_BENCH_QT)
Q_DECLARE_TYPEINFO(values::with_self_ptr, Q_MOVABLE_TYPE);
#endif

namespace {

constexpr int count = 1'000;

template <class Vector>
void fill(Vector& all, typename Vector::value_type const& value) {
  for (int i = 0; i != count; ++i) all.push_back(value);
}

template <class Vector>
void growth(benchmark::State& state) {
  typename Vector::value_type const value(7);
  for (auto _ : state) {
    Vector all;
    fill(all, value);
    tenure::bench::keep(*all.begin());
  }
}
template <class Vector>
void front(benchmark::State& state) {
  using element = typename Vector::value_type;
  Vector all;
  fill(all, element(7));
  all.reserve(count + 1);
  for (auto _ : state) {
    all.insert(all.begin(), element(1));
    all.erase(all.begin());
    tenure::bench::flush();
  }
}
[[maybe_unused]] void missing(benchmark::State& state) {
  state.SkipWithError("missing: the library is not installed");
  for (auto _ : state) {
  }
}

#if defined(TENURE_BENCH_BOOST)
using boost_vector = boost::container::vector<with_self_ptr>;
constexpr auto boost_growth = growth<boost_vector>, boost_front = front<boost_vector>;
#else
constexpr auto boost_growth = missing, boost_front = missing;
#endif
#if defined(TENURE_BENCH_ABSEIL)
using absl_vector = absl::InlinedVector<with_self_ptr, 1>;
constexpr auto absl_growth = growth<absl_vector>, absl_front = front<absl_vector>;
#else
constexpr auto absl_growth = missing, absl_front = missing;
#endif
#if defined(TENURE_BENCH_QT)
using qt_vector = QVector<with_self_ptr>;
constexpr auto qt_growth = growth<qt_vector>, qt_front = front<qt_vector>;
#else
constexpr auto qt_growth = missing, qt_front = missing;
#endif
template <class T>
using ours = tenure::selfref::transfer_vector<T>;

[[maybe_unused]] tenure::bench::group const grow =
    tenure::bench::group("fill a vector with 1000 values")
        .baseline("std::vector", growth<std::vector<with_self_ptr>>)
        .add("std::vector, absolute", growth<std::vector<values::absolute>>)
        .add("transfer_vector", growth<ours<with_self_ptr>>)
        .add("transfer_vector, absolute", growth<ours<values::mended>>)
        .add("boost::container::vector", boost_growth)
        .add("absl::InlinedVector", absl_growth)
        .add("QVector", qt_growth);

[[maybe_unused]] tenure::bench::group const shift =
    tenure::bench::group("insert and erase before 1000 values")
        .baseline("std::vector, absolute", front<std::vector<values::absolute>>)
        .add("std::vector", front<std::vector<with_self_ptr>>)
        .add("transfer_vector", front<ours<with_self_ptr>>)
        .add("transfer_vector, absolute", front<ours<values::mended>>)
        .add("boost::container::vector", boost_front)
        .add("absl::InlinedVector", absl_front)
        .add("QVector", qt_front);

}  // namespace
