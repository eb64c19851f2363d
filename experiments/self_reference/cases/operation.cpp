// SPDX-License-Identifier: BSL-1.0
// One operation on the cats of one design: exits with 0 if all names are right afterwards.
#include "design.hpp"

namespace {

#if OPERATION == RETURN_PRVALUE
// -> super Self
cat inner() { return make(); }
cat outer() { return inner(); }
bool holds() {
  cat c = outer();
  begin(c);
  return is_right(c);
}

#elif OPERATION == RETURN_VARIABLE
[[gnu::noinline]] cat one_of(bool first) {
  cat a = make();
  cat b = make();
  begin(a);
  begin(b);
  return std::move(first ? a : b);
}
bool holds() {
  cat c = one_of(std::getenv("HOME") != nullptr);
  return is_right(c);
}

#elif OPERATION == MOVE
bool holds() {
  auto old = std::unique_ptr<cat>(new cat(make()));
  begin(*old);
  cat moved = std::move(*old);
  old.reset();
  return is_right(moved);
}

#elif OPERATION == SWAP
bool holds() {
  cat a = make();
  cat b = make();
  begin(a);
  begin(b);
  std::swap(a, b);
  return is_right(a) && is_right(b);
}

#elif OPERATION == GROW
bool holds() {
  std::vector<cat> cats;
  for (int i = 0; i < 20; ++i) {
    cats.push_back(make());
    begin(cats.back());
  }
  for (cat& each : cats) {
    if (!is_right(each)) return false;
  }
  return true;
}

#elif OPERATION == ERASE
bool holds() {
  std::vector<cat> cats;
  cats.reserve(4);
  for (int i = 0; i < 4; ++i) {
    cats.push_back(make());
    begin(cats.back());
  }
  cats.erase(cats.begin());
  for (cat& each : cats) {
    if (!is_right(each)) return false;
  }
  return true;
}

#elif OPERATION == MEMCPY
bool holds() {
  void* const here = std::malloc(sizeof(cat));
  void* const there = std::malloc(sizeof(cat));
  begin(*::new (here) cat(make()));
  std::memcpy(there, here, sizeof(cat));
  std::free(here);  // the value is there now
  cat& moved = *std::launder(static_cast<cat*>(there));
  bool const right = is_right(moved);
  moved.~cat();
  std::free(there);
  return right;
}

#elif OPERATION == REALLOC
bool holds() {
  void* const here = std::malloc(sizeof(cat));
  begin(*::new (here) cat(make()));
  void* const there = std::realloc(here, std::size_t{1} << 20);
  cat& moved = *std::launder(static_cast<cat*>(there));
  bool const right = is_right(moved);
  moved.~cat();
  std::free(there);
  return right;
}

#elif OPERATION == MAP
// Written by this process, and read by a new one at another address.
void* mapped(int file, std::uintptr_t where) {
  return ::mmap(reinterpret_cast<void*>(where), 4096, PROT_READ | PROT_WRITE,
                MAP_SHARED | MAP_FIXED_NOREPLACE, file, 0);
}
bool read_by(int file) {
  void* const there = mapped(file, 0x150000000000);
  return there != MAP_FAILED && is_right(*std::launder(static_cast<cat*>(there)));
}
bool holds() {
  int const file = ::memfd_create("cat", 0);
  if (::ftruncate(file, 4096) != 0) std::abort();
  void* const here = mapped(file, 0x140000000000);
  if (here == MAP_FAILED) std::abort();
  begin(*::new (here) cat(make()));
  pid_t const child = ::fork();
  if (child == 0) {
    ::execl("/proc/self/exe", "read", std::to_string(file).c_str(), static_cast<char*>(nullptr));
    std::abort();
  }
  int how = 0;
  ::waitpid(child, &how, 0);
  return WIFEXITED(how) && WEXITSTATUS(how) == 0;
}

#elif OPERATION == RELOCATE
bool holds() {
  auto old = std::make_unique<slot<cat>>();
  slot<cat> there;
  own<cat> first = old->emplace_with(make);
  begin(*first);
  own<cat> second = relocate_at(std::move(first), there);
  old.reset();
  return is_right(*second);
}

#elif OPERATION == TRANSFER_VECTOR
bool holds() {
  transfer_vector<cat> cats;
  for (int i = 0; i < 20; ++i) {
    cats.emplace_back_with(make);
    begin(cats.back());
  }
  cats.erase(cats.begin());
  for (cat& each : cats) {
    if (!is_right(each)) return false;
  }
  return true;
}

#elif OPERATION == VERIFY
bool holds() {
  slot<cat> place;
  own<cat> made = place.emplace_with(make);
  begin(*made);
  auto const report = verify_relocation(std::move(made));
  if (!report) tenure::trap(report.text().c_str());
  return true;
}
#endif

}  // namespace

int main([[maybe_unused]] int argc, [[maybe_unused]] char** argv) {
#if OPERATION == MAP
  if (argc > 1) return read_by(std::atoi(argv[1])) ? 0 : WRONG_RESULT;
#endif
  return holds() ? 0 : WRONG_RESULT;
}
