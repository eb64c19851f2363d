# SPDX-License-Identifier: BSL-1.0
# Installs to an empty place, then builds and runs a program that knows that place only.
# Expects: build, compiler, generator.
set(place ${build}/install_test)
file(REMOVE_RECURSE ${place})

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "failed: ${command}\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${build} --prefix ${place}/prefix)
set(configure ${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/consumer -B ${place}/build -G ${generator}
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${place}/prefix)
run(${configure})
run(${CMAKE_COMMAND} --build ${place}/build)
run(${place}/build/consumer)

# A component that does not exist is refused, by name.
execute_process(COMMAND ${configure} -D component=nonsense RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE output)
if(status EQUAL 0 OR NOT output MATCHES "nonsense")
  message(FATAL_ERROR "find_package(tenure COMPONENTS nonsense) was not refused by name:\n${output}")
endif()
