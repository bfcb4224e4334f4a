# What the library's sources need, wherever they are built: its headers, ICU and RapidJSON.
# ICU::uc and ICU::i18n are the system's, or in a wasm build the small ones of wasm/icu.
gouji_settings(gouji)
add_library(gouji::gouji ALIAS gouji)
target_include_directories(
  gouji
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/core/include> $<INSTALL_INTERFACE:include>
  PRIVATE ${PROJECT_SOURCE_DIR}/core)
target_link_libraries(gouji PRIVATE ICU::i18n ICU::uc $<BUILD_INTERFACE:gouji_rapidjson>)
if(EMSCRIPTEN)
  target_compile_options(gouji PRIVATE -fno-exceptions)
  # The page is built for size, but for the stages that read every character of a text.
  get_target_property(hot gouji SOURCES)
  list(FILTER hot INCLUDE REGEX "^(layout|tables|text)/")
  list(TRANSFORM hot PREPEND ${PROJECT_SOURCE_DIR}/core/)
  set_source_files_properties(${hot} TARGET_DIRECTORY gouji PROPERTIES COMPILE_OPTIONS -O2)
endif()

if(NOT EMSCRIPTEN AND NOT TARGET gouji_cli)
  file(GLOB cli CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/cli/*.cpp)
  if(cli)
    find_package(CLI11 REQUIRED)
    add_executable(gouji_cli ${cli})
    gouji_settings(gouji_cli)
    set_target_properties(gouji_cli PROPERTIES OUTPUT_NAME gouji)
    target_include_directories(gouji_cli PRIVATE ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(gouji_cli PRIVATE gouji gouji_rapidjson CLI11::CLI11)
  endif()
endif()
