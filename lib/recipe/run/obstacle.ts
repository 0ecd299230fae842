import { RecipeError } from "../recipe-error.ts";

/** Thrown when something on a host, or missing there, keeps a recipe from running */
export class Obstacle extends RecipeError {}
