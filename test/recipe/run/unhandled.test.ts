import { expect, test } from "bun:test";

import { RecipeError } from "../../../lib/recipe/recipe-error.ts";
import { catchingUnhandled } from "../../../lib/recipe/run/unhandled.ts";

const listeners = () => [process.listenerCount("unhandledRejection"), process.listenerCount("uncaughtException")];

test("what a function returns or throws comes through, and nobody listens any more", async () => {
  const before = listeners();
  const thrown = new Error("mine");
  expect(await catchingUnhandled(async () => 5)).toBe(5);
  expect(listeners()).toEqual(before);
  await expect(catchingUnhandled(() => Promise.reject(thrown))).rejects.toBe(thrown);
  await Promise.resolve();
  expect(await catchingUnhandled(async () => listeners())).toEqual(before.map((count) => count + 1));
  expect(listeners()).toEqual(before);
});

test("the end of the process fails it, and is allowed again afterwards", async () => {
  const { exit } = process;
  await expect(catchingUnhandled(async () => process.exit(0))).rejects.toThrow(RecipeError);
  expect(process.exit).toBe(exit);
});

test("what is thrown in a callback meanwhile fails it as well", async () => {
  const before = listeners();
  const late = new Error("late");
  for (const emit of [
    () => process.emit("uncaughtException", late, "uncaughtException"),
    () => process.emit("unhandledRejection", late, Promise.resolve()),
  ]) {
    const running = catchingUnhandled(() => {
      emit();
      return new Promise(() => {});
    });
    await expect(running).rejects.toBe(late);
    expect(listeners()).toEqual(before);
  }
});
