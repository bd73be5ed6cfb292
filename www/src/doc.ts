/**
 * The article's text, as blocks: one a line, long lines in several. Everything that shows or changes the text goes
 * through here, so a keystroke costs as much as the block it falls in, not as much as the text.
 */

import { Signal } from "./signal";

/** A stretch of text that is laid out on its own. */
export interface Block {
  text: string;
  /** What follows it in the text: a line break, or nothing where a long line goes on or the text ends. */
  end: "\n" | "";
}

/** A change that has been made. Offsets are UTF-16 units. */
export interface Change {
  start: number;
  removed: string;
  inserted: string;
  /** Blocks from this one on, this many, were replaced by this many. */
  from: number;
  gone: number;
  added: number;
}

/** A line longer than this is laid out in several blocks. */
const LONG = 6000;

export class Doc {
  blocks: Block[] = [{ text: "", end: "" }];
  readonly changed = new Signal<Change>();
  #starts: number[] | null = null;
  #text: string | null = "";

  /** The whole text. */
  get text(): string {
    return (this.#text ??= this.blocks.map((b) => b.text + b.end).join(""));
  }

  get length(): number {
    const last = this.blocks.length - 1;
    return this.start(last) + this.blocks[last]!.text.length;
  }

  /** Where block `i` begins. */
  start(i: number): number {
    if (!this.#starts) {
      let at = 0;
      this.#starts = this.blocks.map((b) => {
        const start = at;
        at += b.text.length + b.end.length;
        return start;
      });
    }
    return this.#starts[i] ?? 0;
  }

  /** The block that holds an offset. */
  blockAt(offset: number): number {
    this.start(0);
    const starts = this.#starts!;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (starts[mid]! <= offset) low = mid;
      else high = mid - 1;
    }
    return low;
  }

  slice(start: number, end: number): string {
    const first = this.blockAt(start);
    const last = this.blockAt(end);
    let out = "";
    for (let i = first; i <= last; i++) {
      const b = this.blocks[i]!;
      const at = this.start(i);
      out += (b.text + b.end).slice(Math.max(0, start - at), end - at);
    }
    return out;
  }

  /** Replaces a stretch and tells all listeners. Line ends of other systems become plain ones. */
  replace(start: number, end: number, insert: string): Change {
    const inserted = insert.replace(/\r\n?/g, "\n");
    const removed = this.slice(start, end);
    const first = this.blockAt(start);
    const last = this.blockAt(end);
    const head = this.blocks[first]!.text.slice(0, start - this.start(first));
    const tail = this.blocks[last]!;
    const rest = tail.text.slice(end - this.start(last));
    const fresh = cut(head + inserted + rest, tail.end);
    if (fresh.length < 5000) this.blocks.splice(first, last - first + 1, ...fresh);
    else this.blocks = [...this.blocks.slice(0, first), ...fresh, ...this.blocks.slice(last + 1)];
    this.#text = null;
    const by = inserted.length - removed.length;
    if (first === last && fresh.length === 1 && this.#starts) {
      for (let i = first + 1; i < this.#starts.length; i++) this.#starts[i]! += by;
    } else this.#starts = null;
    const change = { start, removed, inserted, from: first, gone: last - first + 1, added: fresh.length };
    this.changed.emit(change);
    return change;
  }
}

function cut(text: string, end: "\n" | ""): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    const close = i + 1 < lines.length ? "\n" : end;
    let rest = line;
    while (rest.length > LONG) {
      let at = rest.lastIndexOf(" ", LONG) + 1;
      if (at <= LONG / 2) at = isLow(rest.charCodeAt(LONG)) ? LONG - 1 : LONG;
      blocks.push({ text: rest.slice(0, at), end: "" });
      rest = rest.slice(at);
    }
    blocks.push({ text: rest, end: close });
  });
  return blocks;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The article on the page. */
export const doc = new Doc();
