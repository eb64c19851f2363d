# SPDX-License-Identifier: BSL-1.0
# Runs `program` under ThreadSanitizer and judges what it reported by the name of the case.
execute_process(COMMAND ${program} RESULT_VARIABLE status ERROR_VARIABLE report OUTPUT_VARIABLE ignored)
if(case MATCHES "_race$")
  if(NOT status EQUAL 66 OR NOT report MATCHES "WARNING: ThreadSanitizer: (data race|unlock of an unlocked mutex)")
    message(FATAL_ERROR "${case} must be reported by ThreadSanitizer, and ended with ${status}:\n${report}")
  endif()
elseif(NOT status EQUAL 0 OR report MATCHES "ThreadSanitizer")
  message(FATAL_ERROR "${case} must run in silence, and ended with ${status}:\n${report}")
endif()
