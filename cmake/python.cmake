# SPDX-License-Identifier: BSL-1.0
# TENURE_PYTHON: the Python that can draw, which need not be the first on the path; else any Python 3.

function(tenure_python_can_draw result python)
  execute_process(COMMAND ${python} -c "import matplotlib, jinja2" RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
  if(NOT status EQUAL 0)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

find_program(TENURE_PYTHON python3 VALIDATOR tenure_python_can_draw)
if(NOT TENURE_PYTHON)
  unset(TENURE_PYTHON CACHE)
  find_program(TENURE_PYTHON python3 REQUIRED)
endif()
