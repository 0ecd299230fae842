/**
 * Lines that change the programs of a machine that is thrown away, for `runOnMachine`.
 */

/** Puts copies that may not be executed in the place of programs; `chmod 755 /srv/bin/NAME` brings one back */
export function without(...names: readonly string[]): string {
  return `
    mount -t tmpfs -o mode=755 tmpfs /srv
    mkdir /srv/bin
    for name in ${names.join(" ")}; do
      cp "$(readlink -f "$(PATH=/usr/sbin:/usr/bin:/sbin:/bin command -v $name)")" /srv/bin/$name
      chmod 644 /srv/bin/$name
      chown 65534 /srv/bin/$name
      mount --bind /srv/bin/$name "$(PATH=/usr/sbin:/usr/bin:/sbin:/bin command -v $name)"
    done`;
}

/** A program of that name that is these lines of a shell script */
export function standIn(name: string, lines: string): string {
  return `
    cat >/srv/bin/stand-in-${name} <<'END'\n#!/bin/sh\n${lines}\nEND
    chmod 755 /srv/bin/stand-in-${name}
    if [ -e /usr/bin/${name} ]; then mount --bind /srv/bin/stand-in-${name} /usr/bin/${name}
    else mountpoint -q /usr/local/bin || mount -t tmpfs tmpfs /usr/local/bin; cp /srv/bin/stand-in-${name} /usr/local/bin/${name}; fi`;
}
