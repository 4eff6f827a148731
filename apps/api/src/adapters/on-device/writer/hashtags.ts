import type { Kind } from "../detector/coco.ts";
import type { Light, Sight } from "../sight/sight.ts";
import { capitalise } from "./grammar.ts";
import type { Subject } from "./subject.ts";
import { nouns } from "./subject.ts";

const OF_KIND: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  person: ["#People", "#PeoplePhotography", "#Moments"],
  animal: ["#Animals", "#AnimalPhotography", "#AnimalLovers"],
  vehicle: ["#OnTheMove", "#Wanderlust", "#Transport"],
  food: ["#Food", "#FoodPhotography", "#Foodie"],
  tableware: ["#TableTalk", "#StillLife"],
  furniture: ["#Interiors", "#AtHome"],
  plant: ["#Plants", "#Greenery"],
  sport: ["#Sports", "#ActiveLife"],
  street: ["#StreetPhotography", "#CityLife"],
};

const OF_LIGHT: Readonly<Record<Light, readonly string[]>> = {
  dark: ["#LowLight", "#InTheDark"],
  dim: ["#LowLight", "#Moody"],
  warm: ["#WarmLight", "#WarmTones"],
  contrasty: ["#LightAndShadow", "#Contrast"],
  bright: ["#BrightAndAiry", "#HighKey"],
  soft: ["#SoftLight", "#SoftTones"],
  even: ["#EvenLight"],
};

const OF_COLOURFULNESS: Readonly<Record<Sight["colourfulness"], readonly string[]>> = {
  monochrome: ["#BlackAndWhite", "#Monochrome"],
  muted: ["#MutedColours"],
  natural: ["#ColourPalette"],
  vivid: ["#Colourful", "#VividColours"],
};

const OF_ANY_PHOTO = [
  "#Photography",
  "#PhotoOfTheDay",
  "#EverydayMoments",
  "#ThroughTheLens",
  "#Composition",
  "#PhotoDaily",
];

/** Hashtags may have this part of the limit; beyond it words are worth more. */
const SHARE = 1 / 3;

/**
 * As many hashtags as were asked for, if there is so much to say and room for it; the most telling
 * first.
 * @param shareOf the part of the limit that a text takes.
 */
export function fittingHashtags(
  sight: Sight,
  subject: Subject | undefined,
  most: number,
  shareOf: (text: string) => number,
): string[] {
  const tags = chooseHashtags(sight, subject).slice(0, most);
  while (shareOf(tags.join(" ")) > SHARE) tags.pop();
  return tags;
}

function chooseHashtags(sight: Sight, subject: Subject | undefined): string[] {
  const things = (subject?.things ?? []).flatMap((thing) => {
    const { one, many } = nouns(thing);
    // `#Animals` alone says what `#Animal #Animals` would.
    const own = thing.label === null ? [] : [toTag(thing.count > 1 ? (many ?? one) : one)];
    return [...own, ...(OF_KIND[thing.kind] ?? [])];
  });
  const colours =
    sight.colourfulness === "monochrome"
      ? []
      : sight.colours.map(({ name }) => `#ShadesOf${capitalise(name)}`);
  const tags = [
    ...things,
    ...OF_LIGHT[sight.light],
    ...OF_COLOURFULNESS[sight.colourfulness],
    ...colours,
    ...OF_ANY_PHOTO,
  ];
  return [...new Set(tags)];
}

function toTag(noun: string): string {
  return `#${noun.split(" ").map(capitalise).join("")}`;
}
