// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/experiment.hpp"

namespace scoped_threads {
/// Tasks over coroutines: what each design gives up of concurrency, parallelism and borrowing, and what
/// leaking the task does.
void show_trilemma(tenure::experiment::report& out);
}  // namespace scoped_threads
