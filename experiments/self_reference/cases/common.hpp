// SPDX-License-Identifier: BSL-1.0
#pragma once

// What the programs include: compiled once.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <boost/interprocess/offset_ptr.hpp>
#include <coroutine>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include "give_pats.hpp"
#include "numbers.hpp"
#include "tenure/selfref.hpp"
#include "tenure/selfref/std.hpp"
#include "tenure/selfref/vector.hpp"
#include "tenure/selfref/verify.hpp"
