/** What is known over all articles: who spoke, what is named, which days, and where a word stands. */

import type { Article } from "../article";
import { clip, isName, said, speakerOf, titleOf } from "../article";
import { fold } from "../fold";
import type { MentionType } from "../model";

/** A speaker over all articles; the same name is the same speaker. */
export interface SpeakerRow {
  name: string;
  role: string | undefined;
  quotes: number;
  words: number;
  /** Indices of articles, ascending. */
  articles: Set<number>;
}

export interface EntityRow {
  name: string;
  type: MentionType;
  gloss: string | undefined;
  mentions: number;
  articles: Set<number>;
}

export interface DayRow {
  /** `YYYY-MM-DD`, or a month or year. */
  iso: string;
  mentions: number;
  articles: Set<number>;
}

export interface Hit {
  article: number;
  count: number;
  /** The first place with what stands around it. */
  around: string;
}

/** The day, month or year that a date begins with; not the seasons and quarters that ISO writes as months over 12. */
const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?(?![-\dX])/;

export class Collection {
  readonly articles: Article[] = [];
  #speakers = new Map<string, SpeakerRow>();
  #entities = new Map<string, EntityRow>();
  #days = new Map<string, DayRow>();
  #folded: string[] = [];

  add(article: Article): void {
    this.#count(article, this.articles.push(article) - 1);
  }

  /** Puts a corrected article in the place of what it was. */
  replace(index: number, article: Article): void {
    this.articles[index] = article;
    for (const map of [this.#speakers, this.#entities, this.#days]) map.clear();
    this.articles.forEach((a, i) => this.#count(a, i));
  }

  #count(article: Article, index: number): void {
    const { text, analysis } = article;
    for (const quote of analysis.quotes) {
      const { name } = quote.speaker;
      const row = entry(this.#speakers, fold(name), () => ({ name, role: undefined, quotes: 0, words: 0, articles: new Set<number>() }));
      row.role ??= speakerOf(analysis, quote)?.role;
      row.quotes++;
      row.words += said(text, quote).split(" ").length;
      row.articles.add(index);
    }
    for (const { type, name, gloss, mentions } of analysis.entities.filter(isName)) {
      const row = entry(this.#entities, `${type} ${fold(name)}`, () => ({ name, type, gloss, mentions: 0, articles: new Set<number>() }));
      row.gloss ??= gloss;
      row.mentions += mentions.length;
      row.articles.add(index);
    }
    for (const { type, value } of analysis.mentions) {
      const iso = type === "date" ? (value as { iso?: unknown } | undefined)?.iso : undefined;
      const day = typeof iso === "string" && DAY.exec(iso)?.[0];
      if (!day) continue;
      const row = entry(this.#days, day, () => ({ iso: day, mentions: 0, articles: new Set<number>() }));
      row.mentions++;
      row.articles.add(index);
    }
  }

  /** Who spoke, those with most quotes first; those without a name are one row, with an empty name. */
  get speakers(): SpeakerRow[] {
    return [...this.#speakers.values()].sort((a, b) => b.quotes - a.quotes || b.words - a.words);
  }

  /** What is named, that in most articles first. */
  get entities(): EntityRow[] {
    return [...this.#entities.values()].sort((a, b) => b.articles.size - a.articles.size || b.mentions - a.mentions);
  }

  /** Days in their order. */
  get days(): DayRow[] {
    return [...this.#days.values()].sort((a, b) => (a.iso < b.iso ? -1 : 1));
  }

  get quotes(): number {
    return this.articles.reduce((sum, a) => sum + a.analysis.quotes.length, 0);
  }

  /** Articles that hold all words of `query`, spelling variants alike. */
  search(query: string): Hit[] {
    const words = fold(query).split(" ").filter(Boolean);
    const [first] = words;
    if (!first) return [];
    for (let i = this.#folded.length; i < this.articles.length; i++) {
      const article = this.articles[i]!;
      this.#folded.push(fold(`${titleOf(article)}\n${article.text}`));
    }
    return this.#folded.flatMap((text, article): Hit[] => {
      if (!words.every((word) => text.includes(word))) return [];
      const at = text.indexOf(first);
      return [{ article, count: text.split(first).length - 1, around: clip(text.slice(Math.max(0, text.lastIndexOf(" ", at - 40))), 120) }];
    });
  }
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  let row = map.get(key);
  if (!row) map.set(key, (row = make()));
  return row;
}
