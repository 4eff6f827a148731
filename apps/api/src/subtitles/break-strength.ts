/** How good it is to break a text somewhere, best first. */
export type Strength = "sentence" | "clause" | "phrase" | "word" | "never";

const CLOSING = `["'”’»›)\\]}」』）》〉】]*$`;
const SENTENCE_END = new RegExp(`[.!?…。！？｡؟۔।॥።]${CLOSING}`, "u");
const CLAUSE_END = new RegExp(`[,;:、，；：،؛–—]${CLOSING}`, "u");

const words = (list: string) => new Set(list.split(" "));

/** Words that begin a phrase: conjunctions and prepositions of some languages. */
const BEGINNING = words(
  "and but or nor so because although while when where which who that if than as to of in on at for from with without into about after before " +
    "und aber oder denn weil dass ob wenn als wie mit ohne für von zu nach bei aus um durch " +
    "et mais ou donc car que qui quand comme avec sans pour dans sur sous chez " +
    "y pero porque cuando donde con sin para por desde hasta " +
    "e ma perché quando dove che con senza per da di su " +
    "mas porque quando onde com sem até " +
    "en maar want dat met zonder voor van naar " +
    "и но а или потому что когда где если с без для от до на в",
);

/** Words that nothing may be taken from: articles of some languages, and the like. */
const LEADING = words(
  "a an the my your his her its our their this these those very " +
    "der die das den dem des ein eine einen einem einer eines " +
    "le la les un une des du mon ma mes ton ta tes son sa ses " +
    "el los las una unos unas lo il gli i uno o os as um uma het een",
);

/** How good it is to break after `word`, of which `next` is the follower. */
export function strengthAfter(word: string, next: string): Strength {
  // A full stop before a small letter belongs to an abbreviation.
  if (SENTENCE_END.test(word) && !/^\p{Ll}/u.test(next)) return "sentence";
  if (CLAUSE_END.test(word)) return "clause";
  if (LEADING.has(word.toLowerCase())) return "never";
  return BEGINNING.has(next.toLowerCase()) ? "phrase" : "word";
}
