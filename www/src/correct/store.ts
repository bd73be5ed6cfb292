/** The corrections of the article on the page, undone and redone together with its text. */

import type { Article, Origin } from "../article";
import { doc } from "../doc";
import { perform } from "../history";
import { Signal } from "../signal";
import { state } from "../state";
import { apply } from "./apply";
import type { Correction } from "./correction";

let list: readonly Correction[] = [];
let lost: readonly number[] = [];
/** Where the article came from, beside what `state` knows. */
let origin: Pick<Origin, "url" | "file"> = {};
/** Corrections of texts that gave way to another one, to come back when the text does by undo. */
const shelf = new Map<string, { list: readonly Correction[]; origin: typeof origin }>();
const SHELF = 8;

export const corrected = new Signal();

/** All corrections, in the order in which they were made. */
export const stated = (): readonly Correction[] => list;

/** Whether the place of a correction is gone from the text. */
export const isLost = (index: number): boolean => lost.includes(index);

/** Adds corrections as one step of undo. */
export function correct(...added: Correction[]): void {
  if (added.length > 0) replace([...list, ...added]);
}

/** Takes corrections back. */
export function withdraw(gone: (index: number) => boolean): void {
  replace(list.filter((_, i) => !gone(i)));
}

function replace(next: readonly Correction[]): void {
  const before = list;
  perform({ redo: () => set(next), undo: () => set(before) });
}

function set(next: readonly Correction[]): void {
  list = next;
  state.correct();
  corrected.emit();
}

/** Says where the text that was just opened came from, and what was stated about it before; its analysis is on the way. */
export function opened(from: typeof origin, corrections: readonly Correction[]): void {
  origin = from;
  list = corrections;
  corrected.emit();
}

/** The article on the page as it stands. */
export function current(): Article {
  return {
    text: doc.text,
    analysis: state.analysis,
    corrections: list,
    ...(state.title && { title: state.title }),
    ...(state.published && { published: state.published }),
    ...origin,
  };
}

/** Begins to lay corrections over each analysis. */
export function startCorrections(): void {
  state.correctWith((base, text) => {
    const result = apply(text, base, list);
    lost = result.lost;
    return result.analysis;
  });
  doc.changed.on(({ start, removed, inserted }) => {
    const whole = start === 0 && inserted.length === doc.length;
    if (!whole || removed === inserted) return;
    if (list.length > 0 || origin.url || origin.file) {
      shelf.delete(removed);
      shelf.set(removed, { list, origin });
      if (shelf.size > SHELF) shelf.delete(shelf.keys().next().value!);
    }
    const back = shelf.get(inserted);
    list = back?.list ?? [];
    origin = back?.origin ?? {};
    corrected.emit();
  });
}
