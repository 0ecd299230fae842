/** Thrown by a function that refuses its arguments; the evaluator adds its name and place */
export class CallFailure extends Error {
  override readonly name = "CallFailure";
}
