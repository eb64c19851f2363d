// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "editor.hpp"
#include "tenure/views.hpp"

namespace editor {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class document {
  std::vector<std::string> lines_ = six_lines();
  std::vector<position> highlights_;
  position cursor_, anchor_;

  friend struct tenure::views::access;

 public:
  struct lines;
  struct highlights;
  struct cursor;
  struct anchor;

 private:
  static auto tenure_fields(lines*) -> tenure::views::fields<&document::lines_>;
  static auto tenure_fields(highlights*) -> tenure::views::fields<&document::highlights_>;
  static auto tenure_fields(cursor*) -> tenure::views::fields<&document::cursor_>;
  static auto tenure_fields(anchor*) -> tenure::views::fields<&document::anchor_>;

 public:
  static auto text(view<document, shr<lines>> self) -> std::vector<std::string> const& {
    return self[at<&document::lines_>];
  }
  CALLED static auto find(view<document, shr<lines>> self, std::size_t line, std::string_view word)
      -> std::size_t {
#if CASE == WRITES_WHAT_IT_READS
    self[at<&document::lines_>][line].clear();
#endif
    return self[at<&document::lines_>][line].find(word);
  }
  CALLED static void insert(view<document, mut<lines>> self, std::string line) {
    self[at<&document::lines_>].push_back(std::move(line));
  }
  static auto marked(view<document, shr<highlights>> self) -> std::vector<position> const& {
    return self[at<&document::highlights_>];
  }
  CALLED static void unmark(view<document, mut<highlights>> self) {
    self[at<&document::highlights_>].clear();
  }
  CALLED static void mark(view<document, mut<highlights>> self, position here) {
#if CASE == UNDECLARED_FIELD
    self[at<&document::lines_>].emplace_back();
#endif
    self[at<&document::highlights_>].push_back(here);
  }
  static auto other_end(view<document, shr<anchor>> self) -> position { return self[at<&document::anchor_>]; }
  CALLED static void move_cursor(view<document, mut<cursor>> self, position to) {
#if CASE == WRONG_FIELD
    self[at<&document::anchor_>] = to;
#else
    self[at<&document::cursor_>] = to;
#endif
  }
};

using lines = document::lines;
using highlights = document::highlights;
using cursor = document::cursor;
using anchor = document::anchor;

}  // namespace editor
