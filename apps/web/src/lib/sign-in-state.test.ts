import { expect, it, vi } from "vitest";
import { createSignInState } from "./sign-in-state.ts";

it("asks once, however many requests are refused", () => {
  const signIn = createSignInState();
  const listener = vi.fn();
  const stop = signIn.subscribe(listener);
  signIn.ask();
  signIn.ask();
  expect(listener).toHaveBeenCalledTimes(1);
  expect(signIn.needed()).toBe(true);
  stop();
  signIn.done();
  expect(listener).toHaveBeenCalledTimes(1);
});

it("tells when somebody has signed in, and not when somebody is asked to", () => {
  const signIn = createSignInState();
  const listener = vi.fn();
  signIn.onDone(listener);
  signIn.ask();
  expect(listener).not.toHaveBeenCalled();
  signIn.done();
  expect(listener).toHaveBeenCalledTimes(1);
});
