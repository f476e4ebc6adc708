#!/bin/sh
# Install the system libraries that are missing, where this user may; else print the exact command and stop.
#   system.sh run    what briefgen itself needs: Pango, and HarfBuzz for small PDF files
#   system.sh test   what its tests need besides: Java for veraPDF, LibreOffice to open Word files, Chromium for the studio
set -eu

missing=""
has() { "${PYTHON:-python3}" -c "import ctypes.util, sys; sys.exit(not ctypes.util.find_library('$1'))" 2>/dev/null; }
need() { has "$1" || missing="$missing $2"; }

case "${1:-run}" in
run)
  need pango-1.0 libpango-1.0-0
  need pangoft2-1.0 libpangoft2-1.0-0
  need harfbuzz-subset libharfbuzz-subset0
  ;;
test)
  command -v java >/dev/null 2>&1 && command -v javac >/dev/null 2>&1 || missing="$missing default-jdk-headless"
  command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-writer-nogui"
  command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
  ;;
esac
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These libraries are missing:$missing (Debian's names). On macOS: brew install pango openjdk libreoffice chromium" >&2
  exit 1
fi
install="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  run() { "$@"; }
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  run() { sudo -n "$@"; }
else
  printf 'These libraries are missing:%s\nInstall them and call make again:\n\n  sudo apt-get update && sudo %s\n\n' "$missing" "$install" >&2
  exit 1
fi
echo "installing$missing" >&2
run apt-get update -qq >&2
DEBIAN_FRONTEND=noninteractive run apt-get install -y -qq --no-install-recommends $missing >&2
