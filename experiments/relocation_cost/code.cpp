// SPDX-License-Identifier: BSL-1.0
#include "probes.hpp"

#include "support/child.hpp"
#include "support/progress.hpp"

#include <fmt/format.h>

#include <optional>
#include <sstream>

namespace relocation_cost {
namespace {

struct column {
  std::string title;
  std::string suffix;  ///< of the functions in probe/code.cpp
};
std::vector<column> const columns{
    {"plain bytes", "memcpy"},      {"self_field", "self_field"}, {"self_ptr", "self_ptr"},
    {"absolute, fix_up", "fix_up"}, {"absolute, hook", "hook"},   {"absolute, move + destroy", "absolute"},
    {"offset_ptr", "offset_ptr"},   {"std::string", "string"},    {"heap pin", "heap_pin"}};

/// Bytes of the function and of what it calls in that object file: the linker throws the rest away. Nothing
/// when there is no such function.
auto bytes_of(std::string const& function, std::filesystem::path const& object) -> std::optional<double> {
  auto const kept = object.string() + ".kept";
  auto const link =
      ex::run_child({"ld", "-r", "--gc-sections", "--entry=" + function, "-o", kept, object.string()});
  auto const list = ex::run_child({"nm", "-S", "--defined-only", kept});
  if (!link.ok() || !list.ok()) return std::nullopt;
  double bytes = 0;
  bool found = false;
  std::istringstream lines(list.output);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string address, size, kind, name;
    if (!(words >> address >> size >> kind >> name) || std::string{"tTwW"}.find(kind) == std::string::npos)
      continue;
    bytes += static_cast<double>(std::stoul(size, nullptr, 16));
    found = found || name == function;
  }
  return found ? std::optional{bytes} : std::nullopt;
}

void show_sizes(ex::report& out) {
  std::vector<std::string> titles;
  for (auto const& each : columns) titles.push_back(each.title);
  auto& table = out.costs({.title = "Machine code, -O2",
                           .unit = "bytes",
                           .baseline = "absolute, move + destroy",
                           .columns = titles});
  std::vector<std::pair<std::string, std::string>> const operations{
      {"relocate n values", "pass"}, {"append to a vector", "push"}, {"follow the reference", "follow"}};
  for (auto const& cxx : ex::compilers()) {
    ex::scratch const directory;
    auto const object = directory.path() / "code.o";
    std::vector<std::string> flags{"-O2", "-DNDEBUG", "-ffunction-sections"};
    // GCC would put the unlikely parts of all functions into one section.
    if (cxx.kind == ex::family::gcc) flags.emplace_back("-fno-reorder-blocks-and-partition");
    auto const built = ex::compile({.with = &cxx,
                                    .file = out.source_dir() / "probe" / "code.cpp",
                                    .flags = flags,
                                    .to = ex::mode::object,
                                    .output = object});
    for (auto const& [title, prefix] : operations) {
      auto const row = fmt::format("{}, {}", title, cxx.kind == ex::family::gcc ? "GCC" : "Clang");
      for (auto const& each : columns) {
        if (prefix == "follow" && (each.suffix == "fix_up" || each.suffix == "hook"))
          continue;  // as "absolute"
        if (!built.accepted()) {
          table.missing(row, each.title, built.output.substr(0, 200));
        } else if (auto const bytes = bytes_of(prefix + "_" + each.suffix, object)) {
          table.set(row, each.title, *bytes);
        } else {
          table.missing(row, each.title, "ld or nm failed");
        }
      }
    }
  }
}

struct source {
  std::string column;
  std::string text;
  std::vector<std::string> flags = {};
};

void time_compilation(ex::report& out, std::string const& title, std::vector<source> const& sources,
                      std::vector<peer> const& absent) {
  std::vector<std::string> names;
  for (auto const& each : sources) names.push_back(each.column);
  for (auto const& each : absent) names.push_back(each.column);
  auto& table = out.costs({.title = title, .unit = "s", .baseline = names.front(), .columns = names});
  ex::progress shown("timing compilation", sources.size() * ex::compilers().size());
  for (auto const& cxx : ex::compilers()) {
    for (auto const& each : sources) {
      auto flags = each.flags;
      flags.insert(flags.end(), {"-O2", "-DNDEBUG"});
      ex::scratch const directory;
      table.set(cxx.name, each.column,
                ex::compile_cost({.with = &cxx,
                                  .text = each.text,
                                  .flags = flags,
                                  .to = ex::mode::object,
                                  .output = directory.path() / "unit.o"},
                                 3));
      shown.step();
    }
    for (auto const& each : absent) table.missing(cxx.name, each.column, each.missing);
  }
}

}  // namespace

void show_code(ex::report& out, std::vector<peer> const& peers) {
  show_sizes(out);
  if (out.quick()) return;
  auto const filled = [](std::string const& headers, std::string const& vector) {
    return headers + fmt::format(
                         "struct value {{ long word[4]; }};\n"
                         "long use({0}<value{1}>& all) {{\n"
                         "  all.push_back(value{{}});\n"
                         "  all.insert(all.begin(), value{{}});\n"
                         "  all.erase(all.begin());\n"
                         "  return all[0].word[0];\n"
                         "}}\n",
                         vector, vector == "absl::InlinedVector" ? ", 1" : "");
  };
  std::vector<source> vectors{{"std::vector", filled("#include <vector>\n", "std::vector")},
                              {"std::vector again", filled("#include <vector>\n", "std::vector")},
                              {"transfer_vector", filled("#include \"tenure/selfref/vector.hpp\"\n",
                                                         "tenure::selfref::transfer_vector")}};
  std::map<std::string, std::string> const header{{"boost::container::vector", "boost/container/vector.hpp"},
                                                  {"absl::InlinedVector", "absl/container/inlined_vector.h"},
                                                  {"QVector", "QVector"}};
  std::vector<peer> absent;
  for (auto const& each : peers) {
    if (!each.missing.empty()) {
      absent.push_back(each);
      continue;
    }
    std::vector<std::string> flags;
    for (auto const& flag : each.flags) {
      if (!flag.starts_with("-l") && !flag.starts_with("-Wl")) flags.push_back(flag);
    }
    vectors.push_back(
        {each.column, filled(fmt::format("#include <{}>\n", header.at(each.column)), each.column), flags});
  }
  time_compilation(out, "Compile time of a vector that is filled, inserted into and erased from", vectors,
                   absent);

  auto const with_member = [](std::string const& include, std::string const& member, std::string const& use) {
    return fmt::format("{}struct value {{ {} long word; }};\nlong use(value& it) {{ return {}; }}\n", include,
                       member, use);
  };
  time_compilation(
      out, "Compile time of a reference that is followed",
      {{"absolute", with_member("", "long* at;", "*it.at")},
       {"self_field",
        "#include \"tenure/selfref/self_field.hpp\"\n"
        "struct value { long word; [[no_unique_address]] tenure::selfref::self_field<&value::word> at; };\n"
        "long use(value& it) { return it.at.in(it); }\n"},
       {"self_ptr", with_member("#include \"tenure/selfref/self_ptr.hpp\"\n",
                                "tenure::selfref::self_ptr<long> at;", "*it.at")},
       {"offset_ptr", with_member("#include <boost/interprocess/offset_ptr.hpp>\n",
                                  "boost::interprocess::offset_ptr<long> at;", "*it.at")},
       {"heap pin", with_member("#include <memory>\n", "std::unique_ptr<long> at;", "*it.at")}},
      {});
}

}  // namespace relocation_cost
