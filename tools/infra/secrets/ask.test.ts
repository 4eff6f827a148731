import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { sourceOf } from "./ask.ts";

/** A terminal at which somebody types; what a real one would echo goes through `setRawMode`. */
function terminal() {
  const raw: boolean[] = [];
  const setRawMode = (mode: boolean) => void raw.push(mode);
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  return { input, raw };
}

describe("a prompt", () => {
  it("takes what is typed until Enter, and shows none of it", async () => {
    const { input, raw } = terminal();
    let shown = "";
    const source = sourceOf(input, (words) => {
      shown += words;
    });
    const answer = source.read("OpenAI API key: ");
    input.write("sk-secret\r");
    expect(await answer).toBe("sk-secret");
    expect(shown).toBe("OpenAI API key: \n");
    // Raw, the terminal itself echoes nothing; afterwards it is as it was.
    expect(raw).toEqual([true, false]);
  });

  it("ends with Ctrl-C, and nothing was given", async () => {
    const { input } = terminal();
    const answer = sourceOf(input, () => undefined).read("Key: ");
    input.write("half\u0003");
    await expect(answer).rejects.toThrow("Nothing was put");
  });

  it("can be answered twice in a row", async () => {
    const { input } = terminal();
    const source = sourceOf(input, () => undefined);
    for (const value of ["first", "second"]) {
      const answer = source.read("Key: ");
      input.write(`${value}\r`);
      expect(await answer).toBe(value);
    }
  });
});

it("takes all of standard input where nobody types, and asks nothing", async () => {
  let shown = "";
  const source = sourceOf(Readable.from(["AIza", "1234\n"]), (words) => {
    shown += words;
  });
  expect(source.isPerson).toBe(false);
  expect(await source.read("Key: ")).toBe("AIza1234\n");
  expect(shown).toBe("");
});
