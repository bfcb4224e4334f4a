# `cmake --install`, and the package that `find_package(gouji)` finds afterwards.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gouji)

install(TARGETS gouji EXPORT gouji-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/include/gouji DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT gouji-targets NAMESPACE gouji:: DESTINATION ${package_dir})
install(TARGETS gouji_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/gouji-config.cmake.in ${PROJECT_BINARY_DIR}/gouji-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/gouji-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/gouji-config.cmake
              ${PROJECT_BINARY_DIR}/gouji-config-version.cmake
        DESTINATION ${package_dir})
