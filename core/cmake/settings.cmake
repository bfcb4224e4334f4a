# What all of the project's own targets are compiled with; not applied to anything third-party.
include_guard(GLOBAL)

option(GOUJI_WARNINGS_AS_ERRORS "Treat warnings in the project's own sources as errors" OFF)

function(gouji_settings target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic)
  if(GOUJI_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# RapidJSON is headers only, and sits in the host's include root. A cross compiler that were given
# that root would read the host's C library from it, so only the one folder is made visible.
find_path(GOUJI_RAPIDJSON_ROOT rapidjson/document.h REQUIRED NO_CMAKE_FIND_ROOT_PATH
          PATHS /usr/include /usr/local/include)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/third-party)
file(CREATE_LINK ${GOUJI_RAPIDJSON_ROOT}/rapidjson ${PROJECT_BINARY_DIR}/third-party/rapidjson
     SYMBOLIC)
add_library(gouji_rapidjson INTERFACE)
target_include_directories(gouji_rapidjson SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/third-party)
