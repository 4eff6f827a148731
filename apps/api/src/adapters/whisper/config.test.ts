import { describe, expect, test } from "vitest";
import { toSettings } from "./config.ts";

describe("toSettings", () => {
  test("takes a key of any form, without the line break that a copied one brings along", () => {
    expect(toSettings({ apiKey: " sk-proj-whatever\n" }).apiKey).toBe("sk-proj-whatever");
  });

  test.each([undefined, "", "two words", "two\nlines", "schlüssel"])(
    "refuses the key %j for OpenAI, without repeating it",
    (apiKey) => {
      const config = apiKey === undefined ? {} : { apiKey };
      expect(() => toSettings(config)).toThrow(/^OPENAI_API_KEY is empty or contains .+$/u);
    },
  );

  test("needs no key for a server of one's own", () => {
    expect(toSettings({ baseUrl: "http://127.0.0.1:8000/v1" }).apiKey).toBeUndefined();
  });

  test("takes the base URL with or without a slash at its end", () => {
    const { baseUrl } = toSettings({ baseUrl: "http://proxy:1/v1/" });
    expect(baseUrl).toBe("http://proxy:1/v1");
  });

  test("names who hears the audio", () => {
    expect(toSettings({ apiKey: "k" }).service).toBe("OpenAI");
    const { service } = toSettings({ baseUrl: "http://127.0.0.1:8000/v1" });
    expect(service).toBe("The transcriber at 127.0.0.1:8000");
  });

  test("waits longer for longer audio, but never longer than fetch does", () => {
    const { timeoutMs } = toSettings({ apiKey: "k" });
    expect(timeoutMs(10)).toBe(62_000);
    expect(timeoutMs(20 * 60)).toBe(300_000);
    expect(timeoutMs(3_600)).toBe(300_000);
  });

  test("leaves room in OpenAI's 25 MiB for the rest of the form", () => {
    expect(toSettings({ apiKey: "k" }).maxBytes).toBe(26_214_400 - 65_536);
  });
});
