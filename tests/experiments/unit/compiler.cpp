// SPDX-License-Identifier: BSL-1.0
#include "support/compiler.hpp"
#include "support/catch.hpp"
#include "support/child.hpp"
#include "support/instructions.hpp"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>

namespace ex = tenure::experiment;
using std::chrono::milliseconds;

TEST_CASE("a child's end is told apart") {
  auto const good = ex::run_child({"sh", "-c", "echo out; echo err >&2"});
  CHECK(good.ok());
  CHECK(good.output == "out\nerr\n");
  CHECK(ex::run_child({"sh", "-c", "exit 3"}).status == 3);
  CHECK(ex::run_child({"sh", "-c", "kill -SEGV $$"}).signal == SIGSEGV);
  auto const absent = ex::run_child({"no-such-program-anywhere"});
  CHECK_FALSE(absent.ok());
  CHECK(absent.how() == "cannot start 'no-such-program-anywhere': No such file or directory");
}

TEST_CASE("a child that takes too long is ended, with what it started") {
  ex::scratch const directory;
  auto const trace = directory.path() / "trace";
  auto const late = ex::run_child({"sh", "-c", "(sleep 1; touch " + trace.string() + ") & wait"},
                                  {.time = milliseconds{200}});
  CHECK(late.timed_out);
  CHECK(late.wall_seconds < 20);
  std::this_thread::sleep_for(milliseconds{1500});
  CHECK_FALSE(std::filesystem::exists(trace));

  auto const orphan = ex::run_child({"sh", "-c", "sleep 60 & echo done"});  // keeps our pipe open
  CHECK(orphan.ok());
  CHECK(orphan.output == "done\n");
  CHECK(orphan.wall_seconds < 20);
}

TEST_CASE("output beyond the limit is read and dropped") {
  auto const chatty = ex::run_child({"sh", "-c", "head -c 300000 /dev/zero"}, {.output = 1000});
  CHECK(chatty.ok());
  CHECK(chatty.output.size() == 1000);
}

TEST_CASE("a scratch directory goes with all it holds") {
  std::filesystem::path where;
  {
    ex::scratch const directory;
    where = directory.path();
    std::filesystem::create_directories(where / "a" / "b");
    CHECK(std::filesystem::exists(where));
  }
  CHECK_FALSE(std::filesystem::exists(where));
}

TEST_CASE("compilers answer") {
  REQUIRE_FALSE(ex::compilers().empty());
  for (auto const& cxx : ex::compilers()) {
    INFO(cxx.name);
    auto const accepted = ex::compile({.with = &cxx, .text = "int f();\nint f() { return 1; }\n"});
    CHECK(accepted.accepted());
    CHECK(accepted.user_seconds > 0);
    auto const rejected = ex::compile({.with = &cxx, .text = "int f() { return secret_name; }  // marker\n"});
    CHECK(rejected.rejected());
    CHECK(rejected.says("secret_name"));
    CHECK_FALSE(rejected.says("marker"));  // source lines are not echoed
    auto const no_header = ex::compile({.with = &cxx, .text = "#include \"no/such.hpp\"\n"});
    CHECK(no_header.said == ex::answer::broken);
    CHECK(ex::compile({.with = &cxx, .file = "/no/such/file.cpp"}).said == ex::answer::broken);
  }
  CHECK(ex::compile({.with = nullptr, .text = "\n"}).said == ex::answer::broken);
}

TEST_CASE("a misuse is judged beside its control") {
  auto const& cxx = ex::compilers().front();
  auto const judge = [&](std::string text) {
    return ex::judge_misuse({.with = &cxx, .text = std::move(text)});
  };

  auto const rule = judge("#if MISUSE\nstatic_assert(false, \"[ownership.affine] used twice\");\n#endif\n");
  CHECK(rule.said == ex::answer::rejected);
  CHECK(rule.rule == "[ownership.affine]");
  CHECK(judge("#if MISUSE\nint unseen();\n#endif\n").said == ex::answer::accepted);
  auto const broken = judge("static_assert(false, \"[ownership.affine] in the control\");\n");
  CHECK(broken.said == ex::answer::broken);
  CHECK(broken.reason.find("the control is not accepted") == 0);
}

TEST_CASE("instructions per operation are counted, or a reason is given") {
  auto const& cxx = ex::compilers().front();
  auto const counted = ex::instructions_per_operation(
      {.with = &cxx,
       .text = "#include <cstdlib>\n"
               "int main(int, char** v) {\n"
               "  volatile long x = 0;\n"
               "  for (long n = std::atol(v[2]); n != 0; --n) { x = x + 1; if (v[1][0] == '2') x = x + 1; }\n"
               "}\n"},
      {"1"});
  if (ex::run_child({"valgrind", "--version"}).ok()) {
    REQUIRE(counted.measured);
    CHECK(counted.measured->value > 1);
    CHECK(counted.measured->value < 20);
  } else {
    CHECK(counted.reason.find("valgrind") != std::string::npos);
  }
  auto const failing = ex::instructions_per_operation("/no/such/program", {});
  CHECK_FALSE(failing.measured);
  CHECK_FALSE(failing.reason.empty());
}
