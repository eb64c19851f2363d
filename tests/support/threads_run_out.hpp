// SPDX-License-Identifier: BSL-1.0
// While it lives, no thread can be started: each would be given a stack that no machine has. The address
// sanitizers manage stacks themselves, so there it is left out.
#pragma once

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if !defined(__has_feature)
#define TENURE_TEST_THREADS_RUN_OUT 1
#elif !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)
#define TENURE_TEST_THREADS_RUN_OUT 1
#endif
#endif

#if defined(TENURE_TEST_THREADS_RUN_OUT)
#include <pthread.h>

#include <cstddef>

namespace tenure::test {

class threads_run_out {
  pthread_attr_t former_;

 public:
  threads_run_out() {
    pthread_getattr_default_np(&former_);
    pthread_attr_t huge;
    pthread_getattr_default_np(&huge);
    pthread_attr_setstacksize(&huge, std::size_t{1} << 46);
    pthread_setattr_default_np(&huge);
    pthread_attr_destroy(&huge);
  }
  threads_run_out(threads_run_out const&) = delete;
  threads_run_out& operator=(threads_run_out const&) = delete;
  ~threads_run_out() {
    pthread_setattr_default_np(&former_);
    pthread_attr_destroy(&former_);
  }
};

}  // namespace tenure::test
#endif
