// SPDX-License-Identifier: BSL-1.0
#include "corpus_text.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace marker_designs {
namespace {

std::regex const bound_word(R"(\b(Silent|Bounded|Relaxed)(Items)?\b|\b(silent|bounded|relaxed)_job\b)");

auto contents(std::filesystem::path const& file) -> std::string {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read '" + file.string() + "'");
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// "Silent" and "Bounded" become "Silent", "relaxed_job" becomes "silent_job", and so on.
auto saying(std::string const& said, std::string_view what) -> std::string {
  auto const ending = said.find_first_of("I_");
  auto made = std::string(what);
  if (said.ends_with("_job")) made.front() = static_cast<char>(made.front() - 'A' + 'a');
  return ending == std::string::npos ? made : made + said.substr(ending);
}

auto parsed(std::string text) -> function {
  function made;
  made.text = std::move(text);
  for (std::sregex_iterator at(made.text.begin(), made.text.end(), bound_word), end; at != end; ++at) {
    made.words.push_back({static_cast<std::size_t>(at->position()), at->str()});
  }
  static std::regex const declared(R"(\b(\w+)\([^()]*\) \{)");
  std::smatch found;
  if (!std::regex_search(made.text, found, declared))
    throw std::runtime_error("the corpus has a block without a function:\n" + made.text);
  made.name = found.str(1);
  return made;
}

/// Changes the words that `chosen` says, from the last to the first, so that positions stay right.
template <class Chosen, class Said>
auto changed(function const& from, Chosen chosen, Said said) -> function {
  auto text = from.text;
  for (std::size_t i = from.words.size(); i-- > 0;) {
    if (chosen(i)) text.replace(from.words[i].at, from.words[i].said.size(), said(from.words[i].said));
  }
  return parsed(std::move(text));
}

auto all(std::size_t) -> bool { return true; }

}  // namespace

auto function::bounds() const -> std::size_t {
  return static_cast<std::size_t>(std::ranges::count_if(words, &word::is_bound));
}

auto function::silenced(std::size_t which) const -> function {
  return changed(
      *this, [=](std::size_t i) { return i == which; }, [](auto const& w) { return saying(w, "Silent"); });
}
auto function::all_silenced() const -> function {
  return changed(*this, all, [](auto const& w) { return saying(w, "Silent"); });
}
auto function::all_bounded() const -> function {
  return changed(*this, all, [](auto const& w) { return saying(w, "Bounded"); });
}
auto function::without_words() const -> function {
  return changed(*this, all, [](auto const& w) { return w.ends_with("_job") ? "any_job" : "class"; });
}

auto functions_of(std::filesystem::path const& file) -> std::vector<function> {
  std::vector<function> found;
  std::istringstream lines(contents(file));
  static std::regex const included("#include \"corpus/(\\w+\\.hpp)\"");
  std::string block;
  for (std::string line; std::getline(lines, line) || !block.empty();) {
    bool const ended = !lines;
    std::smatch other;
    if (!ended && std::regex_match(line, other, included) && other.str(1) != "prelude.hpp") {
      auto const theirs = functions_of(file.parent_path() / other.str(1));
      found.insert(found.end(), theirs.begin(), theirs.end());
    }
    if (!ended && !line.empty()) {
      block += line + '\n';
      continue;
    }
    if (block.starts_with("template <") || block.starts_with("inline ")) found.push_back(parsed(block));
    block.clear();
    if (ended) break;
  }
  if (found.empty()) throw std::runtime_error("'" + file.string() + "' holds no function");
  return found;
}

auto calls_of(std::filesystem::path const& file) -> std::map<std::string, std::string, std::less<>> {
  std::map<std::string, std::string, std::less<>> found;
  std::istringstream lines(contents(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("CALL(")) found[line.substr(5, line.find(',') - 5)] = line;
  }
  return found;
}

auto apply(std::vector<function> from, function (function::*change)() const) -> std::vector<function> {
  for (auto& one : from) one = (one.*change)();
  return from;
}

}  // namespace marker_designs
