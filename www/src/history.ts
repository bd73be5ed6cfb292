/** Undo and redo, for edits of the text and corrections alike. */

import { Signal } from "./signal";

export interface Step {
  /** Does it (again). */
  redo(): void;
  undo(): void;
  /** Takes up a later step into this one, such as the next letter typed; false where it does not fit. */
  merge?(next: Step): boolean;
}

const LIMIT = 500;
const past: Step[] = [];
let future: Step[] = [];
export const historyChanged = new Signal();

/** Records a step that has been done. */
export function record(step: Step): void {
  future = [];
  if (!past.at(-1)?.merge?.(step)) {
    past.push(step);
    if (past.length > LIMIT) past.shift();
  }
  historyChanged.emit();
}

/** Does a step and records it. */
export function perform(step: Step): void {
  step.redo();
  record(step);
}

export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;

export function undo(): void {
  const step = past.pop();
  if (!step) return;
  step.undo();
  future.push(step);
  historyChanged.emit();
}

export function redo(): void {
  const step = future.pop();
  if (!step) return;
  step.redo();
  past.push(step);
  historyChanged.emit();
}

/** Forgets everything, as when another article is opened. */
export function clearHistory(): void {
  past.length = 0;
  future = [];
  historyChanged.emit();
}
