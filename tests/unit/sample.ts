// An article with everything an export must cope with, built by hand: characters of markup, astral letters, a quote over
// two paragraphs, a quote in a quote, a mention that crosses the edge of a quote, a speaker that is no entity, a formula.

import type { Article } from "../../www/src/article";
import type { Analysis, MentionType, Quote, Span } from "../../www/src/model";

export const TEXT = `الوزير: 𝟙 <b>خبر</b> & "عاجل"
القاهرة - قال وزير الخارجية أحمد سالم أمس إن «مصر ترحّب بالاتفاق
وستوقّعه "غدا" كما قال الرئيس: "نعم" مع المملكة» المتحدة.
=SUM(A1) قالت مصادر إن السعر 5 ملايين دولار بنسبة 3%، وأضاف سالم أن «+كل شيء» بخير.
شارك الخبر على فيسبوك`;

/** The span of the `nth` occurrence of `part`. */
export function at(text: string, part: string, nth = 0): Span {
  let start = text.indexOf(part);
  for (let i = 0; i < nth; i++) start = text.indexOf(part, start + 1);
  if (start < 0) throw new Error(`not in the text: ${part}`);
  return { start, end: start + part.length };
}

function build(): Analysis {
  const text = TEXT;
  const mentions: Analysis["mentions"] = [];
  const entities: Analysis["entities"] = [];
  const mention = (part: string, type: MentionType, entity: number, value?: object, nth = 0) => {
    mentions.push({ ...at(text, part, nth), type, entity, score: 0.9, ...(value && { value: value as never }) });
  };
  const entity = (type: MentionType, name: string, more: object = {}) => {
    entities.push({ id: entities.length, type, name, mentions: [], aliases: [], ...more });
    return entities.length - 1;
  };
  const cairo = entity("place", "القاهرة", { gloss: "Cairo" });
  const salem = entity("person", "أحمد سالم", { role: "وزير الخارجية", aliases: ["سالم"] });
  const day = entity("date", "أمس");
  const egypt = entity("place", "مصر", { gloss: "Egypt", code: "EG" });
  const tomorrow = entity("date", "غدا");
  const kingdom = entity("place", "المملكة» المتحدة", { gloss: "United Kingdom & more", code: "GB" });
  const money = entity("money", "5 ملايين دولار");
  const share = entity("percent", "3%");
  const facebook = entity("organization", "فيسبوك");
  mention("القاهرة", "place", cairo);
  mention("أحمد سالم", "person", salem);
  mention("أمس", "date", day, { iso: "2017-01-19", precision: "day", calendar: "gregorian", relative: "yesterday" });
  mention("مصر", "place", egypt);
  mention("غدا", "date", tomorrow, { iso: "2017-01-21", precision: "day", calendar: "gregorian" });
  mention("المملكة» المتحدة", "place", kingdom);
  mention("5 ملايين دولار", "money", money, { amount: 5000000, currency: "USD" });
  mention("3%", "percent", share, { value: 3 });
  mention("سالم", "person", salem, undefined, 1);
  mention("فيسبوك", "organization", facebook);
  mentions.sort((a, b) => a.start - b.start);
  mentions.forEach((m, i) => entities[m.entity]!.mentions.push(i));

  const cue = (part: string, lemma: string, nth = 0) => ({ ...at(text, part, nth), lemma, act: "say" });
  const opening = at(text, "مصر ترح").start;
  const closing = at(text, "» المتحدة").start;
  const quotes: Quote[] = [
    {
      id: 0, kind: "mixed", parts: [{ start: opening, end: closing }], cue: cue("قال", "قال"), act: "affirm",
      source: at(text, "وزير الخارجية أحمد سالم"), speaker: { name: "أحمد سالم", entity: salem, via: "named" }, score: 0.95, why: [],
    },
    {
      id: 1, kind: "direct", parts: [at(text, "نعم")], cue: cue("قال", "قال", 1), act: "say", source: at(text, "الرئيس"),
      speaker: { name: "الرئيس", entity: null, via: "role" }, within: 0, score: 0.7, why: [],
    },
    {
      id: 2, kind: "indirect", parts: [at(text, "السعر 5 ملايين دولار"), at(text, "بنسبة 3%")], cue: cue("قالت", "قال"), act: "say",
      source: at(text, "مصادر"), speaker: { name: "=مصادر", entity: null, via: "role" },
      medium: { ...at(text, "فيسبوك"), name: "فيسبوك" }, score: 0.4, why: [],
    },
    {
      id: 3, kind: "mixed", parts: [at(text, "+كل شيء» بخير")], cue: cue("أضاف", "أضاف"), act: "say", source: at(text, "سالم", 1),
      speaker: { name: "أحمد سالم", entity: salem, via: "named" }, score: 0.9, why: [],
    },
  ];
  let offset = 0;
  const roles = ["headline", "body", "body", "body", "furniture"] as const;
  const paragraphs = text.split("\n").map((line, i) => {
    const paragraph = { start: offset, end: offset + line.length, role: roles[i]! };
    offset += line.length + 1;
    return paragraph;
  });
  return {
    schema: "isnad/1", language: { arabic: 0.95, script: "arabic" }, paragraphs,
    sentences: paragraphs.map(({ start, end }) => ({ start, end })),
    mentions, entities, quotes, terms: [at(text, "عاجل")], warnings: [],
  };
}

export const sample = (): Article => ({
  text: TEXT, analysis: build(), corrections: [], url: "https://example.org/a?b=1&c=2", published: "2017-01-20",
});

/** The labels of an English sheet. */
export const labels = {
  language: "en" as const, quotes: "Quotes", speakers: "Speakers", entities: "Names", unknownSpeaker: "Unnamed", untitled: "Untitled",
  none: "None", medium: "to", within: "within", inText: "In the text", comma: ", ",
  type: (type: string) => type, act: (act: string) => act, kind: (kind: string) => kind, number: (n: number) => String(n),
};
