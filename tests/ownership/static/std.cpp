// SPDX-License-Identifier: BSL-1.0
// Every declared verdict on the standard library, each refusal beside a neighbour that is accepted.
#include "tenure/ownership/std.hpp"

namespace std_static {
using namespace tenure;

template <class M, class T>
inline constexpr bool lacks = derived<M, T> == verdict::no;
template <class M, class T>
inline constexpr bool open = derived<M, T> == verdict::unknown;
template <class T>
inline constexpr bool all_four = Send<T> && Sync<T> && Move<T> && Leak<T>;
/// Like `int*`: may be moved and leaked and nothing else.
template <class T>
inline constexpr bool as_pointer = !Send<T> && !Sync<T> && Move<T> && Leak<T>;

struct must_end {
  int n;
};
struct stays {
  int n;
};
class hiding {
 public:
  int get() const { return x_; }

 private:
  int x_ = 0;
};
}  // namespace std_static

template <>
struct tenure::declare<tenure::marker::leak, std_static::must_end> : tenure::no {};
template <>
struct tenure::declare<tenure::marker::move, std_static::stays> : tenure::no {};

namespace std_static {

// Values and names.
static_assert(all_four<std::string> && all_four<std::u8string> && all_four<std::string_view> &&
              all_four<std::error_code> && all_four<std::type_index> && all_four<std::bitset<9>> &&
              all_four<std::complex<double>> && all_four<std::chrono::seconds> &&
              all_four<std::chrono::system_clock::time_point> && all_four<std::filesystem::path> &&
              all_four<std::monostate> && all_four<std::allocator<int>> && all_four<std::byte> &&
              all_four<std::initializer_list<int>>);

// As their parts are: each family with good, pointing, unleakable and hiding contents.
template <template <class...> class Family>
inline constexpr bool by_content =
    all_four<Family<int>> && all_four<Family<std::string>> && as_pointer<Family<int*>> &&
    Send<Family<must_end>> && lacks<marker::leak, Family<must_end>> && open<marker::send, Family<hiding>> &&
    open<marker::leak, Family<hiding>> && Send<Family<std::unique_ptr<int>>> &&
    lacks<marker::sync, Family<std::unique_ptr<int>>>;
template <class T>
using with_key = std::map<int, T>;
template <class T>
using with_key_again = std::multimap<int, T>;
template <class T>
using with_hash = std::unordered_map<int, T>;
template <class T>
using with_hash_again = std::unordered_multimap<int, T>;
template <class T>
using three = std::array<T, 3>;
template <class T>
using with_int = std::pair<int, T>;
template <class T>
using or_text = std::expected<T, std::string>;
template <class T>
using text_or = std::expected<std::string, T>;
template <class T>
using or_nothing = std::variant<std::monostate, T>;
static_assert(by_content<std::vector> && by_content<std::deque> && by_content<std::list> &&
              by_content<std::forward_list> && by_content<std::stack> && by_content<std::queue>);
static_assert(by_content<with_key> && by_content<with_key_again> && by_content<with_hash> &&
              by_content<with_hash_again>);
static_assert(by_content<std::optional> && by_content<std::tuple> && by_content<three> &&
              by_content<with_int> && by_content<or_text> && by_content<text_or> && by_content<or_nothing>);
static_assert(all_four<std::set<int>> && as_pointer<std::set<int*>> && all_four<std::multiset<int>> &&
              as_pointer<std::multiset<int*>> && all_four<std::unordered_set<int>> &&
              as_pointer<std::unordered_set<int*>> && all_four<std::unordered_multiset<int>> &&
              as_pointer<std::unordered_multiset<int*>> && all_four<std::priority_queue<int>> &&
              as_pointer<std::priority_queue<int*>>);
static_assert(all_four<std::map<std::string, int>> && as_pointer<std::map<int*, int>> &&
              as_pointer<std::unordered_map<int*, int>>);
static_assert(all_four<std::tuple<>> && all_four<std::expected<void, int>> && all_four<std::unexpected<int>>);

// A state of their own counts: a comparison that points.
struct pointing_order {
  int* calls;
  bool operator()(int a, int b) const { return a < b; }
};
static_assert(as_pointer<std::set<int, pointing_order>> && all_four<std::set<int, std::greater<>>>);

// Moving: what holds its values in place asks them, what holds them elsewhere does not.
static_assert(lacks<marker::move, std::optional<stays>> && lacks<marker::move, std::tuple<int, stays>> &&
              lacks<marker::move, std::array<stays, 2>> && lacks<marker::move, std::pair<stays, int>> &&
              lacks<marker::move, std::variant<int, stays>> &&
              lacks<marker::move, std::expected<stays, int>>);
static_assert(Move<std::vector<stays>> && Move<std::list<stays>> && Move<std::unique_ptr<stays>> &&
              Move<std::shared_ptr<stays>> && Move<std::map<int, stays>>);

// Owners by pointer.
static_assert(Send<std::unique_ptr<int>> && lacks<marker::sync, std::unique_ptr<int>> &&
              Sync<std::unique_ptr<int const>> && Sync<std::unique_ptr<std::mutex>> &&
              Leak<std::unique_ptr<int>> && Move<std::unique_ptr<int>>);
static_assert(Send<std::unique_ptr<int[]>> && lacks<marker::sync, std::unique_ptr<int[]>> &&
              Sync<std::unique_ptr<int const[]>> && lacks<marker::send, std::unique_ptr<int*>> &&
              lacks<marker::leak, std::unique_ptr<must_end>>);
struct pointing_deleter {
  int* calls;
  void operator()(int*) const {}
};
static_assert(lacks<marker::send, std::unique_ptr<int, pointing_deleter>> &&
              Leak<std::unique_ptr<int, pointing_deleter>>);
static_assert(as_pointer<std::shared_ptr<int>> && all_four<std::shared_ptr<int const>> &&
              all_four<std::shared_ptr<std::atomic<int>>> && all_four<std::shared_ptr<std::mutex>> &&
              lacks<marker::leak, std::shared_ptr<must_end>> &&
              lacks<marker::send, std::shared_ptr<int* const>>);
static_assert(as_pointer<std::weak_ptr<int>> && all_four<std::weak_ptr<int const>> &&
              Leak<std::weak_ptr<must_end>>);
// Erased: what a void pointer owns nobody knows.
static_assert(open<marker::send, std::shared_ptr<void>> && open<marker::leak, std::shared_ptr<void const>>);
static_assert(open<marker::send, std::any> && open<marker::leak, std::any> && Move<std::any> &&
              open<marker::send, std::function<void()>> && open<marker::leak, std::function<void()>> &&
              open<marker::send, std::move_only_function<void()>> &&
              open<marker::send, std::packaged_task<void()>>);
struct shape {
  virtual ~shape() = default;
  virtual void draw() = 0;
};
static_assert(open<marker::leak, std::unique_ptr<shape>> && open<marker::send, std::unique_ptr<shape>>);

// References under another name.
static_assert(as_pointer<std::reference_wrapper<int>> && all_four<std::reference_wrapper<int const>> &&
              all_four<std::reference_wrapper<std::mutex>> && as_pointer<std::span<int>> &&
              all_four<std::span<int const, 3>> && as_pointer<std::span<int* const>>);

// Threads.
static_assert(Send<std::mutex> && Sync<std::mutex> && Synchronised<std::mutex> && Leak<std::mutex> &&
              lacks<marker::move, std::mutex>);
static_assert(Synchronised<std::timed_mutex> && Synchronised<std::recursive_mutex> &&
              Synchronised<std::recursive_timed_mutex> && Synchronised<std::shared_mutex> &&
              Synchronised<std::shared_timed_mutex> && Synchronised<std::once_flag> &&
              Synchronised<std::condition_variable> && Synchronised<std::condition_variable_any> &&
              Synchronised<std::latch> && Synchronised<std::counting_semaphore<3>> &&
              Synchronised<std::barrier<>> && Synchronised<std::atomic_flag>);
static_assert(Synchronised<std::atomic<int>> && Sync<std::atomic<int>> && Send<std::atomic<int>> &&
              Synchronised<std::atomic<int*>> && Leak<std::atomic<int*>> &&
              lacks<marker::move, std::atomic<int>>);
struct two_pointers {
  int *a, *b;
};
static_assert(lacks<marker::send, std::atomic<two_pointers>> && Leak<std::atomic<two_pointers>>);
static_assert(open<marker::send, std::atomic_ref<int>>);
static_assert(lacks<marker::send, std::lock_guard<std::mutex>> && Sync<std::lock_guard<std::mutex>> &&
              Leak<std::lock_guard<std::mutex>> && lacks<marker::move, std::lock_guard<std::mutex>> &&
              lacks<marker::synchronised, std::unique_lock<std::mutex>> &&
              Move<std::unique_lock<std::mutex>>);
static_assert(all_four<std::thread> && all_four<std::jthread> && all_four<std::thread::id> &&
              all_four<std::stop_token> && all_four<std::stop_source> &&
              lacks<marker::synchronised, std::thread>);
static_assert(all_four<std::future<int>> && all_four<std::promise<void>> && as_pointer<std::future<int*>> &&
              as_pointer<std::future<int&>> && all_four<std::shared_future<int>> &&
              lacks<marker::send, std::shared_future<std::unique_ptr<int>>> &&
              Send<std::future<std::unique_ptr<int>>> && lacks<marker::leak, std::future<must_end>>);

// What owns or holds a value may be written by one thread at a time, whatever it holds.
static_assert(lacks<marker::synchronised, std::vector<std::mutex>> &&
              lacks<marker::synchronised, std::optional<std::atomic<int>>> &&
              lacks<marker::synchronised, std::unique_ptr<std::mutex>> &&
              lacks<marker::synchronised, std::shared_ptr<std::mutex>> &&
              lacks<marker::synchronised, std::string>);
static_assert(Synchronised<std::array<std::mutex, 2>> && Synchronised<std::tuple<std::mutex, int const>> &&
              lacks<marker::synchronised, std::tuple<std::mutex, int>> && Synchronised<std::string const>);

// Through aggregates and round circles.
struct document {
  std::string title;
  std::vector<document> parts;
  std::optional<std::unique_ptr<document>> draft;
};
struct published {
  std::string title;
  std::map<std::string, std::shared_ptr<published const>> links;
};
struct published_draft {
  document inner;
  std::shared_ptr<published_draft const> next;
};
struct bad_document {
  std::vector<bad_document> parts;
  std::shared_ptr<bad_document> shared;
};
static_assert(Send<document> && Leak<document> && Move<document>);
static_assert(lacks<marker::sync, document>);  // a draft may be written through a const document
static_assert(all_four<published>);
static_assert(lacks<marker::send, published_draft>);  // for two threads may read, and so write, the next
static_assert(lacks<marker::send, bad_document> && Leak<bad_document>);

}  // namespace std_static
