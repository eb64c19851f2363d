// SPDX-License-Identifier: BSL-1.0
#pragma once

// The post's asynchronous function
//
//     async fn give_pats() {
//         let data = "chashu tuna".to_string();
//         let name = data.split(' ').next().unwrap();
//         pat_cat(&name).await;
//         println!("patted {name}");
//     }
//
// written out as a state machine, in six ways. They differ in how the state machine refers to `name`, which
// is a part of `data`, which is a part of the state machine. Text of lessons 05 and 06 and of the experiment
// self_reference.

#include <tenure/selfref.hpp>
#include <tenure/selfref/std.hpp>

#include <coroutine>
#include <cstddef>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pats {

using namespace tenure::selfref;

enum class poll { pending, ready };

/// What a future is polled with: here it only takes down what was done.
struct context {
  std::string done = {};
};

inline std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// `pat_cat(&name)`: pats the cat of that name, and is ready when it is asked for the second time.
struct pat_cat {
  bool patted = false;

  poll poll_with(context& with, std::string_view name) {
    if (std::exchange(patted, true)) return poll::ready;
    with.done += "pat ";
    with.done += name;
    with.done += ", ";
    return poll::pending;
  }
};

enum class state { created, suspended, complete };

inline poll say_patted(context& with, std::string_view name) {
  with.done += "patted ";
  with.done += name;
  return poll::ready;
}

// What an async function returns, apart from the future that it becomes: `IntoFuture`. It has not begun, so
// it refers to nothing, and is moved, kept and sent as what it holds.

// [into]
template <class Future>
struct call_of {
  std::string data;

  // -> super Self: made where the caller wants it, so that the future need not be movable.
  Future into_future() && { return Future(std::move(data)); }
};
template <class Future>
call_of<Future> give_pats(std::string data = "chashu tuna") {
  return {std::move(data)};
}
// [/into]

// 1. The name is "these characters of my data". That stays true.
// [place]
struct by_place {
  state resume_from = state::created;
  std::optional<std::string> data;
  self_slice<&by_place::data> name;  // &'self.data str
  pat_cat patting;

  explicit by_place(std::string text) : data{std::move(text)} {}

  poll poll_with(context& with) {
    switch (resume_from) {
      case state::created:
        name = self_slice<&by_place::data>::of(*this, first_word(*data));
        resume_from = state::suspended;
        [[fallthrough]];
      case state::suspended:
        if (patting.poll_with(with, name.in(*this)) == poll::pending) return poll::pending;
        say_patted(with, name.in(*this));
        name = {};
        data.reset();
        resume_from = state::complete;
        [[fallthrough]];
      case state::complete:
        break;
    }
    return poll::ready;
  }
};
// [/place]

// The text of those that keep an address. `Self` has the fields of by_place, with a pointer for the name.
template <class Self>
poll poll_by_address(Self& self, context& with) {
  if (self.resume_from == state::created) {
    self.name = first_word(*self.data);
    self.resume_from = state::suspended;
  }
  if (self.resume_from == state::suspended) {
    if (self.patting.poll_with(with, *self.name) == poll::pending) return poll::pending;
    say_patted(with, *self.name);
    self.name.reset();
    self.data.reset();
    self.resume_from = state::complete;
  }
  return poll::ready;
}

// 2. An address, and the rule that nothing moves: !Move.
// [stays]
struct in_place : immovable {
  state resume_from = state::created;
  std::optional<std::string> data;
  std::optional<std::string_view> name;
  pat_cat patting;

  explicit in_place(std::string text) : data{std::move(text)} {}
  poll poll_with(context& with) { return poll_by_address(*this, with); }
};
// [/stays]

// 3. The same on the heap: the handle moves, what it leads to does not.
// [heap]
class on_the_heap {
  std::unique_ptr<in_place> pinned_;

 public:
  explicit on_the_heap(std::string text) : pinned_{std::make_unique<in_place>(std::move(text))} {}
  poll poll_with(context& with) { return pinned_->poll_with(with); }
};
// [/heap]

// 4. An address, and a hook that mends it: the post's Relocate.
// [hook]
struct with_hook {
  state resume_from = state::created;
  std::optional<std::string> data;
  std::optional<std::string_view> name;
  pat_cat patting;

  explicit with_hook(std::string text) : data{std::move(text)} {}
  with_hook(with_hook const&) = delete;
  poll poll_with(context& with) { return poll_by_address(*this, with); }
};
}  // namespace pats

template <>
struct tenure::selfref::relocate_traits<pats::with_hook> {
  // fn relocate(&own self) -> super Self
  static own<pats::with_hook> relocate(own<pats::with_hook> self, void* to) noexcept {
    auto* moved = ::new (to) pats::with_hook(std::string{});
    moved->resume_from = self->resume_from;
    moved->data = std::move(self->data);
    moved->patting = self->patting;
    if (self->name) moved->name = pats::first_word(*moved->data);  // the self-reference, made anew
    return own<pats::with_hook>::from_raw(moved);
  }
};
// [/hook]

namespace pats {

// 5. Two phases by Option: it may be moved until it is first polled, and then no more. Nobody checks that.
// [phases]
struct two_phase {
  state resume_from = state::created;
  std::optional<std::string> data;
  std::optional<std::string_view> name;  // none until the first poll
  pat_cat patting;

  explicit two_phase(std::string text) : data{std::move(text)} {}
  poll poll_with(context& with) { return poll_by_address(*this, with); }
};
// [/phases]

// 6. What the language makes of it: the state machine is a coroutine's frame, which is on the heap.
// [coroutine]
class coroutine {
 public:
  struct promise_type {
    context* with = nullptr;

    coroutine get_return_object() { return coroutine{handle::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() noexcept {}
    [[noreturn]] void unhandled_exception() { std::abort(); }

    // co_await on a pat_cat polls it until it is ready.
    struct patting {
      pat_cat cat;
      promise_type& by;
      std::string_view name;
      bool await_ready() { return cat.poll_with(*by.with, name) == poll::ready; }
      void await_suspend(std::coroutine_handle<>) noexcept {}
      void await_resume() noexcept {}
    };
    patting await_transform(std::string_view name) { return {{}, *this, name}; }
    struct current {
      promise_type& by;
      bool await_ready() const noexcept { return true; }
      void await_suspend(std::coroutine_handle<>) const noexcept {}
      context& await_resume() const noexcept { return *by.with; }
    };
    struct the_context {};
    current await_transform(the_context) { return {*this}; }
  };

  explicit coroutine(std::string data) : coroutine{body(std::move(data))} {}
  coroutine(coroutine&& other) noexcept : frame_{std::exchange(other.frame_, nullptr)} {}
  coroutine& operator=(coroutine&& other) noexcept {
    std::swap(frame_, other.frame_);
    return *this;
  }
  ~coroutine() {
    if (frame_) frame_.destroy();
  }

  poll poll_with(context& with) {
    if (!frame_.done()) {
      frame_.promise().with = &with;
      frame_.resume();
    }
    return frame_.done() ? poll::ready : poll::pending;
  }

 private:
  using handle = std::coroutine_handle<promise_type>;
  handle frame_;

  explicit coroutine(handle frame) noexcept : frame_{frame} {}

  static coroutine body(std::string data) {
    std::string_view const name = first_word(data);
    co_await name;  // pat_cat(&name).await
    say_patted(co_await promise_type::the_context{}, name);
  }
};
// [/coroutine]

// [loop]
template <class Future>
std::string finish(Future& future, context with = {}) {
  while (future.poll_with(with) == poll::pending) {
  }
  return with.done;
}
// [/loop]

inline constexpr std::string_view as_it_should_be = "pat chashu, patted chashu";

}  // namespace pats
