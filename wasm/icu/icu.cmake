# ICU::uc and ICU::i18n for wasm: the same names that FindICU gives, so that the library's sources
# are linked alike everywhere. Built when CMake configures, and again when a file here changes.
set(GOUJI_ICU_DIR ${PROJECT_SOURCE_DIR}/build/icu-wasm CACHE PATH "Where ICU for wasm is kept")

file(GLOB recipe CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${recipe})
execute_process(
  COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/build.sh ${GOUJI_ICU_DIR} ${CMAKE_TOOLCHAIN_FILE}
  COMMAND_ERROR_IS_FATAL ANY)

include(${CMAKE_CURRENT_LIST_DIR}/definitions.cmake)

add_library(ICU::uc STATIC IMPORTED)
set_target_properties(
  ICU::uc PROPERTIES IMPORTED_LOCATION ${GOUJI_ICU_DIR}/lib/libicu.a
                     INTERFACE_INCLUDE_DIRECTORIES ${GOUJI_ICU_DIR}/include
                     INTERFACE_COMPILE_DEFINITIONS "${GOUJI_ICU_DEFINITIONS}")
add_library(ICU::i18n ALIAS ICU::uc)
