/** Edits of the text that can be undone. */

import { doc } from "./doc";
import { record, type Step } from "./history";
import { Signal } from "./signal";

/** Where the cursor belongs after an edit, for the editor to put it there. */
export const caretWanted = new Signal<number>();

class TextStep implements Step {
  constructor(
    private start: number,
    private removed: string,
    private inserted: string,
    private time: number,
  ) {}

  redo(): void {
    doc.replace(this.start, this.start + this.removed.length, this.inserted);
    caretWanted.emit(this.start + this.inserted.length);
  }

  undo(): void {
    doc.replace(this.start, this.start + this.inserted.length, this.removed);
    caretWanted.emit(this.start + this.removed.length);
  }

  /** Letters typed or deleted one after another are one step, until a pause or a new line. */
  merge(next: Step): boolean {
    if (!(next instanceof TextStep) || next.time - this.time > 1500) return false;
    if (next.inserted.includes("\n") || this.inserted.endsWith("\n")) return false;
    const typed = !next.removed && !this.removed && next.start === this.start + this.inserted.length;
    const erased = !next.inserted && !this.inserted && next.start + next.removed.length === this.start;
    if (typed && next.inserted.length < 20) this.inserted += next.inserted;
    else if (erased) {
      this.removed = next.removed + this.removed;
      this.start = next.start;
    } else return false;
    this.time = next.time;
    return true;
  }
}

/** Replaces a stretch of the text and records it. */
export function edit(start: number, end: number, insert: string): void {
  const change = doc.replace(start, end, insert);
  if (change.removed === change.inserted) return;
  record(new TextStep(start, change.removed, change.inserted, performance.now()));
}
