import { RecipeError } from "../recipe-error.ts";

/** What is on a host already, or isn't, so that a recipe can't run there */
export class Obstacle extends RecipeError {}
