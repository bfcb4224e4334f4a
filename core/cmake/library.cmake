# What the library's sources need, wherever they are built: its headers and ICU.
# ICU::uc and ICU::i18n are the system's, or in a wasm build the small ones of wasm/icu.
gouji_settings(gouji)
add_library(gouji::gouji ALIAS gouji)
target_include_directories(
  gouji
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/core/include> $<INSTALL_INTERFACE:include>
  PRIVATE ${PROJECT_SOURCE_DIR}/core)
target_link_libraries(gouji PRIVATE ICU::i18n ICU::uc)
if(NOT EMSCRIPTEN)
  # Gumbo keeps to the HTML standard as browsers do; in the page the browser's own parser is used.
  find_path(GOUJI_GUMBO_INCLUDE gumbo.h REQUIRED)
  find_library(GOUJI_GUMBO_LIBRARY gumbo REQUIRED)
  mark_as_advanced(GOUJI_GUMBO_INCLUDE GOUJI_GUMBO_LIBRARY)
  target_include_directories(gouji SYSTEM PRIVATE ${GOUJI_GUMBO_INCLUDE})
  target_link_libraries(gouji PRIVATE $<BUILD_INTERFACE:${GOUJI_GUMBO_LIBRARY}>
                                      $<INSTALL_INTERFACE:gouji::gumbo>)
endif()
if(EMSCRIPTEN)
  target_compile_options(gouji PRIVATE -fno-exceptions)
  # The page is built for size, but for what measurably takes the time of a check.
  set(hot
      answer/json_writer.cpp
      layout/layout.cpp
      narrative/gapless.cpp
      tables/label_search.cpp
      tables/letters.cpp
      tables/number.cpp
      text/normalize.cpp)
  list(TRANSFORM hot PREPEND ${PROJECT_SOURCE_DIR}/core/)
  set_source_files_properties(${hot} TARGET_DIRECTORY gouji PROPERTIES COMPILE_OPTIONS -O2)
endif()
