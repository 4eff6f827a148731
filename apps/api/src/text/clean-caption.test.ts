import { describe, expect, it } from "vitest";
import { cleanCaption } from "./clean-caption.ts";

const clean = (text: string) => cleanCaption(text, { emoji: true }).body;

describe("cleanCaption", () => {
  it.each([
    ["Here is your caption: Salt on our skin.", "Salt on our skin."],
    ["Here's a witty caption for your photo:\n\nSalt on our skin.", "Salt on our skin."],
    ["Sure! Here are three options: Salt on our skin.", "Salt on our skin."],
    ["Sure, here is a caption: Salt on our skin.", "Salt on our skin."],
    ["Certainly! Salt on our skin.", "Salt on our skin."],
    ["Caption 1: Salt on our skin.", "Salt on our skin."],
    ["**Caption:** Salt on our skin.", "Salt on our skin."],
    ["Short caption (casual): Salt on our skin.", "Salt on our skin."],
    ["Option A: Salt on our skin.", "Salt on our skin."],
    ["Hier ist deine Bildunterschrift: Salz auf der Haut.", "Salz auf der Haut."],
    ["Voici une légende : Du sel sur la peau.", "Du sel sur la peau."],
    ["キャプション：夏の海", "夏の海"],
    ["An image of a dog in the snow.", "A dog in the snow."],
    ["This photo shows two friends.", "Two friends."],
    ["The picture depicts a harbour.", "A harbour."],
    ["This is a photo of my cat.", "My cat."],
    ["In this image, we see a red bus.", "A red bus."],
    ["Salt on our skin. (17 characters)", "Salt on our skin."],
    ["Salt on our skin.\n\nLet me know if you'd like another!", "Salt on our skin."],
    ['Here is your caption: "An image of a dog"', "A dog"],
  ])("takes the chatter off %j", (text, body) => {
    expect(cleanCaption(text, { emoji: true })).toEqual({ body, hashtags: [], chatter: true });
  });

  it.each([
    "Here is where we belong: right here.",
    "Photo of the day!",
    "A shot of espresso and a plan.",
    "Let me know in the comments!",
    "Sunday, 1. Mai am See.",
    "Caption this.",
    "Picture perfect.",
    "What a day: sun, sand, salt.",
    "He said “go” and we “went”.",
    '"Yes" and "no" are both answers.',
    "Two * three * four, and snake_case_too.",
    "Rock ’n’ roll’s not dead",
    "نمی‌خواهم بروم",
    "Great! So it begins…",
  ])("leaves %j as it is", (text) => {
    expect(cleanCaption(text, { emoji: true })).toEqual({
      body: text,
      hashtags: [],
      chatter: false,
    });
  });

  it.each([
    ['"Golden hour."', "Golden hour."],
    ["'It's golden.'", "It's golden."],
    ["“Golden hour.”", "Golden hour."],
    ["„Goldene Stunde.“", "Goldene Stunde."],
    ["« L’heure dorée. »", "L’heure dorée."],
    ["»Goldene Stunde.«", "Goldene Stunde."],
    ["「夕焼け」", "夕焼け"],
    ["『夕焼け』", "夕焼け"],
    ["《黄金时刻》", "黄金时刻"],
    ["`Golden hour.`", "Golden hour."],
    ['“"Golden hour."”', "Golden hour."],
  ])("takes the quotation marks around %j off", (text, body) => {
    expect(clean(text)).toBe(body);
  });

  it.each([
    ["**Golden** hour, *finally*.", "Golden hour, finally."],
    ["# Golden hour", "Golden hour"],
    ["> Golden hour", "Golden hour"],
    ["__Golden__ _hour_", "Golden hour"],
    ["[Our shop](https://example.com/a) is open", "Our shop https://example.com/a is open"],
    ["```\nGolden hour\n```", "Golden hour"],
  ])("takes the Markdown off %j", (text, body) => {
    expect(clean(text)).toBe(body);
  });

  it("takes a number off that says which caption it is, and no other", () => {
    expect(cleanCaption("2. Golden hour", { emoji: true, position: 2 }).body).toBe("Golden hour");
    expect(cleanCaption("2) Golden hour", { emoji: true }).body).toBe("Golden hour");
    expect(clean("- Golden hour")).toBe("Golden hour");
    expect(cleanCaption("1. Mai am See", { emoji: true, position: 3 }).body).toBe("1. Mai am See");
    expect(clean("1) pack\n2) leave")).toBe("1) pack\n2) leave");
  });

  it("moves hashtags at the end out of the text, and leaves those within", () => {
    expect(cleanCaption("A #golden hour.\n\n#Sunset #海辺", { emoji: true })).toEqual({
      body: "A #golden hour.",
      hashtags: ["#Sunset", "#海辺"],
      chatter: false,
    });
    expect(cleanCaption('"Golden hour." #Sunset', { emoji: true }).body).toBe("Golden hour.");
  });

  it("takes out what cannot be seen and what changes the direction of reading", () => {
    expect(clean("\u202eGol\u0000den\ufeff\t hour\u2066.\u2069\r\n\r\n\r\n\r\nYes\ud800")).toBe(
      "Golden hour.\n\nYes",
    );
  });

  it.each([
    ["Woof 🐶!", "Woof!"],
    ["🐶 Woof", "Woof"],
    ["Woof 🐶 woof", "Woof woof"],
    ["Love❤️you", "Love you"],
    ["Family 👨‍👩‍👧‍👦 time 🇩🇪🇫🇷", "Family time"],
    ["Woof ☀️ 🐶 👍🏽", "Woof"],
    ["Top 3️⃣ dogs ©️ 2026™", "Top 3 dogs © 2026™"],
    ["Sun\n🌊🌊\nSea", "Sun\n\nSea"],
    ["柴犬🐶。", "柴犬。"],
  ])("takes the emoji out of %j where they are off", (text, body) => {
    expect(cleanCaption(text, { emoji: false }).body).toBe(body);
    expect(cleanCaption(text, { emoji: true }).body).toMatch(/\p{RGI_Emoji}/v);
  });

  it.each(["🐶", "🐶 ", "#a ", "*a ", "1. ", "[a]("])(
    "gets through %j five thousand times",
    (piece) => {
      const { body } = cleanCaption(`${piece.repeat(5_000)}end`, { emoji: false });
      expect(body).toMatch(/end$/);
    },
  );

  it("finds nothing in a text of nothing but marks", () => {
    expect(cleanCaption(" \u200b\n ", { emoji: true }).body).toBe("");
    expect(cleanCaption("#one #two", { emoji: true })).toMatchObject({
      body: "",
      hashtags: ["#one", "#two"],
    });
  });
});
