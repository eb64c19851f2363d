// SPDX-License-Identifier: BSL-1.0
#pragma once

// The designs, -DDESIGN, and what is done with them, -DOPERATION.
#define ABSOLUTE 1
#define STAYS 2
#define MOVE_CONSTRUCTOR 3
#define HOOK 4
#define SELF_FIELD 5
#define SELF_TAG 6
#define SELF_PTR 7
#define SELF_SLICE 8
#define INDEX 9
#define TWO_PHASE 10
#define HEAP_PIN 11
#define COROUTINE 12
#define OFFSET_PTR 13

#define RETURN_PRVALUE 1
#define RETURN_VARIABLE 2
#define MOVE 3
#define SWAP 4
#define GROW 5
#define ERASE 6
#define MEMCPY 7
#define REALLOC 8
#define MAP 9
#define RELOCATE 10
#define TRANSFER_VECTOR 11
#define VERIFY 12

// Of a future, -DOPERATION too.
#define POLL_IN_PLACE 1
#define MOVE_BEFORE_POLL 2
#define MOVE_BETWEEN_POLLS 3
#define GROW_BETWEEN_POLLS 4
#define RELOCATE_BETWEEN_POLLS 5

// The exit status of a program that came to a wrong result.
#define WRONG_RESULT 3
