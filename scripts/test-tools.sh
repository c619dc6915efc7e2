#!/usr/bin/env bash
# Brings what the tests use besides npm: Chromium (the browser tests) and poppler-utils (an independent reader of
# our PDF), qpdf (its structure) and strace (disks that fail). Installs what is missing where it may (Debian, as root);
# otherwise says what to install, and stops.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v strace >/dev/null || missing+=(strace)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi

echo "The tests need: ${missing[*]}. Install them (on Debian: sudo apt-get install ${missing[*]}), then run npm test again." >&2
exit 1
