import type { Picture } from "./picture.ts";
import type { Wishes } from "./wishes.ts";

const THOUGHTS = [
  "Some days ask for nothing but a good look.",
  "Light like this does not wait for anybody.",
  "The best part hides near the edge.",
  "Where would you stand in this one?",
  "Small moments carry the long stories.",
];
const TAGS = ["#moment", "#light", "#today", "#outside", "#colour", "#detail", "#story", "#view"];

/** Captions without wit, but to the letter of what was asked: tone, language and limits show. */
export function createWriter(wishes: Wishes, picture: Picture | undefined) {
  const size = picture && `${picture.width} by ${picture.height} pixels`;
  const scene = size === undefined ? "The photo described before" : `Shapes in ${size}`;

  const hashtags = (): string[] => {
    const chosen: string[] = [];
    for (const tag of TAGS.slice(0, wishes.hashtags)) {
      const length = [...chosen, tag].join(" ").length;
      if (length < wishes.maxCharacters / 2) chosen.push(tag);
    }
    return chosen;
  };

  return {
    hashtags,
    /** A picture and a part of the speech where there are both, others for each caption. */
    restsOn: (index: number) => {
      const pictures = wishes.moments.filter((label) => label.startsWith("P"));
      const speech = wishes.moments.filter((label) => label.startsWith("S"));
      return [pictures, speech].flatMap((labels) => labels[index % labels.length] ?? []);
    },
    picture: (index: number) => `Shapes, for the ${index + 1}. time.`,
    description: () => `${scene}, with a bright side and a dark one.`,
    altText: () => cutAtWord(`${scene}, bright at the top and dark below`, wishes.maxAltText),
    /** @param index which of the captions, from 0; no two are alike */
    caption(index: number): string {
      const tags = hashtags().join(" ");
      const room = wishes.maxCharacters - (tags === "" ? 0 : tags.length + 2);
      const opening = `Take ${index + 1}, ${wishes.tone}, in ${wishes.language}.`;
      const sentences = [opening, ...(wishes.emoji ? ["✨"] : [])];
      for (let next = index; sentences.join(" ").length < wishes.fromCharacters; next += 1) {
        sentences.push(THOUGHTS[next % THOUGHTS.length] ?? "");
      }
      return cutAtWord(sentences.join(" "), room);
    },
    /** More than any limit a request of ours sets, so that it has to be mended or cut. */
    longCaption: (index: number) =>
      `Take ${index + 1}. ${`${THOUGHTS[index % THOUGHTS.length]} `.repeat(40 + wishes.maxCharacters / 20)}`,
    chattyCaption(index: number): string {
      return `Here is your caption: "${this.caption(index)}"`;
    },
  };
}

export type Writer = ReturnType<typeof createWriter>;

/** Cuts at the end of a word. */
function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  return text
    .slice(0, max + 1)
    .replace(/\s+\S*$/u, "")
    .slice(0, max);
}
