// SPDX-License-Identifier: BSL-1.0
// The rules as they are, and each way in which a mutation test breaks one of them.
#pragma once

#include <cstdint>

namespace tenure::model {

/// One deliberate fault. `none` are the rules of RustBelt.
enum class fault : std::uint8_t {
  none,
  longer_value,           // R1  a bool whose value may have a second byte
  exclusive_sharing,      // R2  a box that shares its content as if by &mut
  shares_capacity,        // R3  a vector that shares its capacity instead of its length
  one_lifetime_only,      // R4  a type that can be shared for 'a but for no shorter lifetime
  copy_without_read,      // R5  Copy does not ask whether sharing allows to read
  send_everything,        // R6  Send does not ask which thread
  sync_everything,        // R7  Sync does not ask which thread
  read_only_reference,    // R8  &T that forgets how T is shared
  local_scalar,           // R9  an integer shared on one thread only
  incl_without_shr,       // R10 subtyping looks at the owned mode only
  cell_accepts_more,      // R11 a cell whose own is not its content's
  lock_is_not_checked,    // R12 lock() returns though another holds the lock
  readers_are_not_sync,   // R13 RwLock: Sync does not ask for the content's Sync
  sum_forgets_payload,    // R14 a sum that does not claim what its second alternative owns
  token_survives,         // R15 the token is kept when the lifetime ends
  lender_keeps,           // R16 the lender may go on during the borrow
  open_without_token,     // R17 a borrow is opened without a token
  close_without_content,  // R17 a borrow is closed with an invalid content
  split_overlaps,         // R18 both halves of a borrow are the whole
  lifetime_grows,         // R18 a borrow is lengthened instead of shortened
  needs_both_dead,        // R19 an intersection ends when both lifetimes have ended
  fake_while_alive,       // R20 a borrow out of nothing at a lifetime that is alive
  shallow_sharing,        // R21 a shared &mut gives its pointer, not what it points to
  length_is_mutable,      // R22 a vector whose length may change while it is shared
  deep_pointer,           // N1  a pointer to a part of what a cell holds
  cell_is_covariant,      // N2  what is behind a mutable protocol may be weakened
  share_without_borrow,   // N3  sharing what was not borrowed for a lifetime
  write_through_read,     // N4  Cell::set where sharing is read-only
  end_while_read,         // N5  a lifetime ends while a part of its token is out
  copy_what_is_owned,     // N6  Copy does not ask whether own is persistent
  guard_for_anyone,       // N7  a guard that does not name the thread
  cell_mode_to_shared,    // N8  from the mode cell to the mode shared
};

struct rules {
  fault broken = fault::none;
  constexpr bool has(fault f) const { return broken == f; }
};

}  // namespace tenure::model
