/**
 * A place in a text that can be found again after the text was edited: by position, by its words, by what stands
 * around it. Offsets are UTF-16 code units, half-open.
 */

import type { Span } from "../model";

/** A span together with what it needs to be found again. */
export interface Anchor extends Span {
  /** The text of the span. */
  exact: string;
  /** Up to `CONTEXT` units before it. */
  prefix: string;
  /** Up to `CONTEXT` units behind it. */
  suffix: string;
}

/** How much of the surroundings an anchor keeps, in UTF-16 units. */
export const CONTEXT = 32;

/** Shared context that makes another occurrence of the same words the same place. */
const ENOUGH = 8;

/** So much of the beginning and of the end of longer words finds them when their middle was edited. */
const EDGE = 12;

/** A text at least this long that occurs once needs no context. */
const TELLING = 24;

/** The anchor of `text[start..end)`. */
export function anchor(text: string, start: number, end: number): Anchor {
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(text.length, end + CONTEXT);
  if (isLow(text, from)) from++;
  if (isLow(text, to)) to--;
  return { start, end, exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

/** Where an anchor lies in `text` now, or null where its place is gone. Linear in the text. */
export function resolve(text: string, at: Anchor): Span | null {
  if (at.exact === "") return null;
  const whole = at.prefix.length + at.suffix.length;
  if (text.startsWith(at.exact, at.start) && agreement(text, at, at.start) === whole) {
    return { start: at.start, end: at.start + at.exact.length };
  }
  let best = -1;
  let bestScore = -1;
  let count = 0;
  for (let i = text.indexOf(at.exact); i >= 0; i = text.indexOf(at.exact, i + 1)) {
    count++;
    const score = agreement(text, at, i);
    if (score > bestScore || (score === bestScore && Math.abs(i - at.start) < Math.abs(best - at.start))) {
      best = i;
      bestScore = score;
    }
  }
  if (best < 0) return between(text, at);
  const sure = bestScore >= Math.min(ENOUGH, whole) || (count === 1 && at.exact.length >= TELLING);
  return sure ? { start: best, end: best + at.exact.length } : null;
}

/** How many units of the anchor's context stand around `text[i..end)`. */
function agreement(text: string, at: Anchor, i: number, end = i + at.exact.length): number {
  let before = 0;
  while (before < at.prefix.length && text[i - 1 - before] === at.prefix[at.prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < at.suffix.length && text[end + after] === at.suffix[after]) after++;
  return before + after;
}

/** The words themselves were edited: the place between their first and last ones, or between their neighbours. */
function between(text: string, at: Anchor): Span | null {
  const long = at.exact.length >= 3 * EDGE;
  const head = long ? at.exact.slice(0, EDGE) : at.prefix.slice(-EDGE);
  const tail = long ? at.exact.slice(-EDGE) : at.suffix.slice(0, EDGE);
  if (head.length < EDGE || tail.length < EDGE) return null;
  const first = nearest(text, head, long ? at.start : at.start - head.length);
  if (first < 0) return null;
  const start = long ? first : first + head.length;
  const last = text.indexOf(tail, start + (long ? EDGE : 1));
  if (last < 0) return null;
  const end = long ? last + tail.length : last;
  const grown = (end - start) / at.exact.length;
  const sure = agreement(text, at, start, end) >= Math.min(ENOUGH, at.prefix.length + at.suffix.length);
  return sure && grown >= 0.5 && grown <= 2 ? { start, end } : null;
}

/** The occurrence of `part` that lies nearest to `to`. */
function nearest(text: string, part: string, to: number): number {
  const after = text.indexOf(part, Math.max(0, to));
  const before = text.lastIndexOf(part, Math.max(0, to));
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - to < to - before ? after : before;
}

function isLow(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
