/** Small recipes for labs, which come up quickly. */
import { fileWith } from "../recipe-file.ts";

/** Wraps steps in a recipe */
function recipeOf(steps: string): string {
  return `import { containerId, ipv4, recipe } from "wirework";
export default recipe({
  summary: "A lab of a test's",
  options: { near: ipv4({ default: "10.7.0.1", help: "the host's address" }) },
  permissions: { run: ["docker", "ip", "false", "sleep", "ping"] },
  async run({ $, step, check }, { near }) {
${steps}
  },
});
`;
}

/** A container with a name of Docker's and one of the recipe's, one on a terminal, and a cable on the host */
const WEB = `    const server = await $.as("server", containerId("4c01db0b339c"))\`sudo docker run -d --name web base sleep 600\`;
    const shell = await $.terminal("63f36fc01b5f")\`sudo docker run -i -t --rm --net=none base /bin/bash\`;
    await $\`sudo ip link add A type veth peer name B\`;
    await $\`sudo ip addr add \${near}/24 dev A\`;
    await $\`sudo ip link set A up\`;`;

/** Writes a recipe that succeeds; the file is removed at the end of the test file */
export function webRecipe(): string {
  return fileWith(recipeOf(WEB), "web-lab.ts");
}

/** Writes a recipe that fails after all its steps */
export function failingRecipe(): string {
  return fileWith(recipeOf(`${WEB}\n    await $\`false\`;`), "failing.ts");
}

/** Writes a recipe that never ends by itself */
export function endlessRecipe(): string {
  return fileWith(recipeOf(`${WEB}\n    step("Wait");\n    await $\`sleep 600\`;`), "endless.ts");
}
