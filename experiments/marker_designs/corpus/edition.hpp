// SPDX-License-Identifier: BSL-1.0
// The corpus under the edition-gated trait, moved to the new edition: there Leak is an auto trait, and the
// text is the same. What the old edition reads is this text with every bound left out.
#pragma once

#include "corpus/auto.hpp"
