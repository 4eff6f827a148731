import { describe, expect, it } from "vitest";
import { createUploadMemory } from "./upload-memory.ts";

const NOW = Date.UTC(2026, 10, 24, 10);
const file = { name: "long.mp4", size: 300, lastModified: 1 };
const upload = { id: "upl_1", keepUntil: new Date(NOW + 1_000).toISOString() };

/** A browser's store that starts with a text. */
function setUp(text?: string) {
  const kept = new Map<string, string>();
  let now = NOW;
  const store = {
    getItem: (key: string) => kept.get(key) ?? text ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const memory = createUploadMemory(
    () => store,
    () => now,
  );
  const pass = (ms: number) => {
    now += ms;
  };
  return { memory, kept, pass };
}

describe("createUploadMemory", () => {
  it("knows the very same file again, and no other", () => {
    const { memory } = setUp();
    memory.keep(file, upload);
    expect(memory.find({ ...file })).toBe("upl_1");
    for (const change of [{ name: "other.mp4" }, { size: 301 }, { lastModified: 2 }]) {
      expect(memory.find({ ...file, ...change })).toBeUndefined();
    }
  });

  it("forgets what the service has deleted by then, and keeps nothing of it", () => {
    const { memory, kept, pass } = setUp();
    memory.keep(file, upload);
    pass(1_001);
    expect(memory.find(file)).toBeUndefined();
    const keepUntil = new Date(NOW + 9_000).toISOString();
    memory.keep({ ...file, name: "b.mp4" }, { id: "upl_2", keepUntil });
    expect([...kept.values()].join()).not.toContain("upl_1");
  });

  it("forgets what it is told to, and nothing else", () => {
    const { memory } = setUp();
    memory.keep(file, upload);
    memory.keep({ ...file, size: 9 }, { ...upload, id: "upl_2" });
    memory.forget(file);
    expect(memory.find(file)).toBeUndefined();
    expect(memory.find({ ...file, size: 9 })).toBe("upl_2");
  });

  it.each(["{", "null", '{"x": 1}', "[3]"])("takes %s for nothing it had kept", (text) => {
    const { memory } = setUp(text);
    expect(memory.find(file)).toBeUndefined();
    memory.keep(file, upload);
    expect(memory.find(file)).toBe("upl_1");
  });

  it("does without where a browser keeps nothing", () => {
    const memory = createUploadMemory(() => {
      throw new Error("denied");
    });
    memory.keep(file, upload);
    expect(memory.find(file)).toBeUndefined();
  });
});
