// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "tenure/sessions/codec.hpp"
#include "tenure/sessions/fault.hpp"

/// Frames over a stream socket that never blocks. A frame is the length of what it holds, its kind, and that.
/// The kind is the number of a message, or one of these.
namespace tenure::sessions::detail {

namespace kind {
inline constexpr std::uint16_t hello = 0xffff;  ///< the first one: who speaks, and for which protocol
inline constexpr std::uint16_t words = 0xfffe;  ///< the protocol in words, for a peer that has another one
inline constexpr std::uint16_t bye = 0xfffd;    ///< the last one of a role that came to its end
inline constexpr std::uint16_t gone = 0xfffc;   ///< the session has failed, and why
}  // namespace kind

struct frame_header {
  std::uint32_t size;
  std::uint16_t kind;
};
struct hello {
  std::uint32_t magic = 0x31726e74;
  std::uint64_t fingerprint;
  std::uint8_t from, to;
};
struct gone {
  std::uint8_t why, role;
  constexpr bool valid() const {
    return why >= static_cast<std::uint8_t>(cause::cancelled) &&
           why <= static_cast<std::uint8_t>(cause::lost);
  }
};

struct frame {
  std::uint16_t kind;
  std::byte const* bytes;
  std::size_t size;
};

/// One end of a connection. Reads no further than `capacity` bytes ahead of whoever takes the frames, and so
/// pushes back on a peer that sends more.
class link {
  using native = boost::asio::generic::stream_protocol::socket;
  static constexpr std::size_t header_size = most_encoded<frame_header>;

  native socket_;
  std::size_t const most_;     // what a frame may hold
  std::vector<std::byte> in_;  // of which [begin_, end_) has come and not been taken
  std::size_t begin_ = 0, end_ = 0;
  std::size_t scanned_ = 0;     // up to here `gone` was looked for
  std::vector<std::byte> out_;  // of which [sent_, ..) has not been sent
  std::size_t sent_ = 0;
  bool ended_ = false;   // nothing more will come
  bool broken_ = false;  // nothing more can be sent
  bool choked_ = false;
  bool reading_ = false, writing_ = false;  // whether a wait for it is pending
  std::optional<gone> gone_;

 public:
  /// Takes over a connected socket, whichever its own io_context.
  template <class Socket>
  link(boost::asio::io_context& io, Socket socket, std::size_t most_in_a_frame)
      : socket_{io}, most_{most_in_a_frame}, in_(header_size + most_in_a_frame) {
    boost::system::error_code no;
    socket.set_option(boost::asio::ip::tcp::no_delay{true}, no);  // fails where it means nothing
    auto const protocol = socket.local_endpoint().protocol();
    socket_.assign(boost::asio::generic::stream_protocol{protocol}, socket.release());
    socket_.non_blocking(true);
  }

  bool ended() const { return ended_; }
  bool broken() const { return broken_; }
  std::optional<gone> const& was_told() const { return gone_; }
  bool full() const { return end_ - begin_ == in_.size(); }
  bool flushed() const { return sent_ == out_.size(); }
  /// Whether the system took nothing the last time, and a wait has not yet told that it would again.
  bool choked() const { return choked_ && !broken_; }

  /// Sends what is left to be sent, as far as that goes now. Whether all is sent.
  bool flush() {
    while (!flushed() && !broken_) {
      boost::system::error_code error;
      sent_ += socket_.write_some(boost::asio::buffer(out_.data() + sent_, out_.size() - sent_), error);
      if (error == boost::asio::error::would_block || error == boost::asio::error::try_again) return false;
      broken_ = static_cast<bool>(error);
    }
    out_.clear();
    sent_ = 0;
    return true;
  }

  /// Puts a frame behind what is left to be sent.
  template <class M>
  void put(std::uint16_t kind, M const& message) {
    std::size_t const size = encoded_size(message), at = out_.size();
    out_.resize(at + header_size + size);
    encode(frame_header{static_cast<std::uint32_t>(size), kind}, out_.data() + at);
    encode(message, out_.data() + at + header_size);
  }
  /// Sends a frame, if the system takes at least a part of it now; the rest goes with the next `flush`.
  /// Precondition: all else is sent.
  template <class M>
  bool send(std::uint16_t kind, M const& message) {
    put(kind, message);
    if (flush() || sent_ > 0) return true;
    out_.clear();
    choked_ = true;
    return false;
  }
  void put_bytes(std::uint16_t kind, void const* bytes, std::size_t size) {
    std::size_t const at = out_.size();
    out_.resize(at + header_size + size);
    encode(frame_header{static_cast<std::uint32_t>(size), kind}, out_.data() + at);
    if (size > 0) std::memcpy(out_.data() + at + header_size, bytes, size);
  }

  /// Reads what has come, as far as there is room.
  void fill() {
    while (!ended_ && !full()) {
      if (end_ == in_.size()) {
        std::memmove(in_.data(), in_.data() + begin_, end_ - begin_);
        scanned_ -= begin_;
        end_ -= begin_;
        begin_ = 0;
      }
      boost::system::error_code error;
      std::size_t const room = in_.size() - end_;
      std::size_t const read = socket_.read_some(boost::asio::buffer(in_.data() + end_, room), error);
      end_ += read;
      if (error == boost::asio::error::would_block || error == boost::asio::error::try_again) break;
      ended_ = static_cast<bool>(error);
      if (read < room) break;  // most likely that was all; a wait would tell
    }
    scan();
  }

  /// The first frame, if all of it has come; one that is longer than may be has the size of all there is, and
  /// more.
  std::optional<frame> front() const { return frame_at(begin_); }
  bool too_long(frame const& f) const { return f.size > most_; }
  void drop_front() {
    begin_ += header_size + frame_at(begin_)->size;
    if (scanned_ < begin_) scanned_ = begin_;
  }

  /// Has the io_context run until there is something to read or, if that is what is missing, room to write.
  /// Returns false when nothing will come about.
  bool arm() {
    if (!ended_ && !full() && !reading_) {
      reading_ = true;
      socket_.async_wait(native::wait_read, [this](boost::system::error_code) { reading_ = false; });
    }
    if (!broken_ && (!flushed() || choked_) && !writing_) {
      writing_ = true;
      socket_.async_wait(native::wait_write,
                         [this](boost::system::error_code) { writing_ = choked_ = false; });
    }
    return reading_ || writing_;
  }
  void end_sending() {
    boost::system::error_code no;
    socket_.shutdown(native::shutdown_send, no);
  }
  /// Forgets what has come.
  void discard() { begin_ = end_ = scanned_ = 0; }

 private:
  std::optional<frame> frame_at(std::size_t at) const {
    frame_header header{};
    if (end_ - at < header_size || !decode(header, in_.data() + at, header_size)) return {};
    frame const found{header.kind, in_.data() + at + header_size, header.size};
    if (!too_long(found) && end_ - at - header_size < found.size) return {};
    return found;
  }
  /// A peer that has left is heard at once, whatever it said before.
  void scan() {
    for (; !gone_;) {
      std::optional<frame> const f = frame_at(scanned_);
      if (!f || too_long(*f)) return;
      gone left{};
      if (f->kind == kind::gone && decode(left, f->bytes, f->size)) gone_ = left;
      scanned_ += header_size + f->size;
    }
  }
};

}  // namespace tenure::sessions::detail
