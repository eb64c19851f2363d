// SPDX-License-Identifier: BSL-1.0
// main for every benchmark binary: adds to the results where they come from.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>

namespace {

/// The commit of the source tree, with "+" when tracked files had changes; "unknown" without git.
auto commit() -> std::string {
  auto const ask = [](char const* command, std::string& answer) {
    auto* const pipe = ::popen(command, "r");
    if (pipe == nullptr) return false;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) answer += static_cast<char>(c);
    return ::pclose(pipe) == 0;
  };
  std::string head;
  std::string changes;
  if (!ask("git -C '" TENURE_SOURCE_DIR "' rev-parse --short=12 HEAD 2>/dev/null", head)) return "unknown";
  if (!head.empty()) head.pop_back();
  bool const clean =
      ask("git -C '" TENURE_SOURCE_DIR "' status --porcelain -uno 2>/dev/null", changes) && changes.empty();
  return clean ? head : head + "+";
}

auto compiler() -> std::string {
#ifdef __clang__
  return "Clang " __clang_version__;
#else
  return "GCC " __VERSION__;
#endif
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::AddCustomContext("commit", commit());
  benchmark::AddCustomContext("compiler", compiler());
  benchmark::AddCustomContext("flags", TENURE_BUILD_FLAGS);
  auto const run = benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return run == 0 ? 1 : 0;
}
