/** The result as the core gives it (schema `isnad/1`), and small questions asked of it. */

import type { Analysis, Entity, Mention, MentionType, Quote, Span } from "../../src/schema";

export type * from "../../src/schema";

/** The types of names, in the order in which the page lists them. */
export const NAME_TYPES = ["person", "organization", "place", "event", "misc"] as const;
/** The types of values, in the order in which the page lists them. */
export const VALUE_TYPES = ["date", "number", "money", "percent"] as const;
export const TYPES: readonly MentionType[] = [...NAME_TYPES, ...VALUE_TYPES];

/** Under this score a result is shown as doubtful. */
export const DOUBTFUL = 0.5;

/** What an empty text gives. */
export function emptyAnalysis(): Analysis {
  return {
    schema: "isnad/1",
    language: { arabic: 0, script: "none" },
    paragraphs: [],
    sentences: [],
    mentions: [],
    entities: [],
    quotes: [],
    terms: [],
    warnings: [],
  };
}

/** Every span in an analysis, each object once, so that they can be moved when the text changes. */
export function* spans(a: Analysis): Generator<Span> {
  yield* a.paragraphs;
  yield* a.sentences;
  yield* a.mentions;
  yield* a.terms;
  yield* a.warnings;
  for (const q of a.quotes) {
    yield* q.parts;
    if (q.cue) yield q.cue;
    if (q.source) yield q.source;
    if (q.medium) yield q.medium;
  }
}

/**
 * Moves analyses, in place, past a change of the text: `removed` units at `at` gave way to `inserted`. Spans that
 * they share move once. What lay inside the removed part shrinks; text typed at the edge of a span stays outside it.
 */
export function shift(all: Analysis[], at: number, removed: number, inserted: number): void {
  const end = at + removed;
  const by = inserted - removed;
  const several = new Set(all);
  const moved = several.size > 1 ? new Set<Span>() : null;
  for (const a of several) {
    for (const s of spans(a)) {
      if (s.end <= at || moved?.has(s)) continue;
      moved?.add(s);
      if (s.start >= end) {
        s.start += by;
        s.end += by;
        continue;
      }
      if (s.start > at) s.start = at + inserted;
      s.end = s.end >= end ? s.end + by : at + inserted;
      if (s.end < s.start) s.end = s.start;
    }
  }
}

/** A key that is the same for the quotes of one speaker; empty where nobody is named. */
export function speakerKey(q: Quote): string {
  return q.speaker.entity !== null ? `e${q.speaker.entity}` : q.speaker.name ? `n${q.speaker.name}` : "";
}

/** What is selected on the page. */
export type Target =
  | { kind: "mention"; index: number }
  | { kind: "quote"; index: number }
  | { kind: "term"; index: number };

/** The entity of a mention. */
export function entityOf(a: Analysis, m: Mention): Entity | undefined {
  return a.entities[m.entity];
}
