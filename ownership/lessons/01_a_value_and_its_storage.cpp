// SPDX-License-Identifier: BSL-1.0
// A value and its storage.
//
// A C++ variable is two things at once: some bytes, and the value that lives in them. tenure takes the two
// apart. A slot is bytes without a value. An own is one pointer: it owns the value and only borrows the
// bytes. Whoever holds the own ends the value's life; the bytes go when the slot goes.

// [hello]
#include <tenure/ownership.hpp>

#include <cstdio>
#include <string>
#include <utility>

int send(tenure::own<std::string> letter) {  // takes the letter over: its life ends here
  return std::printf("sent: %s\n", letter->c_str());
}
int main() {
  tenure::slot<std::string> desk;                                     // storage, no value yet
  tenure::own<std::string> letter = desk.emplace("Dear reader, ..");  // a value, owned
  return send(std::move(letter)) > 0 ? 0 : 1;                         // hands it on: one word
}
// [/hello]
