#!/bin/sh
# Fetch the pinned sources of the fonts into a folder:  tools/fonts/fetch.sh FOLDER
# npm checks each tarball's integrity; sources.sha256 checks every file that the build reads.
set -eu
pins=$(cd "$(dirname "$0")" && pwd)/sources.sha256
folder=${1:?name the folder to fill, such as build/fonts}
mkdir -p "$folder/unihan"
cd "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for package in \
    source-serif@4.5.1 \
    @expo-google-fonts/noto-serif@0.4.2 \
    @expo-google-fonts/noto-serif-kr@0.4.3 \
    @expo-google-fonts/noto-serif-sc@0.4.3 \
    @expo-google-fonts/noto-serif-jp@0.4.3 \
    @expo-google-fonts/amiri@0.4.1
do
    archive=$(npm pack --silent --pack-destination "$work" "$package")
    name=$(basename "$archive" .tgz | sed 's/^expo-google-fonts-//')
    mkdir -p "$name"
    tar -xzf "$work/$(basename "$archive")" -C "$name" --strip-components=1
done

# Unihan, for the Hanja taught in schools
(cd "$work" && apt-get download unicode-data=15.0.0-1 && dpkg -x unicode-data_*.deb unpacked)
cp "$work/unpacked/usr/share/unicode/Unihan_OtherMappings.txt.bz2" unihan/

sha256sum --check --quiet "$pins"
