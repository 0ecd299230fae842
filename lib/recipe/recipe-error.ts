/** Thrown when a recipe can't be found or loaded */
export class RecipeError extends Error {
  override readonly cause: string | null;
  readonly tryThis: string | null;

  constructor(message: string, cause: string | null, tryThis: string | null) {
    super(message);
    this.name = "RecipeError";
    this.cause = cause;
    this.tryThis = tryThis;
  }
}
