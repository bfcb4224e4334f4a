# The command line, `gouji`.
find_package(CLI11 REQUIRED)
# RapidJSON reads the lines of --jsonl; headers only, and no part of the library.
find_path(GOUJI_RAPIDJSON_INCLUDE rapidjson/reader.h REQUIRED)
mark_as_advanced(GOUJI_RAPIDJSON_INCLUDE)
file(GLOB cli CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/cli/*.cpp)

add_executable(gouji_cli ${cli})
gouji_settings(gouji_cli)
set_target_properties(gouji_cli PROPERTIES OUTPUT_NAME gouji)
target_include_directories(gouji_cli PRIVATE ${PROJECT_SOURCE_DIR}/core)
target_include_directories(gouji_cli SYSTEM PRIVATE ${GOUJI_RAPIDJSON_INCLUDE})
target_link_libraries(gouji_cli PRIVATE gouji CLI11::CLI11)
