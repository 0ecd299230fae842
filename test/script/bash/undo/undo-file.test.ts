/**
 * What a script notes of files, folders, settings and images before a line changes them.
 */
import { describe, expect, test } from "bun:test";

import type { BashFunction } from "../../../../lib/script/functions.ts";
import { inBash, printing } from "../in-bash.ts";

/** Runs lines in a folder of their own, then what was noted, from the last to the first, each with its status */
function noted(functions: readonly BashFunction[], lines: string, after: string, standIns = "") {
  const back = `for ((AT = \${#UNDOS[@]} - 1; AT >= 0; AT--)); do eval "\${UNDOS[AT]}" || echo "status $?"; done`;
  return inBash(["undo", ...functions], standIns, `cd "$SCRATCH"\n${lines}\n${back}\n${after}`);
}

describe("a file", () => {
  test("is put back with its mode and its time", () => {
    const lines = `echo before >f; chmod 640 f; touch -d '2020-01-02 03:04:05Z' f
      undo_file "$PWD/f"; chmod 600 f; echo after >>f`;
    expect(noted(["undo-file"], lines, "cat f; TZ=UTC stat --format '%a %y' f")).toEqual(
      printing("before", "640 2020-01-02 03:04:05.000000000 +0000"),
    );
  });

  test("is removed that was not there, and not missed", () => {
    expect(noted(["undo-file"], 'undo_file "$PWD/a b"; touch "a b"', "ls")).toEqual(printing());
    expect(noted(["undo-file"], 'undo_file "$PWD/f"', "ls")).toEqual(printing());
  });

  test("has a copy of its own, for each time", () => {
    const lines =
      'echo 1 >f; undo_file "$PWD/f"; echo 2 >f; echo x >g; undo_file "$PWD/g"; undo_file "$PWD/f"; echo 3 >f; echo y >g';
    expect(noted(["undo-file"], `${lines}; cat 0 1 2`, "cat f g")).toEqual(printing("1", "x", "2", "1", "x"));
  });

  test("is looked at, kept and put back by root", () => {
    const sudo = `sudo() { echo "sudo $1"; [[ $1 != test ]] || test -e /proc/version; }`;
    expect(noted(["undo-file"], "undo_file none", ":", sudo)).toEqual(printing("sudo test", "sudo cp", "sudo cp"));
    const gone = `sudo() { echo "sudo $*"; [[ $1 != test ]]; }`;
    expect(noted(["undo-file"], "undo_file none", ":", gone)).toEqual(printing("sudo test -e none", "sudo rm -f none"));
  });
});

describe("folders", () => {
  test("are removed that were not there, the innermost first", () => {
    const lines = `mkdir a; undo_folder "$PWD/a/b/c d/e"; mkdir -p "a/b/c d/e"; echo "\${#UNDOS[@]}"`;
    expect(noted(["undo-folder"], lines, "ls; ls a")).toEqual(printing("3", "a"));
  });

  test("stay that were there", () => {
    expect(noted(["undo-folder"], 'mkdir a; undo_folder "$PWD/a"; echo "${#UNDOS[@]}"', "ls")).toEqual(
      printing("0", "a"),
    );
  });

  test.each([
    ["is mounted by the script", false, ["0", "rmdir /var/run/netns", "umount /var/run/netns"]],
    ["was mounted before", true, ["0", "rmdir /var/run/netns"]],
  ])("of networks are unmounted where one %s", (_what, isMounted, lines) => {
    const standIns = `undo_folder() { undo sudo rmdir "$1"; }
      mountpoint() { [[ $* == '--quiet /var/run/netns' ]] || exit 9; ${isMounted ? "true" : "false"}; }`;
    const steps = `STATUS=0; undo_netns || STATUS=$?; echo $STATUS; printf '%s\\n' "\${UNDOS[@]}" | sed 's/^sudo //; s/ $//'`;
    expect(inBash(["undo-netns"], standIns, steps)).toEqual(printing(...lines));
  });
});

test("a setting gets the value that it had", () => {
  const lines = `echo '1 2' >s; undo_setting s; echo 3 >s; echo "\${UNDOS[0]}"`;
  expect(noted(["undo-setting"], lines, "cat s")).toEqual(printing("write_setting s 1\\ 2 ", "1 2", "1 2"));
  expect(
    noted(["undo-setting"], "echo 1 >s; undo_setting s", ":", 'sudo() { cat >/dev/null; echo "sudo $*"; }'),
  ).toEqual(printing("sudo tee s"));
});

describe("an image", () => {
  /** Docker, with a file for each image */
  const DOCKER = `docker() {
  case "$1 $2" in
    'image inspect') echo some; echo more >&2; [[ -e $3 ]] ;;
    'rmi '*) echo untagged; command rm "$2"; echo removed >&2 ;;
  esac
}`;

  test("is removed", () => {
    const ended = noted(["undo-image"], "undo_image one; touch one", "ls", DOCKER);
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "removed\n" });
  });

  test("that was never made is not missed", () => {
    expect(noted(["undo-image"], "undo_image one", "ls", DOCKER)).toEqual(printing());
  });

  test("that is there already is not overwritten", () => {
    expect(noted(["undo-image"], "touch one; undo_image one; echo next", "ls", DOCKER)).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^test: .*\bone\b.*\n$/),
    });
  });
});

test("what is noted as the last thing to undo is undone after all others", () => {
  const lines = "undo echo 1; undo_last echo 'a  b'; undo echo 2; undo_last echo c";
  expect(noted(["undo-last"], lines, ":")).toEqual(printing("2", "1", "a  b", "c"));
  expect(noted(["undo-last"], "stop 129; undo_last echo c; echo next", ":")).toMatchObject({ status: 129, stdout: "" });
});
