// SPDX-License-Identifier: BSL-1.0
#include "support/death.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <system_error>

namespace tenure::test::detail {

namespace {

// The exit status of a child whose `f` returned; no other way out uses it.
constexpr int returned = 97;

[[noreturn]] void child(int to, void (*call)(void*), void* f) {
  dup2(to, STDERR_FILENO);
  // The test framework's handlers would report the parent's test as failed.
  for (int signal : {SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGFPE}) std::signal(signal, SIG_DFL);
  std::set_terminate(std::abort);
  [&]() noexcept { call(f); }();
  std::fflush(stderr);
  _exit(returned);
}

}  // namespace

auto run_in_child(void (*call)(void*), void* f) -> death {
  int ends[2];
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  auto const pid = fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid == 0) child(ends[1], call, f);
  close(ends[1]);

  death end{};
  std::array<char, 512> buffer;
  for (ssize_t n = 0; (n = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    end.said.append(buffer.data(), static_cast<std::size_t>(n));
  }
  close(ends[0]);
  int status = 0;
  waitpid(pid, &status, 0);
  end.died = !(WIFEXITED(status) && WEXITSTATUS(status) == returned);
  return end;
}

}  // namespace tenure::test::detail
