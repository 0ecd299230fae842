/** A recipe that comes to a stop on a Docker host, and what is told of it */
export interface Failure {
  readonly what: string;
  readonly steps: string;
  readonly told: RegExp;
}

/** A message as it is told: the first line, the cause and the way out */
export function told(message: string, cause: string, tryThis: string): RegExp {
  return new RegExp(`^wirework: ${message}\n {2}${cause}\n {2}${tryThis}\n$`);
}

/** A container without a network, its process's id, and a cable to give it */
export const WIRING = `
const c = await $.as("c", containerId("1f1f4c1f931a"))\`sudo docker run -d --net=none base sleep 600\`;
const p = await $.as("p", pid("12"))\`sudo docker inspect -f '{{.State.Pid}}' \${c}\`;
await $\`sudo mkdir -p /var/run/netns\`;
await $\`sudo ip link add A type veth peer name B\`;
`;
