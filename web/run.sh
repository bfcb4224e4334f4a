#!/usr/bin/env bash
# Builds the page and serves it on this machine; `--help` says how.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
. web/packages.sh

logs=build/logs

usage() {
  say "用法:bash web/run.sh [build] [--port N]" \
    "  安装所缺的软件包,生成网页 build/web/index.html,然后在本机提供网页服务。" \
    "  build      只生成,不提供服务" \
    "  --port N   服务的端口,默认 8080" \
    "Usage: bash web/run.sh [build] [--port N]" \
    "  Installs what is missing, builds the page build/web/index.html and serves it on this machine." \
    "  build      only build" \
    "  --port N   the port to serve on, 8080 unless given"
}

# step LOG WORDS COMMAND...: runs a command in a subshell, with its output in a log of which the end
# is shown if it fails.
step() {
  local log=$logs/$1.log
  say "$2"
  shift 2
  if ! ("$@") > "$log" 2>&1 < /dev/null; then
    tail -n 20 "$log" >&2
    die "这一步没有成功,详见 $log" "This step failed; see $log"
  fi
}

build_core() {
  cmake --preset wasm && nice cmake --build --preset wasm --target gouji_page
}

build_page() {
  cd web || return
  # npm writes this file last, so it is older than the lock file unless all is installed.
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci || return
  npm run build
}

port_message() {
  say "端口 $port 已被占用,或不允许使用;请用 --port 换一个。" \
    "Port $port is in use or not allowed; choose another with --port."
}

serve() {
  exec python3 - "$port" "$(port_message)" << 'PYTHON'
import functools
import http.server
import sys

port, port_message = int(sys.argv[1]), sys.argv[2]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory="build/web")
try:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
except OSError:
    sys.exit(port_message)
print(f"网页地址 The page is at: http://127.0.0.1:{port}/\n"
      "按 Ctrl+C 停止。 Ctrl+C stops it.", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
PYTHON
}

port=8080
serving=yes
while [ $# -gt 0 ]; do
  case $1 in
    build) serving=no ;;
    --port | --port=*)
      if [[ $1 == --port=* ]]; then
        port=${1#--port=}
      else
        port=${2:-}
        [ $# -lt 2 ] || shift
      fi
      if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port < 1 || 10#$port > 65535)); then
        die "--port 之后应为 1 至 65535 的端口号。" "--port takes a port number, 1 to 65535."
      fi
      port=$((10#$port))
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) die "不认识的参数:$1" "Unknown argument: $1" "" "$(usage)" ;;
  esac
  shift
done

# Told before the build, which takes a minute; the server tells it too.
if [ "$serving" = yes ] && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then
  die "$(port_message)"
fi

mkdir -p "$logs"
install_packages "$logs/packages.log" \
  ca-certificates cmake emscripten icu-devtools ninja-build nodejs npm python3 xz-utils
[ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || die \
  "Node.js 的版本是 $(node --version),需要 18 或更新的版本。" \
  "Node.js here is $(node --version); 18 or newer is needed."

step build-core "生成核对核心 Building the core (WebAssembly)" build_core
step build-page "生成网页 Building the page" build_page
say "已生成 Built: build/web/index.html($(wc -c < build/web/index.html) 字节 bytes)"
if [ "$serving" = yes ]; then serve; fi
