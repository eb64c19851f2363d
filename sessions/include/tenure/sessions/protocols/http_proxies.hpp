// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A client reaches a server through two proxies, which pass on whatever they get.
namespace tenure::sessions::protocols::http_proxies {

struct client {};
struct proxy1 {};
struct proxy2 {};
struct server {};

struct open {};
struct ok {};
struct fail {};
struct get {
  std::uint32_t path;
};
struct put {
  std::uint32_t path, content;
};
struct post {
  std::uint32_t path, content;
};
struct ok_200 {
  std::uint32_t content;
};
struct not_found_404 {};
struct teapot_418 {};
struct close {};

template <class Request>
inline constexpr auto there =
    seq(send<client, proxy1, Request>, send<proxy1, proxy2, Request>, send<proxy2, server, Request>);

template <class Answer>
inline constexpr auto back =
    seq(send<server, proxy2, Answer>, send<proxy2, proxy1, Answer>, send<proxy1, client, Answer>);

template <class Request>
inline constexpr auto exchange =
    seq(there<Request>, choice<server>(back<ok_200>, back<not_found_404>, back<teapot_418>));

inline constexpr auto protocol =
    seq(there<open>, choice<server>(back<fail>, seq(back<ok>, loop<struct requests>(choice<client>(
                                                                  seq(exchange<get>, jump<struct requests>),
                                                                  seq(exchange<put>, jump<struct requests>),
                                                                  seq(exchange<post>, jump<struct requests>),
                                                                  there<close>)))));

}  // namespace tenure::sessions::protocols::http_proxies
