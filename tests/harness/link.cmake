# SPDX-License-Identifier: BSL-1.0
# Compiles giver.cpp with TENURE_CHECKED=${giver} and taker.cpp with TENURE_CHECKED=${taker}. They must link
# and run exactly when the two are equal, and where they do not link the missing name must be end_of.
separate_arguments(include)
file(MAKE_DIRECTORY ${output})
set(name ${output}/link-${giver}${taker})
foreach(part IN ITEMS giver taker)
  execute_process(
    COMMAND ${compiler} -std=c++23 ${include} -DTENURE_CHECKED=${${part}} -c ${sources}/${part}.cpp
            -o ${name}-${part}.o
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()

execute_process(COMMAND ${compiler} ${name}-giver.o ${name}-taker.o -o ${name} RESULT_VARIABLE failed ERROR_VARIABLE said)
if(giver EQUAL taker)
  if(failed)
    message(FATAL_ERROR "objects of the same kind do not link:\n${said}")
  endif()
  execute_process(COMMAND ${name} COMMAND_ERROR_IS_FATAL ANY)
elseif(NOT failed)
  message(FATAL_ERROR "a checked and an unchecked object file linked")
elseif(NOT said MATCHES "end_of")
  message(FATAL_ERROR "they do not link, but for another reason:\n${said}")
endif()
