# SPDX-License-Identifier: BSL-1.0
# For machines without the packages: -D CMAKE_PROJECT_TOP_LEVEL_INCLUDES=cmake/fetch.cmake
# A find_package that finds nothing is answered with sources, at the versions of lockfile.json.
# The project's own files know nothing of it.
include(FetchContent)

set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/lockfile.json)
file(READ ${CMAKE_CURRENT_LIST_DIR}/lockfile.json TENURE_LOCKFILE)

function(tenure_fetch name)
  string(JSON url GET "${TENURE_LOCKFILE}" ${name} url)
  string(JSON tag GET "${TENURE_LOCKFILE}" ${name} tag)
  set(BENCHMARK_ENABLE_TESTING OFF)
  set(BENCHMARK_ENABLE_INSTALL OFF)
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)    # lets the two lines above reach benchmark's options
  set(CMAKE_POLICY_VERSION_MINIMUM 3.5)    # rapidcheck asks for less than CMake 4 knows
  set(CMAKE_VERIFY_INTERFACE_HEADER_SETS OFF)
  if(name STREQUAL "Boost")
    # PFR is all that is used, and needs no other part of Boost. Imported, so that it is no part of our package.
    FetchContent_Declare(Boost GIT_REPOSITORY ${url} GIT_TAG ${tag} SOURCE_SUBDIR include)
    FetchContent_MakeAvailable(Boost)
    add_library(Boost::headers INTERFACE IMPORTED GLOBAL)
    target_include_directories(Boost::headers INTERFACE ${boost_SOURCE_DIR}/include)
  else()
    FetchContent_Declare(${name} SYSTEM GIT_REPOSITORY ${url} GIT_TAG ${tag})
    FetchContent_MakeAvailable(${name})
  endif()
endfunction()

macro(tenure_provide method name)
  string(JSON tenure_pinned ERROR_VARIABLE tenure_not_pinned GET "${TENURE_LOCKFILE}" ${name} tag)
  if(NOT tenure_not_pinned)
    set(tenure_arguments ${ARGN})
    list(REMOVE_ITEM tenure_arguments REQUIRED)
    find_package(${name} ${tenure_arguments} QUIET BYPASS_PROVIDER)
    if(NOT ${name}_FOUND)
      message(STATUS "${name} is not installed: fetching ${tenure_pinned}")
      tenure_fetch(${name})
      set(${name}_FOUND TRUE)
    endif()
  endif()
endmacro()

cmake_language(SET_DEPENDENCY_PROVIDER tenure_provide SUPPORTED_METHODS FIND_PACKAGE)
