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
  /** The day of publication that relative dates were counted from, where it is known. */
  published?: Published;
}

export interface Published {
  /** ISO 8601: `2017-01-20`. */
  iso: string;
  /** Where the text says so; left out where the caller gave the day. */
  span?: Span;
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

/** A name or value. */
export interface Mention extends Span {
  type: MentionType;
  /** Index into `entities`. */
  entity: number;
  /** How sure, 0 to 1. */
  score: number;
  /** What a value says, where it could be read; of the kind that `type` names. */
  value?: Value;
  /** Set where a reader stated it; the core never does. */
  corrected?: boolean;
}

export type Value = DateValue | NumberValue | MoneyValue | PercentValue;

/** How a figure is limited by the words before it. */
export type Bound = "about" | "more-than" | "less-than" | "at-least" | "at-most";

/** A calendar expression or clock time. */
export interface DateValue {
  /**
   * ISO 8601, with its extensions EDTF level 1 and 2 (ISO 8601-2) where needed: `2017-01-23`, `2017-01`, `2017`,
   * `2015-21` to `-24` (spring to winter), `2015-33` to `-36` (quarters), `2015-40`, `-41` (halves), `199X`, `19XX`,
   * `2017-W03`, `2016-07-28/2016-07-30`, `2017-01-23T08:00`, `T08:00`; `XXXX-01-23` where the year is not known.
   * Always Gregorian. Left out where nothing but `relative` is known.
   */
  iso?: string;
  /** The unit that the expression names. */
  precision:
    | "minute"
    | "hour"
    | "day"
    | "week"
    | "month"
    | "season"
    | "quarter"
    | "half"
    | "year"
    | "decade"
    | "century";
  /** The calendar that the text uses; `hijri` is Umm al-Qura. */
  calendar: "gregorian" | "hijri" | "amazigh";
  /** The date as the text has it where that is not Gregorian: `1436-10-28`, year-month-day. */
  original?: string;
  /**
   * How far from the day of publication, in the unit of `precision` or the unit before the colon: `day:0` (today),
   * `day:-1`, `week:+1`, `month:-2`; `weekday:2` (a Tuesday, ISO number; `:-1`, `:+1` behind it for last and next);
   * `month-11:-1` (last November). Left out for absolute dates.
   */
  relative?: string;
  /** The part of the day, or of the longer time, that is meant. */
  part?: "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night" | "start" | "middle" | "end";
}

/** A number, measure, duration or match score. */
export interface NumberValue {
  /** The number; the lower end of a range; the first side of a score. */
  value: number;
  /** The upper end of a range. */
  to?: number;
  /** The second side of a match score. */
  against?: number;
  /** English name of the unit, SI spelling in the singular: `kilometre`, `tonne`, `year`, `degree Celsius`. */
  unit?: string;
  bound?: Bound;
}

/** An amount of money. */
export interface MoneyValue {
  /** In the currency's main unit; the lower end of a range. */
  amount: number;
  /** The upper end of a range. */
  to?: number;
  /** ISO 4217, where the words or the countries in the article make it plain. */
  currency?: string;
  bound?: Bound;
}

/** A share in hundredths. */
export interface PercentValue {
  /** Per cent; the lower end of a range. */
  value: number;
  /** The upper end of a range. */
  to?: number;
  /** Set where these are percentage points, a difference of two shares. */
  points?: true;
  bound?: Bound;
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
  /** An English name or, where none is known, a romanisation. */
  gloss?: string;
  /** Whether `gloss` is a known English name; `false` for a romanisation. The core always says. */
  known?: boolean;
  /** ISO 3166 code of a place. */
  code?: string;
  /** The title or office that the text gives a person. */
  role?: string;
  /** Entities that speak for one another (a country and its capital), indices into `entities`. */
  related?: number[];
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
  /** A stable code: `unpaired-mark`, `not-arabic`, `weekday-mismatch`, `calendar-mismatch`, `no-such-day` … */
  code: string;
}
