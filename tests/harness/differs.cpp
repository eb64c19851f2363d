// SPDX-License-Identifier: BSL-1.0
// One pair that is the same and one that is not, to show that the comparison sees it.
extern "C" {
int raw_once(int const* p) { return *p; }
int our_once(int const& p) { return p; }

int raw_twice(int const* p) { return *p; }
int our_twice(int const* p) { return *p + *p; }
}
