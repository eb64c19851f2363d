// SPDX-License-Identifier: BSL-1.0
// The mistakes by number, and which of them a compilation has: with -DMISTAKE=n that one, without it all that
// no typed design lets through to the program, chosen when it runs.
#pragma once

#include <cstdlib>

#define RIGHT 0
#define WRONG_ORDER 1
#define WRONG_PAYLOAD 2
#define WRONG_PEER 3
#define REUSE 4
#define DROP 5
#define MISSING_BRANCH 6
#define EARLY_FINISH 7
#define DRIFT 8

#ifdef MISTAKE
#define HAS(n) (MISTAKE == n)
#else
#define HAS(n) (n != WRONG_PAYLOAD && n != WRONG_PEER)
#endif

/// The mistake asked for, in a program of several.
inline int asked(int argc, char** argv) { return argc == 2 ? std::atoi(argv[1]) : -1; }
