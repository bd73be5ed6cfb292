/** What the caller knows about the article beside its text. */
export interface Options {
  /** The day of publication, ISO 8601, such as `2017-01-20`. Relative dates need it. */
  published?: string | null;
}

/** A half-open range of UTF-16 code units of the text as given: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** The result of `analyze`, schema `isnad/1`. Fields may be added; none changes its meaning. */
export interface Analysis {
  schema: "isnad/1";
  language: Language;
  /** Lines that hold a token, in the order of the text. */
  paragraphs: Paragraph[];
  sentences: Span[];
  /** Names and values in the order of the text; none overlaps another. */
  mentions: Mention[];
  /** What the mentions stand for; `id` is the index. */
  entities: Entity[];
  /** Who said what; `id` is the index. */
  quotes: Quote[];
  /** Strings in quotation marks that nobody said. */
  terms: Span[];
  warnings: Warning[];
}

export interface Language {
  /** The share of words in Arabic letters, 0 to 1. */
  arabic: number;
  /** The dominant script; `none` where there are no words. */
  script: "arabic" | "other" | "none";
}

export interface Paragraph extends Span {
  /** `furniture` is what belongs to the site: share lines, taglines. */
  role: "headline" | "body" | "furniture";
}

export type NameType = "person" | "organization" | "place" | "event" | "misc";
export type ValueType = "date" | "number" | "money" | "percent";
/** More types may be added. */
export type MentionType = NameType | ValueType;

export interface Mention extends Span {
  type: MentionType;
  /** Index into `entities`. */
  entity: number;
  /** How sure, 0 to 1. */
  score: number;
  /** What a value says, where it could be read. */
  value?: Value;
  /** Set where a reader stated it; the core never does. */
  corrected?: boolean;
}

export type Value = NumberValue;

export interface NumberValue {
  value: number;
}

export interface Entity {
  id: number;
  type: MentionType;
  /** The fullest form in the text. */
  name: string;
  /** Indices into `mentions`, ascending. */
  mentions: number[];
  /** Other forms in the text. */
  aliases: string[];
  /** An English gloss. */
  gloss?: string;
  /** ISO 3166 code of a place. */
  code?: string;
  /** The title or office that the text gives a person. */
  role?: string;
  /** Set where a reader stated it; the core never does. */
  corrected?: boolean;
}

export interface Quote {
  id: number;
  /** All in quotation marks, none of it, or part of it. */
  kind: "direct" | "indirect" | "mixed";
  /** The content, outermost marks left out. */
  parts: Span[];
  /** The word that reports. */
  cue: Cue | null;
  /** What the speaker does by saying it: `say`, `affirm`, `deny`, `ask` … */
  act: string;
  /** The words that name the speaker beside the cue. */
  source: Span | null;
  speaker: Speaker;
  /** The outlet or occasion it was said to. */
  medium?: Medium;
  /** The quote that this one stands in, an index. */
  within?: number;
  /** How sure, 0 to 1. */
  score: number;
  /** Stable codes for how cue, boundary and speaker were decided. */
  why: string[];
  /** Set where a reader stated it; the core never does. */
  corrected?: boolean;
}

export interface Cue extends Span {
  /** The dictionary form. */
  lemma: string;
  act: string;
}

export interface Speaker {
  /** The fullest form in the text; empty where nobody is named. */
  name: string;
  /** Index into `entities`, where the speaker is one. */
  entity: number | null;
  /** How the speaker was found. */
  via: "named" | "pronoun" | "elided" | "role" | "none";
}

export interface Medium extends Span {
  name: string;
}

export interface Warning extends Span {
  /** A stable code: `unpaired-mark`, `not-arabic` … */
  code: string;
}
