/** The countings for which links have a length of their own. */
export type LinkCounting = "x" | "mastodon";

/** A stretch of text that a platform turns into a link, in UTF-16 units. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** False where only the platform's own list of top-level domains could tell for sure. */
  readonly certain: boolean;
}

const PATH_X = String.raw`[\w\u00c0-\u024f\u0400-\u04ff!*';:=+,.$/%#[\]\-\u2013~@|&]`;
const PATH_END_X = String.raw`[\w\u00c0-\u024f\u0400-\u04ff+\-=#/]`;
const PATH_MASTODON = String.raw`[^\s<>()?]`;
const PATH_END_MASTODON = String.raw`[^\s<>()?!*"'「」;:=,.$%[\]~&|@]`;
const QUERY = String.raw`\?[\w!?*'@();:&=+$/%#[\]\-.,~|]*[\w\-&=#/]`;
const TOP_LEVEL = "(?<top>xn--[a-z0-9-]+|[a-z]{2,})(?![a-z0-9@])";
const NOT_AFTER = String.raw`a-z0-9@＠$#＃\u202a-\u202e`;

const WITH_PROTOCOL = String.raw`(?<![${NOT_AFTER}])(?<protocol>https?://)(?:[\p{L}\p{N}_-]+\.)+`;
const BARE = String.raw`(?<![${NOT_AFTER}\-_./])(?:[a-z0-9\u00c0-\u024f_-]+\.)+`;

/** What follows the host: a port, a path whose brackets are in pairs, a query. */
const rest = (path: string, end: string) =>
  String.raw`(?::\d+)?(?<path>/(?:${path}*(?:\(${path}+\)|${end}))?)?(?:${QUERY})?`;

const LINKS = {
  x: new RegExp(`(?:${WITH_PROTOCOL}|${BARE})${TOP_LEVEL}${rest(PATH_X, PATH_END_X)}`, "giu"),
  mastodon: new RegExp(
    `${WITH_PROTOCOL}${TOP_LEVEL}${rest(PATH_MASTODON, PATH_END_MASTODON)}`,
    "giu",
  ),
} as const;

/** The top-level domains of three letters and more that captions are likely to name. */
const COMMON = new Set(
  "app art biz blog cloud club com design dev edu email gallery gov info link live media net news online org page photo photos pro shop site social store studio tech travel world xyz".split(
    " ",
  ),
);

/**
 * Where a platform sees links. X takes bare domains too; a host with nothing but a country's
 * domain (`name.de`) only sometimes, and other endings only if they are on its list of 1,400.
 */
export function findLinks(text: string, counting: LinkCounting): Link[] {
  return Array.from(text.matchAll(LINKS[counting]), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    certain: isCertain(match.groups ?? {}),
  }));
}

function isCertain({ top = "", protocol, path }: Partial<Record<string, string>>): boolean {
  if (COMMON.has(top.toLowerCase())) return true;
  return top.length === 2 && (protocol !== undefined || path !== undefined);
}
