// SPDX-License-Identifier: BSL-1.0
// A client of version 1.2 meets a server of version 1.3: what breaks, when it is noticed, and what is said.
#include "support/child.hpp"
#include "support/compiler.hpp"
#include "support/experiment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace ex = tenure::experiment;

namespace {

constexpr auto client_again = "client recompiled";
constexpr auto server_again = "server recompiled";
constexpr auto at_connect = "fingerprints at connect";
constexpr auto monitored = "monitors";
constexpr auto by_hand = "switch by hand";

/// What an end that notices nothing makes of the edit, where both run to their ends.
enum class effect { none, other_values };
struct edit {
  int number;  ///< in cases/edits.hpp
  std::string title;
  effect unnoticed = effect::none;
  bool on_wire = true;  ///< whether a fingerprint can tell the versions apart
};
std::vector<edit> const edits{
    {1, "a message added at the start"},
    {2, "a message added in between"},
    {3, "a message removed"},
    {4, "a message renamed"},
    {5, "a field added", effect::other_values},
    {6, "a field removed", effect::other_values},
    {7, "a field of another type, of the same size", effect::other_values},
    {8, "a field made wider", effect::other_values},
    {9, "two fields of different types exchanged", effect::other_values},
    {10, "two fields of one type exchanged", effect::other_values, false},
    {11, "a field renamed", effect::none, false},
    {12, "a branch added to what the client may choose"},
    {13, "a branch added to what the server may choose"},
    {14, "a branch removed"},
    {15, "branches in another order"},
    {16, "two steps exchanged"},
    {17, "a role renamed"},
    {18, "a role added"},
    {19, "a loop removed"},
    {20, "a choice given to the other role"},
    {21, "the end decided by the other role"},
    {22, "an answer added at the end"},
};

auto chosen(bool quick) -> std::vector<edit> {
  if (!quick) return edits;
  std::vector<edit> some;
  for (auto const& one : edits) {
    if (one.number == 2 || one.number == 5 || one.number == 10 || one.number == 13) some.push_back(one);
  }
  return some;
}

/// What the compiler says first: our sentence if there is one, which GCC prints below its error.
auto sentence_of(std::string const& output) -> std::string {
  auto at = output.find("[sessions.");
  auto end = at == std::string::npos ? at : output.find_first_of("\"\n", at);
  if (at == std::string::npos) {
    at = output.find("error: ");
    if (at == std::string::npos) return output;
    at += 7;
    end = output.find('\n', at);
  }
  return output.substr(at, end - at);
}
auto rule_in(std::string const& sentence) -> std::string {
  if (!sentence.starts_with("[sessions.")) return "in C++ terms";
  return sentence.substr(0, sentence.find(']') + 1);
}

struct outcome {
  enum class kind { rejected, connect, step, hangs, wrong, harmless, unknown } what = kind::unknown;
  std::string sentence = {};
  int messages = 0;
};
using kind = outcome::kind;

auto judge_run(std::string const& line, edit const& of) -> outcome {
  auto const word = line.substr(0, line.find_first_of(" :"));
  auto const rest = line.size() > word.size() + 1 ? line.substr(word.size() + 1) : std::string();
  if (word == "connect") {
    if (rest.size() > 1) return {kind::connect, rest.substr(1)};
    return {of.unnoticed == effect::other_values ? kind::wrong : kind::harmless};
  }
  int const messages = std::atoi(rest.c_str());
  if (word == "noticed") {
    auto const at = rest.find("[sessions.");
    return {kind::step, at == std::string::npos ? rest : rest.substr(at), messages};
  }
  if (word == "hangs") return {kind::hangs, {}, messages};
  if (word != "ends" && word != "left") return {kind::unknown, line};
  if (word == "left" || of.unnoticed == effect::other_values) return {kind::wrong, {}, messages};
  return {kind::harmless, {}, messages};
}

auto cell_of(outcome const& found) -> ex::cell {
  auto const& sentence = found.sentence;
  switch (found.what) {
    case kind::rejected:
      return ex::good("compile time: " + rule_in(sentence), sentence);
    case kind::connect:
      return ex::good("before the first message", sentence);
    case kind::step:
      return ex::mixed(fmt::format("at message {}", found.messages), sentence);
    case kind::hangs:
      return ex::bad(fmt::format("never: both wait after {} messages", found.messages));
    case kind::wrong:
      return ex::bad("never: other values or messages than were meant");
    case kind::harmless:
      return ex::plain("never; nothing goes wrong in this run");
    case kind::unknown:
      break;
  }
  return ex::missing(sentence);
}

void measure(ex::report& out) {
  auto const all = chosen(out.quick());
  auto const* const cxx =
      ex::find_compiler(ex::family::clang) ? ex::find_compiler(ex::family::clang) : &ex::compilers().front();
  ex::scratch const directory;
  std::vector<ex::compilation> asked;
  auto const program = [&](edit const& one) { return directory.path() / fmt::format("run{}", one.number); };
  for (auto const* source : {"client", "server", "run"}) {
    for (auto const& one : all) {
      bool const runs = std::string_view(source) == "run";
      asked.push_back({.with = cxx,
                       .file = out.source_dir() / "cases" / fmt::format("{}.cpp", source),
                       .flags = {fmt::format("-DEDIT={}", one.number)},
                       .to = runs ? ex::mode::executable : ex::mode::syntax_only,
                       .output = runs ? program(one) : std::filesystem::path()});
    }
  }
  for (auto const* source : {"client", "server"})  // the control: version 1.2 with its own protocol
    asked.push_back({.with = cxx,
                     .file = out.source_dir() / "cases" / fmt::format("{}.cpp", source),
                     .flags = {"-DEDIT=0"}});
  auto const built = ex::compile_all(asked, "compiling versions");

  auto& shown = out.verdicts(fmt::format("When is the edit noticed? ({})", cxx->name));
  std::map<std::string, std::map<kind, int>> tally;
  std::map<int, std::map<std::string, outcome>> found;
  for (std::size_t i = 0; i != all.size(); ++i) {
    auto& of = found[all[i].number];
    for (auto const& [column, at] : {std::pair{client_again, i}, {server_again, i + all.size()}}) {
      auto const& answer = built[at];
      of[column] = answer.rejected() ? outcome{kind::rejected, sentence_of(answer.output)}
                   : answer.accepted()
                       ? outcome{all[i].unnoticed == effect::other_values && !all[i].on_wire ? kind::wrong
                                                                                             : kind::harmless}
                       : outcome{kind::unknown, answer.output};
    }
    auto const& answer = built[i + 2 * all.size()];
    for (auto const& [column, how] :
         {std::pair{at_connect, "connect"}, {monitored, "monitor"}, {by_hand, "hand-written"}}) {
      if (!answer.accepted()) {
        of[column] = {kind::unknown, answer.output};
        continue;
      }
      auto const run = ex::run_child({program(all[i]).string(), how}, {.time = std::chrono::seconds{20}});
      of[column] = run.ok() ? judge_run(run.output.substr(0, run.output.find('\n')), all[i])
                            : outcome{kind::unknown, run.how()};
    }
    for (auto const& [column, what] : of) {
      auto cell = cell_of(what);
      if (what.what == kind::harmless && (column == client_again || column == server_again))
        cell = ex::plain("compiles, and is right as it is");
      shown.set(all[i].title, column, cell);
      ++tally[column][what.what];
    }
  }
  auto const& count = built.size();
  out.claim_that("both programs compile with the protocol that they were written for",
                 built[count - 1].accepted() && built[count - 2].accepted(), "client and server of 1.2");

  int seen = 0, visible = 0, hidden_seen = 0;
  for (auto const& one : all) {
    bool const noticed = found[one.number][at_connect].what == kind::connect;
    visible += one.on_wire ? 1 : 0;
    seen += one.on_wire && noticed ? 1 : 0;
    hidden_seen += !one.on_wire && noticed ? 1 : 0;
  }
  out.claim_that(
      "fingerprints tell two builds apart before the first message, whatever steps, messages, "
      "roles or types of fields were edited; names of fields they do not see",
      visible > 0 && seen == visible && hidden_seen == 0,
      fmt::format("{} of {} edits, and {} of the {} that touch names of fields only", seen, visible,
                  hidden_seen, static_cast<int>(all.size()) - visible));

  int either = 0;
  for (auto const& one : all) {
    either += found[one.number][client_again].what == kind::rejected ||
                      found[one.number][server_again].what == kind::rejected
                  ? 1
                  : 0;
  }
  out.note(fmt::format(
      "Compiled again with 1.3, the program of one side at least is rejected for {} of {} "
      "edits (client {}, server {}).",
      either, all.size(), tally[client_again][kind::rejected], tally[server_again][kind::rejected]));
  auto const missed = [&](char const* column) {
    return tally[column][kind::hangs] + tally[column][kind::wrong];
  };
  out.note(
      fmt::format("Monitors, with the codec, notice {} of {}, at the first message that differs; {} go "
                  "wrong unnoticed. By hand {} go wrong unnoticed.",
                  tally[monitored][kind::step], all.size(), missed(monitored), missed(by_hand)));
  out.claim_that(
      "written by hand, no edit is noticed, and most go wrong",
      tally[by_hand][kind::step] == 0 && 2 * missed(by_hand) > static_cast<int>(all.size()),
      fmt::format("{} of {} hang or go on with other values or messages", missed(by_hand), all.size()));
  out.note(
      "Compiled with the warnings of this project as errors: -Wconversion, -Wreorder-init-list and missing "
      "initialisers are among what notices an edited field.");
  if (out.quick()) out.note("--quick judges four edits.");
  out.note(
      "By hand means: frames carry a message's number and its bytes; an end knows the numbers of its own "
      "version, has no case for others, and copies what bytes there are.");
}

}  // namespace

int main(int argc, char** argv) {
  return ex::run(
      argc, argv,
      {.name = "protocol_drift",
       .question = "A client is built from version 1.2 of a protocol, the server from 1.3: who notices?",
       .designs = {{client_again,
                    "the client's program of 1.2, with cursors, compiled with 1.3's choreography"},
                   {server_again,
                    "the server's program of 1.2, with cursors, compiled with 1.3's choreography"},
                   {at_connect, "two builds that first tell each other the fingerprints of their protocols"},
                   {monitored, "two builds without that; each watches the other by monitor<G, Role>"},
                   {by_hand, "two builds without that; each is a switch over the numbers of messages"}}},
      measure);
}
