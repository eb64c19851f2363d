// SPDX-License-Identifier: BSL-1.0
// The edits by number.
#pragma once

#define NO_EDIT 0
#define MESSAGE_ADDED_FIRST 1
#define MESSAGE_ADDED 2
#define MESSAGE_REMOVED 3
#define RENAMED 4
#define FIELD_ADDED 5
#define FIELD_REMOVED 6
#define RETYPED 7
#define RETYPED_WIDER 8
#define REORDERED 9
#define SAME_TYPE_SWAPPED 10
#define FIELD_RENAMED 11
#define BRANCH_ADDED 12
#define BRANCH_ADDED_BY_SERVER 13
#define BRANCH_REMOVED 14
#define ARMS_REORDERED 15
#define ORDER_SWAPPED 16
#define ROLE_RENAMED 17
#define ROLE_ADDED 18
#define LOOP_REMOVED 19
#define OTHER_DECIDES 20
#define OTHER_ENDS 21
#define ANSWER_ADDED 22
