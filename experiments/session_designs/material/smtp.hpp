// SPDX-License-Identifier: BSL-1.0
// A mail is handed over: the states by hand, and as a table. Client and server are one text here, since each
// step of one is the other's turned round.
#pragma once

#include "table.hpp"
#include "tenure/sessions/protocols/smtp.hpp"

namespace designs::smtp {

using namespace tenure::sessions::protocols::smtp;

template <class Me>
inline constexpr bool is_client = std::is_same_v<Me, client>;
/// A message of the client, and one of the server, as `Me` sees it.
template <class Me, class M>
using asks = std::conditional_t<is_client<Me>, to<server, M>, from<client, M>>;
template <class Me, class M>
using says = std::conditional_t<is_client<Me>, from<server, M>, to<client, M>>;

// [by hand]
template <class Me>
class hand_written : public watchful {
  enum {
    connected,
    greeted,
    listing,
    listed,
    securing,
    secured,
    listing_again,
    login,
    checking,
    mails,
    sender,
    recipients,
    recipient,
    going,
    content,
    stored,
    over
  } at_ = connected;

 public:
  void step(says<Me, greeting_220>) {
    switch (at_) {
      case connected:
        at_ = greeted;
        break;
      case securing:
        at_ = secured;
        break;
      default:
        fail("220 is not due");
    }
  }
  void step(asks<Me, ehlo>) {
    switch (at_) {
      case greeted:
        at_ = listing;
        break;
      case secured:
        at_ = listing_again;
        break;
      default:
        fail("EHLO is not due");
    }
  }
  void step(says<Me, more_250>) {
    if (at_ != listing && at_ != listing_again) fail("250- is not due");
  }
  void step(says<Me, ok_250>) {
    switch (at_) {
      case listing:
        at_ = listed;
        break;
      case listing_again:
        at_ = login;
        break;
      case sender:
        at_ = recipients;
        break;
      case recipient:
        at_ = recipients;
        break;
      case stored:
        at_ = mails;
        break;
      default:
        fail("250 is not due");
    }
  }
  void step(asks<Me, starttls>) {
    if (at_ != listed) fail("STARTTLS is not due");
    at_ = securing;
  }
  void step(asks<Me, auth>) {
    if (at_ != login) fail("AUTH is not due");
    at_ = checking;
  }
  void step(says<Me, accepted_235>) {
    if (at_ != checking) fail("235 is not due");
    at_ = mails;
  }
  void step(says<Me, rejected_535>) {
    if (at_ != checking) fail("535 is not due");
    at_ = login;
  }
  void step(asks<Me, mail>) {
    if (at_ != mails) fail("MAIL is not due");
    at_ = sender;
  }
  void step(says<Me, bad_501>) {
    if (at_ != sender) fail("501 is not due");
    at_ = mails;
  }
  void step(asks<Me, rcpt>) {
    if (at_ != recipients) fail("RCPT is not due");
    at_ = recipient;
  }
  void step(asks<Me, data>) {
    if (at_ != recipients) fail("DATA is not due");
    at_ = going;
  }
  void step(says<Me, go_354>) {
    if (at_ != going) fail("354 is not due");
    at_ = content;
  }
  void step(asks<Me, subject>) {
    if (at_ != content) fail("a subject is not due");
  }
  void step(asks<Me, line>) {
    if (at_ != content) fail("a line is not due");
  }
  void step(asks<Me, end_of_mail>) {
    if (at_ != content) fail("the end of a mail is not due");
    at_ = stored;
  }
  void step(asks<Me, quit>) {
    switch (at_) {
      case greeted:
      case listed:
      case login:
      case mails:
        at_ = over;
        break;
      default:
        fail("QUIT is not due");
    }
  }
  void finish() {
    if (at_ != over) fail("not done yet");
  }
};
// [/by hand]

// [table]
enum {
  connected,
  greeted,
  listing,
  listed,
  securing,
  secured,
  listing_again,
  login,
  checking,
  mails,
  sender,
  recipients,
  recipient,
  going,
  content,
  stored,
  over,
  states
};
template <class Me>
inline constexpr sorted_table<27, states> table{{
    on<protocol, says<Me, greeting_220>>(connected, greeted),
    on<protocol, asks<Me, ehlo>>(greeted, listing),
    on<protocol, asks<Me, quit>>(greeted, over),
    on<protocol, says<Me, more_250>>(listing, listing),
    on<protocol, says<Me, ok_250>>(listing, listed),
    on<protocol, asks<Me, starttls>>(listed, securing),
    on<protocol, asks<Me, quit>>(listed, over),
    on<protocol, says<Me, greeting_220>>(securing, secured),
    on<protocol, asks<Me, ehlo>>(secured, listing_again),
    on<protocol, says<Me, more_250>>(listing_again, listing_again),
    on<protocol, says<Me, ok_250>>(listing_again, login),
    on<protocol, asks<Me, auth>>(login, checking),
    on<protocol, asks<Me, quit>>(login, over),
    on<protocol, says<Me, accepted_235>>(checking, mails),
    on<protocol, says<Me, rejected_535>>(checking, login),
    on<protocol, asks<Me, mail>>(mails, sender),
    on<protocol, asks<Me, quit>>(mails, over),
    on<protocol, says<Me, bad_501>>(sender, mails),
    on<protocol, says<Me, ok_250>>(sender, recipients),
    on<protocol, asks<Me, rcpt>>(recipients, recipient),
    on<protocol, asks<Me, data>>(recipients, going),
    on<protocol, says<Me, ok_250>>(recipient, recipients),
    on<protocol, says<Me, go_354>>(going, content),
    on<protocol, asks<Me, subject>>(content, content),
    on<protocol, asks<Me, line>>(content, content),
    on<protocol, asks<Me, end_of_mail>>(content, stored),
    on<protocol, says<Me, ok_250>>(stored, mails),
}};
// [/table]

}  // namespace designs::smtp
