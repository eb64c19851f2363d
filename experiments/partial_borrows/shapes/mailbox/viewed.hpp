// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "mailbox.hpp"
#include "tenure/views.hpp"

namespace mailbox {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class processor {
  std::vector<message> messages_ = ten_messages();
  statistics statistics_;

  friend struct tenure::views::access;

 public:
  struct messages;
  struct totals;

 private:
  static auto tenure_fields(messages*) -> tenure::views::fields<&processor::messages_>;
  static auto tenure_fields(totals*) -> tenure::views::fields<&processor::statistics_>;

 public:
  static auto waiting(view<processor, mut<messages>> self) -> std::vector<message>& {
    return self[at<&processor::messages_>];
  }
  static auto peek(view<processor, shr<messages>> self) -> std::vector<message> const& {
    return self[at<&processor::messages_>];
  }
  CALLED static void receive(view<processor, mut<messages>> self, message one) {
    self[at<&processor::messages_>].push_back(std::move(one));
  }
  static auto report(view<processor, shr<totals>> self) -> statistics const& {
    return self[at<&processor::statistics_>];
  }
  CALLED static void reset(view<processor, mut<totals>> self) { self[at<&processor::statistics_>] = {}; }
  CALLED static void count(view<processor, mut<totals>> self, message const& one) {
#if CASE == UNDECLARED_FIELD
    self[at<&processor::messages_>].push_back({});
#endif
    auto& all = self[at<&processor::statistics_>];
    ++all.seen;
    all.urgent += one.urgent ? 1 : 0;
    all.characters += one.text.size();
  }
};

using messages = processor::messages;
using totals = processor::totals;

}  // namespace mailbox
