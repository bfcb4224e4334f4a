# The command line, `gouji`.
find_package(CLI11 REQUIRED)
file(GLOB cli CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/cli/*.cpp)

add_executable(gouji_cli ${cli})
gouji_settings(gouji_cli)
set_target_properties(gouji_cli PROPERTIES OUTPUT_NAME gouji)
target_include_directories(gouji_cli PRIVATE ${PROJECT_SOURCE_DIR}/core)
target_link_libraries(gouji_cli PRIVATE gouji CLI11::CLI11)
