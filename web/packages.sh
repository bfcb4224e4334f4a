# Functions for web/run.sh and tests/run.sh: the Debian packages that a machine lacks.
# shellcheck shell=bash

say() {
  printf '%s\n' "$@"
}

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# missing_packages PACKAGE...: those that are neither installed nor replaced by something else on
# this machine: node and npm from any source will do, and so will the Emscripten of an EMSDK.
missing_packages() {
  local package
  for package in "$@"; do
    case $package in
      nodejs) command -v node > /dev/null && continue ;;
      npm | cmake | python3) command -v "$package" > /dev/null && continue ;;
      ninja-build) command -v ninja > /dev/null && continue ;;
      emscripten) { [ -n "${EMSDK:-}" ] || command -v em++ > /dev/null; } && continue ;;
    esac
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null)" = installed ] || echo "$package"
  done
}

# install_packages LOG PACKAGE...: installs what is missing, as root or with sudo; without either,
# or where apt-get is not the packager, it names what is missing and stops.
install_packages() {
  local log=$1 missing root=()
  shift
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo > /dev/null && { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
      root=(sudo)
    else
      die "缺少软件包,而此处既不是 root 也不能用 sudo。请让管理员安装:" \
        "Packages are missing, and this is neither root nor able to sudo. Have them installed:" \
        "  apt-get install --no-install-recommends ${missing[*]}"
    fi
  fi
  command -v apt-get > /dev/null || die \
    "缺少软件包,而本机没有 apt-get。所缺(Debian 的名称):" \
    "Packages are missing, and there is no apt-get here. Missing (Debian's names):" \
    "  ${missing[*]}"
  say "安装 Installing: ${missing[*]}"
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600)
  if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } \
    > "$log" 2>&1 < /dev/null; then
    tail -n 5 "$log" >&2
    die "软件包安装失败,详见 $log" "Installing packages failed; see $log"
  fi
}
