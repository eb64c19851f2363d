# SPDX-License-Identifier: BSL-1.0
# tenure_module(<name> [DEPENDS <module>...]): one header-only library per module,
# tenure_<name> here, tenure::<name> for whoever uses it.

find_package(Boost 1.81 CONFIG REQUIRED)  # the first with the PFR that the modules reach through ownership/fields.hpp

set_property(GLOBAL PROPERTY TENURE_MODULES)

function(tenure_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS")
  set(target tenure_${name})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/include/tenure/*.hpp)

  add_library(${target} INTERFACE)
  add_library(tenure::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_sources(${target} INTERFACE FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_compile_features(${target} INTERFACE cxx_std_23)
  target_link_libraries(${target} INTERFACE Boost::headers)
  foreach(other IN LISTS arg_DEPENDS)
    target_link_libraries(${target} INTERFACE tenure_${other})
  endforeach()

  set_property(GLOBAL APPEND PROPERTY TENURE_MODULES ${name})
endfunction()

# tenure::tenure is all modules together.
function(tenure_umbrella)
  add_library(tenure_tenure INTERFACE)
  add_library(tenure::tenure ALIAS tenure_tenure)
  set_target_properties(tenure_tenure PROPERTIES EXPORT_NAME tenure)
  get_property(modules GLOBAL PROPERTY TENURE_MODULES)
  list(TRANSFORM modules PREPEND tenure_)
  target_link_libraries(tenure_tenure INTERFACE ${modules})
endfunction()
