import type { Kind } from "../detector/coco.ts";
import type { ColourName } from "../sight/colours.ts";
import type { Light, Sight } from "../sight/sight.ts";
import type { Subject } from "./subject.ts";

const OF_LABEL: Readonly<Record<string, string>> = {
  bicycle: "🚲",
  car: "🚗",
  motorcycle: "🏍️",
  airplane: "✈️",
  bus: "🚌",
  train: "🚆",
  truck: "🚚",
  boat: "⛵",
  bird: "🐦",
  cat: "🐱",
  dog: "🐶",
  horse: "🐴",
  sheep: "🐑",
  cow: "🐮",
  elephant: "🐘",
  zebra: "🦓",
  giraffe: "🦒",
  backpack: "🎒",
  kite: "🪁",
  "wine glass": "🍷",
  cup: "☕",
  bowl: "🥣",
  sandwich: "🥪",
  "head of broccoli": "🥦",
  pizza: "🍕",
  cake: "🍰",
  couch: "🛋️",
  chair: "🪑",
  bed: "🛏️",
  "potted plant": "🪴",
  laptop: "💻",
  book: "📖",
};

const OF_KIND: Readonly<Partial<Record<Kind, string>>> = {
  person: "😊",
  animal: "🐾",
  vehicle: "🛞",
  food: "😋",
  tableware: "🍽️",
  furniture: "🏠",
  plant: "🌱",
};

const OF_LIGHT: Readonly<Record<Light, string>> = {
  dark: "🌙",
  dim: "🕯️",
  warm: "🧡",
  contrasty: "🌗",
  bright: "☀️",
  soft: "☁️",
  even: "📷",
};

const OF_COLOUR: Readonly<Record<ColourName, string>> = {
  black: "🖤",
  grey: "🩶",
  white: "🤍",
  cream: "🤍",
  brown: "🤎",
  red: "❤️",
  pink: "🩷",
  orange: "🧡",
  gold: "💛",
  yellow: "💛",
  green: "💚",
  teal: "🩵",
  blue: "💙",
  navy: "💙",
  purple: "💜",
};

/** Emoji that fit what was seen, the most fitting first. */
export function fittingEmoji(sight: Sight, subject: Subject | undefined): string[] {
  const things = (subject?.things ?? []).map(
    ({ label, kind }) => (label === null ? undefined : OF_LABEL[label]) ?? OF_KIND[kind],
  );
  const colours = sight.colours.map(({ name }) => OF_COLOUR[name]);
  const all = [...things, OF_LIGHT[sight.light], ...colours, "✨"];
  return [...new Set(all.filter((emoji) => emoji !== undefined))];
}
