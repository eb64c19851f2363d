// SPDX-License-Identifier: BSL-1.0
#pragma once

// A cat has two words in itself, and a name that is the second one. What differs is what the name is.
// Each design has: `cat`; `make()`; `name_in(c)`, where the name leads to; `words_of(c)`, where the words
// are.
#include "common.hpp"

using namespace tenure::selfref;
using tenure::own;
using tenure::slot;

using word = std::array<char, 12>;
inline constexpr word nori{"Nori"};
inline constexpr word chashu{"Chashu"};

struct words {
  word& first;
  word& second;
};

#if DESIGN == ABSOLUTE
struct cat {
  word first = nori;
  word second = chashu;
  char const* name = second.data();
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name; }

#elif DESIGN == STAYS
struct cat {
  word first = nori;
  word second = chashu;
  char const* name = second.data();
  [[no_unique_address]] immovable stays = {};
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name; }

#elif DESIGN == MOVE_CONSTRUCTOR
struct cat {
  word first = nori;
  word second = chashu;
  char const* name = second.data();

  cat() = default;
  cat(cat&& other) noexcept : first{other.first}, second{other.second} {}
  cat& operator=(cat&& other) noexcept {
    first = other.first;
    second = other.second;
    return *this;
  }
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name; }

#elif DESIGN == HOOK
struct cat {
  word first = nori;
  word second = chashu;
  char const* name = second.data();

  cat() = default;
  cat(cat const&) = delete;
};
template <>
struct tenure::selfref::relocate_traits<cat> {
  static void fix_up(cat* first, std::size_t n, std::ptrdiff_t) noexcept {
    for (std::size_t i = 0; i < n; ++i) first[i].name = first[i].second.data();
  }
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name; }

#elif DESIGN == SELF_FIELD
struct cat {
  word first = nori;
  word second = chashu;
  [[no_unique_address]] self_field<&cat::second> name = {};
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name.in(c).data(); }

#elif DESIGN == SELF_TAG
struct cat {
  word first = nori;
  word second = chashu;
  self_tag<&cat::first, &cat::second> name = {};
};
inline cat make() {
  cat made;
  made.name.set<&cat::second>();
  return made;
}
inline char const* name_in(cat const& c) { return c.name.in(c).data(); }

#elif DESIGN == SELF_PTR
struct cat {
  word first = nori;
  word second = chashu;
  self_ptr<char> name = self_ptr<char>::to(*this, second[0]);
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name.get(); }

#elif DESIGN == SELF_SLICE
struct cat {
  word first = nori;
  word second = chashu;
  self_slice<&cat::second, std::uint32_t> name = {0, 6};
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name.in(c).data(); }

#elif DESIGN == INDEX
struct cat {
  std::array<word, 2> both{nori, chashu};
  int name = 1;
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.both[static_cast<std::size_t>(c.name)].data(); }

#elif DESIGN == TWO_PHASE
struct cat {
  word first = nori;
  word second = chashu;
  char const* name = nullptr;  // until it is begun
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name; }
#define BEGIN_PHASE_TWO
inline void begin(cat& c) { c.name = c.second.data(); }

#elif DESIGN == HEAP_PIN
struct cat {
  struct body {
    word first = nori;
    word second = chashu;
    char const* name = second.data();
  };
  std::unique_ptr<body> pinned;
};
inline cat make() { return {std::make_unique<cat::body>()}; }
inline char const* name_in(cat const& c) { return c.pinned->name; }

#elif DESIGN == COROUTINE
class cat {
 public:
  struct promise_type {
    word* first = nullptr;
    word* second = nullptr;
    char const* name = nullptr;
    cat get_return_object() { return cat{std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    void unhandled_exception() noexcept {}
    struct parts {
      promise_type& by;
      bool await_ready() const noexcept { return true; }
      void await_suspend(std::coroutine_handle<>) const noexcept {}
      promise_type& await_resume() const noexcept { return by; }
    };
    struct self {};
    parts await_transform(self) { return {*this}; }
    std::suspend_always await_transform(std::suspend_always wait) { return wait; }
  };
  cat(cat&& other) noexcept : frame{std::exchange(other.frame, nullptr)} {}
  cat& operator=(cat&& other) noexcept {
    std::swap(frame, other.frame);
    return *this;
  }
  ~cat() {
    if (frame) frame.destroy();
  }
  std::coroutine_handle<promise_type> frame;

 private:
  explicit cat(std::coroutine_handle<promise_type> begun) noexcept : frame{begun} {}
};
inline cat make() {
  word first = nori;
  word second = chashu;
  auto& mine = co_await cat::promise_type::self{};
  mine.first = &first;
  mine.second = &second;
  mine.name = second.data();
  co_await std::suspend_always{};
}
inline char const* name_in(cat const& c) { return c.frame.promise().name; }

#elif DESIGN == OFFSET_PTR
struct cat {
  word first = nori;
  word second = chashu;
  boost::interprocess::offset_ptr<char const> name{second.data()};
};
inline cat make() { return {}; }
inline char const* name_in(cat const& c) { return c.name.get(); }
#endif

#if DESIGN == INDEX
inline words words_of(cat& c) { return {c.both[0], c.both[1]}; }
#elif DESIGN == HEAP_PIN
inline words words_of(cat& c) { return {c.pinned->first, c.pinned->second}; }
#elif DESIGN == COROUTINE
inline words words_of(cat& c) { return {*c.frame.promise().first, *c.frame.promise().second}; }
#else
inline words words_of(cat& c) { return {c.first, c.second}; }
#endif

#ifndef BEGIN_PHASE_TWO
inline void begin(cat&) {}
#endif

/// Does the name lead to the second word of this cat, and of no other? It is changed, to see.
inline bool is_right(cat& c) {
  char const letter = static_cast<char>(words_of(c).second[1] ^ 1);
  words_of(c).second[1] = letter;
  return std::string_view{name_in(c)}.starts_with("C") && name_in(c)[1] == letter;
}
