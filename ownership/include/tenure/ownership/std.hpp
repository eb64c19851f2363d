// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "tenure/ownership/std_containers.hpp"
#include "tenure/ownership/std_filesystem.hpp"
#include "tenure/ownership/std_threads.hpp"
#include "tenure/ownership/std_values.hpp"

/// Every verdict on the standard library. Its parts may be included one by one where compile time matters.
///
/// Where Rust has another verdict, C++ is the reason: `const` stops at a pointer, and a copy of a handle is
/// a second way to the same value. tests/ownership/races shows the race behind each difference.
///
///   std::shared_ptr<int>         neither Send nor Sync; Arc<i32> is both: each copy may write
///   std::unique_ptr<int>         Send, not Sync; Box<i32> is both: const stops at the pointer
///   int&, std::span<int>,        not Send; `&mut i32` is: nothing takes the lender's access away
///   std::reference_wrapper<int>
