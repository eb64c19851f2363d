// SPDX-License-Identifier: BSL-1.0
#include "probes.hpp"

#include "support/child.hpp"
#include "support/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace relocation_cost {
namespace {

struct probe {
  std::string name;
  std::string level;
  std::size_t largest;
  int rounds;
};

auto split(std::string const& line) -> std::vector<std::string> {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, '\t');) parts.push_back(part);
  return parts;
}

void read(std::string const& output, findings& into) {
  std::istringstream lines(output);
  for (std::string line; std::getline(lines, line);) {
    auto const word = split(line);
    if (word.size() != 5) {
      into.failures.push_back("not understood: " + line);
      continue;
    }
    auto& table = into.tables[word[0]];
    auto const n = std::stoul(word[1]);
    auto const& design = word[2];
    double const least = std::stod(word[3]), median = std::stod(word[4]);
    if (!std::ranges::count(table.designs, design)) table.designs.push_back(design);
    if (!std::ranges::count(table.sizes, n)) table.sizes.push_back(n);
    table.cells[{n, design}] = {least, least, median};
  }
}

/// Whether a program with this text is built.
auto builds(std::string const& text, std::vector<std::string> const& flags) -> ex::compiled {
  ex::scratch const directory;
  return ex::compile({.with = &ex::compilers().front(),
                      .text = text,
                      .flags = flags,
                      .to = ex::mode::executable,
                      .output = directory.path() / "program"});
}

/// Where Qt's headers lie: Debian's place, or those of others.
auto qt_headers() -> std::string {
  std::vector<std::string> places{"/usr/include/qt5", "/usr/include/qt", "/usr/local/include/qt5"};
  auto const triple = ex::run_child({ex::compilers().front().path, "-print-multiarch"});
  if (auto const end = triple.output.find('\n'); triple.ok() && end != std::string::npos && end != 0)
    places.insert(places.begin(), fmt::format("/usr/include/{}/qt5", triple.output.substr(0, end)));
  for (auto const& place : places) {
    if (std::filesystem::exists(place + "/QtCore/QVector")) return place;
  }
  return {};
}

}  // namespace

auto short_number(std::size_t n) -> std::string {
  int zeros = 0;
  std::size_t rest = n;
  while (rest != 0 && rest % 10 == 0) rest /= 10, ++zeros;
  return zeros > 2 ? fmt::format("{}e{}", rest, zeros) : fmt::format("{}", n);
}

// The source comes last on the command line, so libraries are taken whole, wanted or not.
auto find_peers() -> std::vector<peer> {
  if (ex::compilers().empty()) return {};
  auto const try_it = [](std::string column, std::string const& text, std::vector<std::string> flags,
                         std::string const& packages) -> peer {
    bool const found = builds(text, flags).accepted();
    return {std::move(column), std::move(flags), found ? "" : "not installed: " + packages};
  };
  std::string const use = "int main() {{ {} all; all.push_back(1); return all[0] - 1; }}";
  std::string const qt = qt_headers();
  return {try_it("boost::container::vector",
                 "#include <boost/container/vector.hpp>\n" +
                     fmt::format(fmt::runtime(use), "boost::container::vector<int>"),
                 {"-DWITH_BOOST=1"}, "Boost (libboost-dev)"),
          try_it("absl::InlinedVector",
                 "#include <absl/container/inlined_vector.h>\n" +
                     fmt::format(fmt::runtime(use), "absl::InlinedVector<int, 1>"),
                 {"-DWITH_ABSEIL=1", "-Wl,--whole-archive", "-labsl_throw_delegate",
                  "-labsl_raw_logging_internal", "-labsl_log_severity", "-Wl,--no-whole-archive"},
                 "Abseil (libabsl-dev)"),
          try_it("QVector", "#include <QVector>\n" + fmt::format(fmt::runtime(use), "QVector<int>"),
                 {"-DWITH_QT=1", "-isystem", qt, "-isystem", qt + "/QtCore", "-fPIC", "-Wl,--no-as-needed",
                  "-lQt5Core"},
                 "Qt 5 Core (qtbase5-dev)")};
}

auto flags_of(std::vector<peer> const& peers) -> std::vector<std::string> {
  std::vector<std::string> flags;
  for (auto const& each : peers) {
    if (each.missing.empty()) flags.insert(flags.end(), each.flags.begin(), each.flags.end());
  }
  return flags;
}

auto run_probes(ex::report const& out, std::vector<peer> const& peers) -> std::vector<findings> {
  std::vector<probe> probes;
  if (out.quick()) {
    probes = {{"passes", "-O2", 100'000, 3},
              {"growth", "-O2", 10'000, 3},
              {"peers", "-O2", 1'000, 3},
              {"dereference", "-O2", 1'000, 3}};
  } else {
    std::size_t const most = 10'000'000;
    probes = {{"passes", "-O2", most, 24},       {"growth", "-O2", most, 24},
              {"peers", "-O2", most, 24},        {"dereference", "-O2", most, 24},
              {"passes", "-O3", most / 100, 21}, {"dereference", "-O3", most / 10'000, 41}};
  }
  ex::scratch const directory;
  std::vector<ex::compilation> programs;
  auto const skips = [&](ex::compiler const& cxx, probe const& each) {  // to be quick
    return out.quick() && each.name == "peers" && &cxx != &ex::compilers().front();
  };
  for (auto const& cxx : ex::compilers()) {
    for (auto const& each : probes) {
      if (skips(cxx, each)) continue;
      std::vector<std::string> flags{each.level, "-DNDEBUG"};
      programs.push_back({.with = &cxx,
                          .file = out.source_dir() / "probe" / (each.name + ".cpp"),
                          .flags = flags,
                          .to = ex::mode::executable,
                          .output = directory.path() / fmt::format("probe{}", programs.size())});
      if (each.name == "peers") {
        auto const with_peers = flags_of(peers);
        programs.back().flags.insert(programs.back().flags.end(), with_peers.begin(), with_peers.end());
      }
    }
  }
  auto const built = ex::compile_all(programs, "building the probes");
  std::vector<findings> all;
  ex::progress shown("measuring", programs.size());
  std::size_t at = 0;
  for (auto const& cxx : ex::compilers()) {
    std::string const compiler = cxx.kind == ex::family::gcc ? "GCC" : "Clang";
    for (auto const& each : probes) {
      if (skips(cxx, each)) continue;
      auto found = std::ranges::find_if(
          all, [&](findings const& f) { return f.with == &cxx && f.level == each.level; });
      if (found == all.end()) {
        all.push_back({&cxx, compiler, each.level, {}, {}});
        found = all.end() - 1;
      }
      auto const title = fmt::format("{} with {} {}", each.name, compiler, each.level);
      if (!built[at].accepted()) {
        found->failures.push_back(title + " does not compile: " + built[at].output.substr(0, 400));
      } else {
        auto const run = ex::run_child(
            {programs[at].output.string(), std::to_string(each.largest), std::to_string(each.rounds)},
            {.time = std::chrono::minutes{20}});
        if (run.ok()) {
          read(run.output, *found);
        } else {
          found->failures.push_back(fmt::format("{}: {}; {}", title, run.how(), run.output.substr(0, 200)));
        }
      }
      ++at;
      shown.step();
    }
  }
  return all;
}

}  // namespace relocation_cost
