import { describe, expect, it } from "vitest";
import { hashKey, isWellFormedKey, looksLikeKey, newKeyText } from "./key-text.ts";

describe("the text of a key", () => {
  it("is cg_ and 49 letters and digits, each time others", () => {
    const keys = Array.from({ length: 100 }, newKeyText);
    for (const key of keys) {
      expect(key).toMatch(/^cg_[0-9A-Za-z]{49}$/u);
      expect(looksLikeKey(key)).toBe(true);
      expect(isWellFormedKey(key)).toBe(true);
    }
    expect(new Set(keys).size).toBe(100);
  });

  it("is known to be mistyped where any one character is another", () => {
    const key = newKeyText();
    for (let at = 3; at < key.length; at += 1) {
      const other = key[at] === "x" ? "y" : "x";
      expect(isWellFormedKey(`${key.slice(0, at)}${other}${key.slice(at + 1)}`), `${at}`).toBe(
        false,
      );
    }
  });

  it("is known to be mistyped where two neighbours changed places, or the end is missing", () => {
    const key = newKeyText();
    const at = [...key].findIndex((each, index) => index > 2 && each !== key[index + 1]);
    const [a = "", b = ""] = [key[at], key[at + 1]];
    expect(isWellFormedKey(`${key.slice(0, at)}${b}${a}${key.slice(at + 2)}`)).toBe(false);
    expect(isWellFormedKey(key.slice(0, -1))).toBe(false);
    expect(isWellFormedKey(`${key} `)).toBe(false);
    expect(isWellFormedKey("")).toBe(false);
  });

  it("leaves a SHA-256 and nothing of itself", () => {
    const key = newKeyText();
    expect(hashKey(key)).toMatch(/^[0-9a-f]{64}$/u);
    expect(hashKey(key)).toBe(hashKey(key));
    expect(hashKey(newKeyText())).not.toBe(hashKey(key));
  });
});
