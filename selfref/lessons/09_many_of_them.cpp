// SPDX-License-Identifier: BSL-1.0
// Many of them.
//
// A vector that grows is where relocation pays. transfer_vector relocates its elements in their best way,
// down to one realloc for all of them; and it holds types that cannot be moved at all, if they say how they
// are relocated. The jobs here are linked with each other while they lie in such a vector.

#include <tenure/selfref/list.hpp>
#include <tenure/selfref/vector.hpp>

#include <utility>

using namespace tenure::selfref;

// [job]
struct job {
  int urgency;
  transfer_link place;  // in the list of those that wait
};
using waiting_list = transfer_list<&job::place>;
// [/job]

int main() {
  // [grow]
  transfer_vector<job> jobs;
  waiting_list waiting;
  for (int i = 0; i < 100; ++i) {
    jobs.emplace_back(i % 10);  // the vector grows, and the linked jobs in it go elsewhere
    if (jobs.back().urgency > 7) waiting.push_back(jobs.back());
  }
  // [/grow]

  // The list leads to where they are now.
  int found = 0;
  for (job const& each : waiting) {
    if (&each < jobs.data() || &each >= jobs.data() + jobs.size() || each.urgency < 8) return 1;
    ++found;
  }
  if (found != 20) return 2;

  // [erase]
  jobs.erase(jobs.begin(), jobs.begin() + 50);  // those that are erased leave the list by themselves
  job taken = jobs.take(jobs.end() - 1);        // one comes out, and keeps its place in it
  // [/erase]
  found = 0;
  for (job const& each : waiting) found += &each == &taken ? 100 : 1;
  return found == 109 ? 0 : 3;
}
