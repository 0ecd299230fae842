import type { Deed } from "../deed.ts";
import { found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";
import { thingOf } from "./service.ts";

/** Looks for the result of `docker build` or `docker rmi` */
export async function imageSet({ polarity, name }: Deed<"image">, { look }: Sight): Promise<readonly Question[]> {
  return [
    async () => {
      const isThere = (await look.text(["docker", "image", "inspect", "--format", "{{.Id}}", name])) !== null;
      const told = (is: boolean) => (is ? `the image ${name} exists` : `the image ${name} is missing`);
      const said = {
        thing: `${thingOf("docker")}/image ${name}`,
        wanted: told(polarity === "there"),
        seen: told(isThere),
      };
      return found({ ...said, tells: polarity === "there" }, isThere === (polarity === "there"));
    },
  ];
}
