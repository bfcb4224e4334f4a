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
