// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A browser: for each page the constellation starts a script, which asks for layout and for painting.
namespace tenure::sessions::protocols::servo {

struct constellation {};
struct script {};
struct layout {};
struct paint {};

struct navigate {
  std::uint32_t url;
};
struct reflow {
  std::uint32_t tree;
};
struct display_list {
  std::uint32_t items;
};
struct queried {
  std::uint32_t geometry;
};
struct done {};
struct exit {};

inline constexpr auto protocol = loop<struct pages>(choice<constellation>(
    seq(send<constellation, script, navigate>,
        loop<struct changes>(
            choice<script>(seq(send<script, layout, reflow>, send<layout, paint, display_list>,
                               send<layout, script, queried>, jump<struct changes>),
                           seq(send<script, constellation, done>, jump<struct pages>)))),
    seq(send<constellation, script, exit>, send<script, layout, exit>, send<layout, paint, exit>)));

}  // namespace tenure::sessions::protocols::servo
