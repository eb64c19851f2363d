// SPDX-License-Identifier: BSL-1.0
#include "support/child.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

extern char** environ;

namespace tenure::experiment {
namespace {

std::sig_atomic_t volatile stop_requested = 0;

extern "C" void on_interrupt(int signal) {
  stop_requested = 1;
  std::signal(signal, SIG_DFL);
}

auto seconds(timeval const& t) -> double {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
}

/// A file descriptor that closes itself.
class descriptor {
 public:
  explicit descriptor(int fd) : fd_(fd) {}
  descriptor(descriptor const&) = delete;
  auto operator=(descriptor const&) -> descriptor& = delete;
  ~descriptor() { close(); }
  [[nodiscard]] auto get() const -> int { return fd_; }
  [[nodiscard]] auto open() const -> bool { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

/// What posix_spawn is told: our pipe as stdout and stderr, no input, a process group of its own, so
/// that all it starts can be ended with it, and the usual answer to signals.
class spawn_settings {
 public:
  explicit spawn_settings(int output) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files_, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files_, output, STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
  }
  spawn_settings(spawn_settings const&) = delete;
  auto operator=(spawn_settings const&) -> spawn_settings& = delete;
  ~spawn_settings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&files_);
  }
  [[nodiscard]] auto files() const -> posix_spawn_file_actions_t const* { return &files_; }
  [[nodiscard]] auto attributes() const -> posix_spawnattr_t const* { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

/// Reads what is there. Returns false at the end of the output.
auto read_some(descriptor const& from, std::string& into, std::size_t at_most) -> bool {
  std::array<char, 16384> buffer{};
  auto const got = ::read(from.get(), buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  auto const room = at_most > into.size() ? at_most - into.size() : 0;
  into.append(buffer.data(), std::min(static_cast<std::size_t>(got), room));
  return true;
}

}  // namespace

auto child_result::how() const -> std::string {
  if (!error.empty()) return error;
  if (timed_out) return fmt::format("ended after {:.0f} s without a result", wall_seconds);
  if (signal != 0) return fmt::format("ended by signal {} ({})", signal, strsignal(signal));
  return fmt::format("exit status {}", status);
}

auto run_child(std::vector<std::string> const& words, child_limits limits) -> child_result {
  using clock = std::chrono::steady_clock;
  stop_if_interrupted();

  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  descriptor reading(ends[0]);
  descriptor writing(ends[1]);

  std::vector<char*> argv;
  argv.reserve(words.size() + 1);
  for (auto const& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);

  child_result result;
  spawn_settings const settings(writing.get());
  pid_t child = 0;
  auto const began = clock::now();
  auto const failed =
      posix_spawnp(&child, argv[0], settings.files(), settings.attributes(), argv.data(), environ);
  if (failed != 0) {
    result.error = fmt::format("cannot start '{}': {}", words[0], std::strerror(failed));
    return result;
  }
  writing.close();

  // Until the child has ended and its output too. What outlives the child and keeps its output open
  // is given a moment, then ended.
  auto const deadline = began + limits.time;
  std::optional<clock::time_point> ended;
  int state = 0;
  rusage used{};
  while (!ended || reading.open()) {
    pollfd waiting{reading.get(), POLLIN, 0};  // a negative descriptor is ignored
    if (::poll(&waiting, 1, ended ? 50 : 10) > 0 && !read_some(reading, result.output, limits.output)) {
      reading.close();
    }
    if (!ended) {
      auto const got = ::wait4(child, &state, WNOHANG, &used);
      if (got == child) ended = clock::now();
    }
    bool const late = clock::now() >= deadline && !ended;
    bool const lingers = ended && reading.open() && clock::now() - *ended > std::chrono::seconds{1};
    if (late || stop_requested != 0) {
      ::kill(-child, SIGKILL);
      result.timed_out = late;
      while (!ended && ::wait4(child, &state, 0, &used) < 0 && errno == EINTR) {
      }
      ended = clock::now();
      reading.close();
    } else if (lingers) {
      ::kill(-child, SIGKILL);
      reading.close();
    }
  }
  stop_if_interrupted();

  if (WIFEXITED(state)) result.status = WEXITSTATUS(state);
  if (WIFSIGNALED(state)) result.signal = WTERMSIG(state);
  result.user_seconds = seconds(used.ru_utime);
  result.system_seconds = seconds(used.ru_stime);
  result.wall_seconds = std::chrono::duration<double>(*ended - began).count();
  return result;
}

void notice_interrupts() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

void stop_if_interrupted() {
  if (stop_requested != 0) throw interrupted();
}

scratch::scratch() {
  auto pattern = (std::filesystem::temp_directory_path() / "tenure-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(),
                            fmt::format("cannot make the directory '{}'", pattern));
  }
  path_ = pattern;
}

scratch::~scratch() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace tenure::experiment
