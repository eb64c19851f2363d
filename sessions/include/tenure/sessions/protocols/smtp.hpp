// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "tenure/sessions/choreography.hpp"

/// A mail is handed over (RFC 5321, with STARTTLS and AUTH).
namespace tenure::sessions::protocols::smtp {

struct client {};
struct server {};

struct greeting_220 {};
struct ehlo {};
struct more_250 {};  // 250-
struct ok_250 {};
struct starttls {};
struct auth {
  std::uint64_t credentials;
};
struct accepted_235 {};
struct rejected_535 {};
struct mail {
  std::uint32_t from;
};
struct bad_501 {};
struct rcpt {
  std::uint32_t to;
};
struct data {};
struct go_354 {};
struct subject {
  std::uint32_t line;
};
struct line {
  std::uint32_t text;
};
struct end_of_mail {};
struct quit {};

/// The client says hello, the server lists what it can do.
template <class Tag>
inline constexpr auto hello = seq(
    send<client, server, ehlo>,
    loop<Tag>(choice<server>(seq(send<server, client, more_250>, jump<Tag>), send<server, client, ok_250>)));

inline constexpr auto recipients = loop<struct next_recipient>(
    choice<client>(seq(send<client, server, rcpt>, send<server, client, ok_250>, jump<struct next_recipient>),
                   seq(send<client, server, data>, send<server, client, go_354>)));

inline constexpr auto content = loop<struct next_line>(
    choice<client>(seq(send<client, server, subject>, jump<struct next_line>),
                   seq(send<client, server, line>, jump<struct next_line>),
                   seq(send<client, server, end_of_mail>, send<server, client, ok_250>)));

inline constexpr auto mails = loop<struct next_mail>(choice<client>(
    seq(send<client, server, mail>,
        choice<server>(seq(send<server, client, bad_501>, jump<struct next_mail>),
                       seq(send<server, client, ok_250>, recipients, content, jump<struct next_mail>))),
    send<client, server, quit>));

inline constexpr auto login = loop<struct try_again>(
    choice<client>(seq(send<client, server, auth>,
                       choice<server>(seq(send<server, client, accepted_235>, mails),
                                      seq(send<server, client, rejected_535>, jump<struct try_again>))),
                   send<client, server, quit>));

inline constexpr auto protocol = seq(
    send<server, client, greeting_220>,
    choice<client>(seq(hello<struct plain>,
                       choice<client>(seq(send<client, server, starttls>, send<server, client, greeting_220>,
                                          hello<struct secured>, login),
                                      send<client, server, quit>)),
                   send<client, server, quit>));

}  // namespace tenure::sessions::protocols::smtp
