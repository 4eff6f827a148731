import { describe, expect, test } from "vitest";
import { toLanguageHint, toLanguageTag } from "./language-tag.ts";

/** The languages of `whisper/tokenizer.py` in openai/whisper: the API answers with their names. */
const WHISPER =
  `en english, zh chinese, de german, es spanish, ru russian, ko korean, fr french, ja japanese,
pt portuguese, tr turkish, pl polish, ca catalan, nl dutch, ar arabic, sv swedish, it italian, id indonesian,
hi hindi, fi finnish, vi vietnamese, he hebrew, uk ukrainian, el greek, ms malay, cs czech, ro romanian,
da danish, hu hungarian, ta tamil, no norwegian, th thai, ur urdu, hr croatian, bg bulgarian, lt lithuanian,
la latin, mi maori, ml malayalam, cy welsh, sk slovak, te telugu, fa persian, lv latvian, bn bengali,
sr serbian, az azerbaijani, sl slovenian, kn kannada, et estonian, mk macedonian, br breton, eu basque,
is icelandic, hy armenian, ne nepali, mn mongolian, bs bosnian, kk kazakh, sq albanian, sw swahili,
gl galician, mr marathi, pa punjabi, si sinhala, km khmer, sn shona, yo yoruba, so somali, af afrikaans,
oc occitan, ka georgian, be belarusian, tg tajik, sd sindhi, gu gujarati, am amharic, yi yiddish, lo lao,
uz uzbek, fo faroese, ht haitian creole, ps pashto, tk turkmen, nn nynorsk, mt maltese, sa sanskrit,
lb luxembourgish, my myanmar, bo tibetan, tl tagalog, mg malagasy, as assamese, tt tatar, haw hawaiian,
ln lingala, ha hausa, ba bashkir, jv javanese, su sundanese, yue cantonese`
    .split(/,\s*/u)
    .map(
      (entry) => [entry.slice(entry.indexOf(" ") + 1), entry.slice(0, entry.indexOf(" "))] as const,
    );

describe("toLanguageTag", () => {
  test.each(WHISPER)("knows %s as %s", (name, tag) => {
    expect(toLanguageTag(name)).toBe(tag);
  });

  test.each([
    ["en", "en"],
    ["EN-us", "en-US"],
    ["pt_br", "pt-BR"],
    ["jw", "jv"],
    ["Deutsch", null],
    ["English ", "en"],
    ["", null],
    ["constructor", null],
    ["__proto__", null],
    ["en-", null],
    [null, null],
    [undefined, null],
  ])("takes %j for %j", (name, tag) => {
    expect(toLanguageTag(name)).toBe(tag);
  });
});

test("the API is told the language alone", () => {
  expect(toLanguageHint("pt-BR")).toBe("pt");
  expect(toLanguageHint("zh-Hant-TW")).toBe("zh");
});
