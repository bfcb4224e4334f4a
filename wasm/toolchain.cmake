# Emscripten's own toolchain file: of the EMSDK in the environment if there is one, else of the
# em++ on the PATH.
if(DEFINED ENV{EMSDK})
  set(gouji_emscripten_root "$ENV{EMSDK}/upstream/emscripten")
else()
  find_program(GOUJI_EMXX em++ NO_CMAKE_FIND_ROOT_PATH)
  if(NOT GOUJI_EMXX)
    message(FATAL_ERROR "em++ not found: install Emscripten (Debian: emscripten) or set EMSDK")
  endif()
  file(REAL_PATH "${GOUJI_EMXX}" gouji_emscripten_root)
  cmake_path(GET gouji_emscripten_root PARENT_PATH gouji_emscripten_root)
endif()

include("${gouji_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's Emscripten runs node scripts that look for Debian's node modules, and finds them only so.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK
               "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()
