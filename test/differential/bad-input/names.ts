/**
 * Host names: `-h` and `--hostname`.
 */
import { type BadInput, declined, failed, misspelt, taken } from "./row.ts";

export const NAMES: readonly BadInput[] = [
  misspelt("docker run -h", "flag needs an argument: 'h' in -h"),
  misspelt("docker run --hostname", "flag needs an argument: --hostname"),
  taken("-h ''"),
  taken("-h 'a b'"),
  taken("-h web.example.com."),
  taken("-h -x"),
  taken("-h a,b"),
  taken("-h 'web;id'"),
  failed(
    "-h aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: sethostname: invalid argument: unknown",
  ),
  taken("-h one -h two", "hostname", "two\n"),
  taken("--hostname=one -h two", "hostname", "two\n"),
  declined("--net=container:db -h web", "conflicting options: hostname and the network mode"),
  taken("--net=host -h web", "hostname", "web\n"),
  taken("--net=none -h web", "hostname", "web\n"),
];
