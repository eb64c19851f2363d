// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "tenure/selfref/relocate.hpp"

/// The debug verifier: relocates a value to two more addresses and looks whether any word of it still leads
/// to a place where it no longer is. That a type is Transfer is in part its author's word; this tests it.
///
///   auto const report = verify_relocation(slot.emplace_with(make_cat));
///   if (!report) std::puts(report.text().c_str());
///
/// What it sees: words that are the address of an old place, and words and half words that are the distance
/// from themselves to it. What it does not see: what the heap holds, and others that point to the value.
namespace tenure::selfref {

/// A word that leads to where the value no longer is.
struct stale_word {
  std::size_t offset;       ///< in bytes from the start of the value
  bool is_distance;         ///< a distance from itself, not an address
  std::string_view member;  ///< the type of the field it lies in, where the fields can be read; else empty
};

class relocation_report {
  std::array<stale_word, 8> words_{};
  std::size_t count_ = 0;
  std::string_view type_;

 public:
  explicit relocation_report(std::string_view type) : type_{type} {}

  /// No word was stale.
  explicit operator bool() const noexcept { return count_ == 0; }
  std::size_t size() const noexcept { return count_; }
  /// The first words that were found, at most 8.
  stale_word const* begin() const noexcept { return words_.data(); }
  stale_word const* end() const noexcept {
    return words_.data() + (count_ < words_.size() ? count_ : words_.size());
  }

  void add(stale_word word) noexcept {
    for (stale_word const& known : *this) {
      if (known.offset == word.offset) return;
    }
    if (count_ < words_.size()) words_[count_] = word;
    ++count_;
  }

  /// One line for each word, with the rule's id; empty if there is none.
  std::string text() const {
    std::string said;
    for (stale_word const& word : *this) {
      said += "[selfref.stale] ";
      said += type_;
      said += ": the ";
      said += word.is_distance ? "distance" : "address";
      said += " at byte " + std::to_string(word.offset);
      if (!word.member.empty()) {
        said += ", in a field of type ";
        said += word.member;
        said += ",";
      }
      said += " still leads to the old place\n";
    }
    return said;
  }
};

namespace detail {

/// The type of the field of `value` that byte `offset` lies in.
template <class T>
std::string_view field_type_at(T& value, std::size_t offset) {
  std::string_view found;
  if constexpr (Structured<T>) {
    [&]<class... Field>(type_list<Field...>) {
      with_fields(value, [&](auto&... field) {
        auto const look = [&](auto const& at, std::size_t size, std::string_view name) {
          auto const start =
              static_cast<std::size_t>(bytes_between(std::addressof(value), std::addressof(at)));
          if (offset - start < size) found = name;
        };
        (look(field, sizeof field, std::string_view{tenure::name_of<Field>}), ...);
      });
    }(field_types<T>{});
  }
  return found;
}

/// Is `at` in, or at the end of, the `size` bytes at `place`?
inline bool leads_to(std::uintptr_t at, void const* place, std::size_t size) noexcept {
  return at - reinterpret_cast<std::uintptr_t>(place) <= size;
}

template <class T, class Word>
void find_stale(T& value, void const* old, relocation_report& report) {
  for (std::size_t offset = 0; offset + sizeof(Word) <= sizeof(T); offset += alignof(Word)) {
    auto const* const at = reinterpret_cast<unsigned char const*>(std::addressof(value)) + offset;
    Word word;
    std::memcpy(&word, at, sizeof word);
    auto const extended = static_cast<std::uintptr_t>(static_cast<std::intptr_t>(word));
    if (sizeof(Word) == sizeof(void*) && leads_to(extended, old, sizeof(T))) {
      report.add({offset, false, field_type_at(value, offset)});
    } else if (leads_to(reinterpret_cast<std::uintptr_t>(at) + extended, old, sizeof(T))) {
      report.add({offset, true, field_type_at(value, offset)});
    }
  }
}

/// Three places for a `T`, far enough apart that no small number is a distance between them, and full of
/// bytes that are no address.
template <class T>
class three_places {
  static constexpr std::size_t apart = ((sizeof(T) >> 20) + 1) << 21;
  std::align_val_t static constexpr align{alignof(T) > 64 ? alignof(T) : 64};
  std::byte* memory_ = static_cast<std::byte*>(::operator new(3 * apart, align));

 public:
  three_places() {
    for (int i = 0; i < 3; ++i) std::memset(place(i), 0x5a, sizeof(T));
  }
  three_places(three_places const&) = delete;
  three_places& operator=(three_places const&) = delete;
  ~three_places() { ::operator delete(memory_, align); }
  void* place(int i) const noexcept { return memory_ + static_cast<std::size_t>(i) * apart; }
};

template <class T>
relocation_report verify_from(own<T> first, three_places<T> const& places) {
  relocation_report report{tenure::name_of<T>};
  void const* const before = first.get();
  own<T> second = relocate_to(std::move(first), static_cast<T*>(places.place(1)));
  find_stale<T, std::intptr_t>(*second, before, report);
  find_stale<T, std::int32_t>(*second, before, report);
  void const* const between = second.get();
  own<T> third = relocate_to(std::move(second), static_cast<T*>(places.place(2)));
  for (void const* old : {before, between}) {
    find_stale<T, std::intptr_t>(*third, old, report);
    find_stale<T, std::int32_t>(*third, old, report);
  }
  return report;
}

}  // namespace detail

/// Relocates `value` twice, reports the words that are stale then, and ends it. Consumes the own.
/// It compares the value with the place that it comes from; bytes that the type leaves unset may hold
/// anything there, so a doubtful value is better made by `verify_relocation(make)`.
template <class T>
relocation_report verify_relocation(own<T> value) {
  detail::three_places<T> const places;
  return detail::verify_from(std::move(value), places);
}

/// The same with the value that `make()` returns, in fresh memory whose unset bytes are no address.
template <class F>
  requires std::is_object_v<std::invoke_result_t<F&>>
relocation_report verify_relocation(F make) {
  using value = std::invoke_result_t<F&>;
  detail::three_places<value> const places;
  return detail::verify_from(own<value>::from_raw(::new (places.place(0)) value(make())), places);
}

/// Traps with what the verifier finds. For checked builds: `require_relocatable([] { return cat{...}; });`
template <class F>
void require_relocatable(F make) {
  relocation_report const report = verify_relocation(std::move(make));
  if (!report) trap(report.text().c_str());
}

}  // namespace tenure::selfref
