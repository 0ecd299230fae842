/**
 * `service`, for the only service of a throw-away host.
 *
 * @module
 */
import { type Builtin, print } from "../builtin.ts";
import { ServiceFailure } from "./service-failure.ts";

/** Docker, as a service manager starts and stops it */
export interface DockerService {
  isRunning(): boolean;
  /** Starts it, unless it runs already; @throws {ServiceFailure} when it does not come up */
  start(): Promise<void>;
  /** Ends every container, then the engine */
  stop(): Promise<void>;
}

/** An init script's exit status for a stopped service, Linux Standard Base 22.2 */
const NOT_RUNNING = 3;

const USAGE = "Usage: service docker {start|stop|restart|status}";

const ACTIONS: Readonly<Record<string, (docker: DockerService) => Promise<string>>> = {
  start: async (docker) => {
    await docker.start();
    return " * Starting Docker: docker\n   ...done.";
  },
  stop: async (docker) => {
    await docker.stop();
    return " * Stopping Docker: docker\n   ...done.";
  },
  restart: async (docker) => {
    await docker.stop();
    await docker.start();
    return " * Restarting Docker: docker\n   ...done.";
  },
};

/**
 * `service docker start|stop|restart|status`.
 *
 * Starting reads `DOCKER_OPTS` from `/etc/default/docker`; a change of that file has no effect before.
 *
 * Equivalent to: `service docker $action`
 */
export function serviceOf(docker: DockerService): Builtin {
  return async ([name = "", action = ""], { output, errors }) => {
    if (name !== "docker") {
      print(errors, name === "" ? USAGE : `${name}: unrecognized service`);
      return 1;
    }
    if (action === "status") return status(docker, (line) => print(output, line));
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (act === undefined) {
      print(errors, USAGE);
      return 1;
    }
    try {
      print(output, await act(docker));
      return 0;
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      print(errors, `Job for docker failed: ${error.message}`);
      return 1;
    }
  };
}

function status(docker: DockerService, say: (line: string) => void): number {
  const running = docker.isRunning();
  say(running ? " * Docker is running" : " * Docker is not running");
  return running ? 0 : NOT_RUNNING;
}
