# SPDX-License-Identifier: BSL-1.0
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

get_property(modules GLOBAL PROPERTY TENURE_MODULES)
set(targets ${modules})
list(TRANSFORM targets PREPEND tenure_)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tenure)

install(TARGETS ${targets} tenure_tenure EXPORT tenure FILE_SET HEADERS)
install(EXPORT tenure NAMESPACE tenure:: DESTINATION ${package_dir} FILE tenure-targets.cmake)
configure_package_config_file(cmake/tenure-config.cmake.in tenure-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(tenure-config-version.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tenure-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/tenure-config-version.cmake
        DESTINATION ${package_dir})
