/** Spans that overlap, laid out as trees: where two cross, one is cut and its pieces are numbered. */

import type { Span } from "../model";

/** A span to lay out. Spans of greater depth lie inside those of smaller depth wherever they share text. */
export interface Layer extends Span {
  depth: number;
}

/** Text, or a piece of a span with what lies in it. */
export type Node<T> = string | Piece<T>;

/** A piece of a span. */
export interface Piece<T> {
  /** The span that this is a piece of. */
  of: T;
  /** Which piece of it, from 0. */
  piece: number;
  /** Whether another piece follows, in this window or a later one. */
  more: boolean;
  children: Node<T>[];
}

/**
 * A tree for each of `windows`, which are in the order of the text and apart. A span that leaves a window goes on in
 * the next one it touches. Linear in text and pieces, times the depth of nesting.
 */
export function layout<T extends Layer>(text: string, windows: readonly Span[], spans: readonly T[]): Node<T>[][] {
  const sorted = spans.filter((s) => s.end > s.start).sort(outerFirst);
  const latest = new Map<T, Piece<T>>();
  let next = 0;
  let running: T[] = [];
  return windows.map((window) => {
    const here = running.filter((s) => s.end > window.start);
    while (next < sorted.length && sorted[next]!.start < window.end) {
      const span = sorted[next++]!;
      if (span.end > window.start) here.push(span);
    }
    running = here.filter((s) => s.end > window.end);
    return tree(text, window, here, latest);
  });
}

function tree<T extends Layer>(text: string, window: Span, spans: readonly T[], latest: Map<T, Piece<T>>): Node<T>[] {
  const root: Node<T>[] = [];
  const open: Piece<T>[] = [];
  let at = window.start;
  const write = (to: number) => {
    if (to > at) (open.at(-1)?.children ?? root).push(text.slice(at, to));
    at = Math.max(at, to);
  };
  const push = (piece: Piece<T>) => {
    (open.at(-1)?.children ?? root).push(piece);
    open.push(piece);
  };
  const enter = (span: T) => {
    const before = latest.get(span);
    if (before) before.more = true;
    const piece: Piece<T> = { of: span, piece: before ? before.piece + 1 : 0, more: false, children: [] };
    latest.set(span, piece);
    push(piece);
  };
  /** Closes the open pieces from index `first` on; gives those that go on behind `to`. An empty one leaves no trace. */
  const cut = (first: number, to: number) => {
    const closed = open.splice(first);
    for (let i = closed.length - 1; i >= 0; i--) {
      if (closed[i]!.children.length === 0) ((closed[i - 1] ?? open.at(-1))?.children ?? root).pop();
    }
    return closed.filter((p) => p.of.end > to);
  };
  const resume = (pieces: Piece<T>[]) => pieces.forEach((p) => (p.children.length > 0 ? enter(p.of) : push(p)));
  /** Ends what ends at or before `to`. */
  const leave = (to: number) => {
    for (;;) {
      const end = Math.min(...open.map((p) => p.of.end));
      if (end > to) return;
      write(end);
      resume(cut(open.findIndex((p) => p.of.end === end), end));
    }
  };
  for (const span of spans) {
    const start = Math.max(span.start, window.start);
    leave(start);
    write(start);
    const deeper = open.findIndex((p) => p.of.depth > span.depth);
    const inner = deeper < 0 ? [] : cut(deeper, start);
    enter(span);
    resume(inner);
  }
  leave(window.end);
  write(window.end);
  return root;
}

const outerFirst = (a: Layer, b: Layer) => a.start - b.start || a.depth - b.depth || b.end - a.end;
