// SPDX-License-Identifier: BSL-1.0
// The table L1 to L11 of the three designs in both readings. The verdicts on the left are computed by
// dialects.hpp from the designs' rules; those on the right are the table's.
#include <tenure/ownership/dialects.hpp>

namespace {

using namespace tenure::dialects;
using enum outcome;
using enum reading;
using enum bound;
using enum edition;

using column = std::array<outcome, sample_count>;

// --- Checked at definition, as in Rust ---

constexpr auto const& auto_def = verdicts<auto_trait, at_definition>;
static_assert(auto_def[0] == breaks);
static_assert(auto_def[1] == breaks);
static_assert(auto_def[2] == breaks);
static_assert(auto_def[3] == ok);
static_assert(auto_def[4] == ok);
static_assert(auto_def[5] == ok);
static_assert(auto_def[6] == rejected);
static_assert(auto_def[7] == not_applicable);
static_assert(auto_def[8] == never);
static_assert(auto_def[9] == not_applicable);
static_assert(auto_def[10] == not_applicable);

constexpr auto const& maybe_def = verdicts<maybe_trait, at_definition>;
static_assert(maybe_def[0] == ok);
static_assert(maybe_def[1] == ok);
static_assert(maybe_def[2] == pins);
static_assert(maybe_def[3] == ok);
static_assert(maybe_def[4] == ok);
static_assert(maybe_def[5] == ok);
static_assert(maybe_def[6] == rejected);
static_assert(maybe_def[7] == breaking_change);
static_assert(maybe_def[8] == for_ever);
static_assert(maybe_def[9] == not_applicable);
static_assert(maybe_def[10] == not_applicable);

constexpr auto const& gated_def = verdicts<edition_gated, at_definition>;
static_assert(gated_def[0] == needs_bound_after);
static_assert(gated_def[1] == needs_bound_after);
static_assert(gated_def[2] == needs_bound_after);
static_assert(gated_def[3] == ok);
static_assert(gated_def[4] == ok);
static_assert(gated_def[5] == ok);
static_assert(gated_def[6] == rejected);
static_assert(gated_def[7] == ok);
static_assert(gated_def[8] == during_migration);
static_assert(gated_def[9] == rejected_at_boundary);
static_assert(gated_def[10] == checked_at_instantiation);

// --- Checked at instantiation, as in C++ ---

constexpr auto const& auto_inst = verdicts<auto_trait, at_instantiation>;
static_assert(auto_inst[0] == per_argument);
static_assert(auto_inst[1] == breaks);  // an erased type is known to nobody
static_assert(auto_inst[2] == per_argument);
static_assert(auto_inst[3] == ok);
static_assert(auto_inst[4] == ok);
static_assert(auto_inst[5] == ok);
static_assert(auto_inst[6] == rejected);
static_assert(auto_inst[7] == not_applicable);
static_assert(auto_inst[8] == never);
static_assert(auto_inst[9] == not_applicable);
static_assert(auto_inst[10] == not_applicable);

constexpr auto const& maybe_inst = verdicts<maybe_trait, at_instantiation>;
static_assert(maybe_inst[0] == ok);
static_assert(maybe_inst[1] == ok);
static_assert(maybe_inst[2] == ok);  // no body relies on the bound, so nothing is pinned
static_assert(maybe_inst[3] == ok);
static_assert(maybe_inst[4] == ok);
static_assert(maybe_inst[5] == ok);
static_assert(maybe_inst[6] == rejected);
static_assert(maybe_inst[7] == ok);  // and it may be withdrawn
static_assert(maybe_inst[8] == for_ever);
static_assert(maybe_inst[9] == not_applicable);
static_assert(maybe_inst[10] == not_applicable);

constexpr auto const& gated_inst = verdicts<edition_gated, at_instantiation>;
static_assert(gated_inst[0] == per_argument);
static_assert(gated_inst[1] == needs_bound_after);
static_assert(gated_inst[2] == per_argument);
static_assert(gated_inst[3] == ok);
static_assert(gated_inst[4] == ok);
static_assert(gated_inst[5] == ok);
static_assert(gated_inst[6] == rejected);
static_assert(gated_inst[7] == ok);
static_assert(gated_inst[8] == never);  // an old template that forgets nothing takes the value as it is
static_assert(gated_inst[9] == checked_at_instantiation);
static_assert(gated_inst[10] == checked_at_instantiation);

// --- The facts under the verdicts, each beside its opposite ---

static_assert(tenure::Leak<archetype<true>> && !tenure::Leak<archetype<false>>);
static_assert(tenure::Leak<plain> && !tenure::Leak<guard>);
static_assert(!tenure::Leak<forget_holder::holder>);
static_assert(Compiles<forget_generic, world<auto_trait, before, at_instantiation, plain>>);
static_assert(!Compiles<forget_generic, world<auto_trait, before, at_instantiation, guard>>);
static_assert(!Compiles<forget_object<silent>, world<auto_trait, before, at_instantiation>>);
static_assert(Compiles<forget_object<required>, world<auto_trait, before, at_instantiation>>);

// --- Every rule bears weight: a design in which one rule is turned round has another column ---

constexpr column of(column const& all) { return all; }

template <design const& D, reading R>
constexpr int changed_from(column const& original) {
  int changed = 0;
  for (std::size_t i = 0; i < sample_count; ++i) changed += verdicts<D, R>[i] != original[i];
  return changed;
}

constexpr design auto_with_default{"", true, false, false, false};
static_assert(of(verdicts<auto_with_default, at_definition>) == of(maybe_def));
constexpr design auto_with_old_promise{"", false, true, false, false};
static_assert(verdicts<auto_with_old_promise, at_definition>[0] == needs_bound_after);
static_assert(verdicts<auto_with_old_promise, at_definition>[9] == hole);

constexpr design maybe_without_default{"", false, false, false, false};
static_assert(of(verdicts<maybe_without_default, at_definition>) == of(auto_def));
constexpr design maybe_for_all{"", true, false, true, false};
static_assert(verdicts<maybe_for_all, at_definition>[6] == hole);

constexpr design gated_without_firewall{"", false, true, false, false};
static_assert(verdicts<gated_without_firewall, at_definition>[9] == hole);
static_assert(verdicts<gated_without_firewall, at_definition>[10] == hole);
static_assert(verdicts<gated_without_firewall, at_instantiation>[9] == hole);
static_assert(changed_from<gated_without_firewall, at_definition>(gated_def) == 3);
constexpr design gated_without_old_promise{"", false, false, false, true};
static_assert(of(verdicts<gated_without_old_promise, at_definition>) == of(auto_def));
constexpr design gated_with_default{"", true, true, false, true};
static_assert(verdicts<gated_with_default, at_definition>[8] == for_ever);
constexpr design gated_for_all{"", false, true, true, true};
static_assert(verdicts<gated_for_all, at_definition>[6] == hole);
static_assert(verdicts<gated_for_all, at_definition>[9] == not_applicable);

// --- Erasure ---

struct shown : display {};
struct shown_guard : display {
  guard content;
};

using any_display = tenure::erased<display>;
using leakable_display = tenure::erased<display, tenure::marker::leak>;

static_assert(sizeof(any_display) == sizeof(void*));
static_assert(tenure::Move<any_display> && !tenure::Leak<any_display> && tenure::Leak<leakable_display>);
static_assert(!tenure::Send<leakable_display>);
static_assert(std::is_convertible_v<leakable_display, any_display>);
static_assert(!std::is_convertible_v<any_display, leakable_display>);
static_assert(!std::is_copy_constructible_v<any_display>);
static_assert(tenure::Erasable<shown_guard, display>);
static_assert(!tenure::Erasable<shown_guard, display, tenure::marker::leak>);
static_assert(!tenure::Erasable<int, display> && !tenure::Erasable<display, display>);

}  // namespace

// A class with a base hides its fields, so it says itself what it is.
template <>
struct tenure::declare<tenure::marker::leak, shown> : tenure::yes {};
static_assert(tenure::Erasable<shown, display, tenure::marker::leak>);
