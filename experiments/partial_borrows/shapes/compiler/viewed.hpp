// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "compiler.hpp"
#include "tenure/views.hpp"

namespace compiler {

using tenure::views::all;
using tenure::views::at;
using tenure::views::lend;
using tenure::views::mut;
using tenure::views::shr;
using tenure::views::view;

class session {
  interner names_;
  std::vector<std::string> diagnostics_;

  friend struct tenure::views::access;

 public:
  struct names;
  struct diagnostics;

 private:
  static auto tenure_fields(names*) -> tenure::views::fields<&session::names_>;
  static auto tenure_fields(diagnostics*) -> tenure::views::fields<&session::diagnostics_>;

 public:
  CALLED static auto spelling(view<session, shr<names>> self, name of) -> std::string const& {
    return self[at<&session::names_>].spellings[of];
  }
  static auto spellings(view<session, shr<names>> self) -> std::size_t {
    return self[at<&session::names_>].spellings.size();
  }
  CALLED static auto intern(view<session, mut<names>> self, std::string_view spelling) -> name {
    return self[at<&session::names_>].intern(spelling);
  }
  static auto reports(view<session, shr<diagnostics>> self) -> std::vector<std::string> const& {
    return self[at<&session::diagnostics_>];
  }
  CALLED static void start(view<session, mut<diagnostics>> self) { self[at<&session::diagnostics_>].clear(); }
  CALLED static void report(view<session, mut<diagnostics>> self, std::string_view about) {
#if CASE == UNDECLARED_FIELD
    self[at<&session::names_>].intern("error");
#endif
    self[at<&session::diagnostics_>].emplace_back(about);
  }
};

using names = session::names;
using diagnostics = session::diagnostics;

}  // namespace compiler
