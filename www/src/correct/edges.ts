/** Moves the edge of a span by a letter or a word. */

import type { Span } from "../model";

export type Unit = "letter" | "word";

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** So far a step looks for the next word, in UTF-16 units. */
const REACH = 400;

/** `span` with one edge moved outwards (`by` 1) or inwards (-1); the same span where it cannot move. */
export function move(text: string, span: Span, edge: "start" | "end", unit: Unit, by: 1 | -1): Span {
  const forward = (edge === "end") === (by === 1);
  const from = span[edge];
  const to = unit === "letter" ? letter(text, from, forward) : word(text, from, edge, forward);
  const moved = { start: span.start, end: span.end, [edge]: to };
  return to >= 0 && to <= text.length && moved.start < moved.end ? moved : span;
}

/** The next place that is not inside a surrogate pair or before a vowel sign. */
function letter(text: string, from: number, forward: boolean): number {
  const step = forward ? 1 : -1;
  let at = from + step;
  while (at > 0 && at < text.length && /[\udc00-\udfff\u064b-\u065f\u0670]/.test(text[at]!)) at += step;
  return at;
}

/** The next beginning of a word for a start, end of a word for an end. */
function word(text: string, from: number, edge: "start" | "end", forward: boolean): number {
  const base = Math.max(0, from - REACH);
  const edges = [...text.slice(base, from + REACH).matchAll(WORD)].map((m) => base + m.index + (edge === "end" ? m[0].length : 0));
  const beyond = forward ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
  return beyond ?? from;
}
