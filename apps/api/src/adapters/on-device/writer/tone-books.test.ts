import { describe, expect, it } from "vitest";
import { makeSight, makeThing } from "../../../testing/make-sight.ts";
import { slotsIn, toSlots } from "./slots.ts";
import { findSubject } from "./subject.ts";
import type { ToneBook } from "./tone-book.ts";
import { TONE_BOOKS } from "./tones/index.ts";

const dog = makeSight({ things: [makeThing("dog")] });
const KNOWN = new Set(Object.keys(toSlots(dog, findSubject(dog))));
const OF_A_SUBJECT = new Set(["a", "the", "is", "has", "where"]);

function templates({ phrases, openings, about, light, colour, place, close, tiny }: ToneBook) {
  const groups = [phrases, openings, about].flatMap((by) => Object.values(by));
  return [...groups, light, colour, place, close, tiny].flat();
}

describe.each(Object.entries(TONE_BOOKS))("the %s sentences", (_, book) => {
  it("have only slots that there are", () => {
    for (const template of templates(book)) {
      for (const [, name = ""] of template.matchAll(/\{([^}]*)\}/gu)) expect(KNOWN).toContain(name);
    }
  });

  it("end as sentences do", () => {
    for (const template of templates(book)) expect(template).toMatch(/[.!?]$/u);
  });

  it("are not written twice", () => {
    const { phrases, openings } = book;
    const all = [phrases, openings].flatMap((by) => Object.values(by)).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it("speak of a subject only where there is one", () => {
    const ofScenes = [book.phrases.scene, book.openings.scene, book.about.scene].flat();
    for (const template of [...ofScenes, ...book.light, ...book.colour]) {
      for (const slot of slotsIn(template)) expect(OF_A_SUBJECT).not.toContain(slot);
    }
  });

  it("have enough for five captions of any picture without a special light or colour", () => {
    const plain = toSlots(
      makeSight({ colours: [{ name: "grey", share: 0.3 }], light: "even" }),
      undefined,
    );
    const fits = (template: string) => slotsIn(template).every((slot) => plain[slot] !== undefined);
    for (const bank of [book.phrases.scene, book.openings.scene]) {
      expect(bank.filter(fits).length + book.tiny.length).toBeGreaterThanOrEqual(5);
    }
  });

  it("have ten for the tightest limits: at most 18 characters, and no slots", () => {
    expect(book.tiny.length).toBeGreaterThanOrEqual(10);
    for (const text of book.tiny) {
      expect(text.length).toBeLessThanOrEqual(18);
      expect(slotsIn(text)).toEqual([]);
    }
  });
});
