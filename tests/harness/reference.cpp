// SPDX-License-Identifier: BSL-1.0
// Compiled for its command line, which the negative cases borrow.
