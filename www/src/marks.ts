/** Lays an analysis over one block of text: which spans cover it, and the elements that show them. */

import { code, t } from "./i18n";
import { DOUBTFUL, speakerKey, type Analysis, type Quote, type Span } from "./model";
import { el, type Child, type Props } from "./ui/el";

/** Something to show in the text. Wider things come first where two begin together. */
interface Layer {
  span: Span;
  rank: number;
  kind: "quote" | "source" | "cue" | "medium" | "term" | "mention";
  index: number;
  /** The first part of a quote, which carries its speaker. */
  lead?: boolean;
}

/** The layers of an analysis, found by place. Spans move with the text, so the order stays true. */
export class Layers {
  #all: Layer[] = [];
  /** No layer is longer than this. */
  #longest = 0;

  constructor(readonly analysis: Analysis) {
    const all = this.#all;
    const add = (span: Span | null | undefined, rank: number, kind: Layer["kind"], index: number, lead = false): void => {
      if (!span) return;
      all.push({ span, rank, kind, index, lead });
      this.#longest = Math.max(this.#longest, span.end - span.start);
    };
    analysis.quotes.forEach((q, i) => {
      q.parts.forEach((part, n) => add(part, 0, "quote", i, n === 0));
      add(q.source, 1, "source", i);
      add(q.medium, 2, "medium", i);
      add(q.cue, 4, "cue", i);
    });
    analysis.terms.forEach((span, i) => add(span, 3, "term", i));
    analysis.mentions.forEach((span, i) => add(span, 5, "mention", i));
    all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.rank - b.rank);
  }

  /** Layers that touch a stretch. */
  within(start: number, end: number): Layer[] {
    const all = this.#all;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (all[mid]!.span.start < start - this.#longest) low = mid + 1;
      else high = mid;
    }
    const found: Layer[] = [];
    for (let i = low; i < all.length && all[i]!.span.start < end; i++) {
      const { span } = all[i]!;
      if (span.end > start && span.end > span.start) found.push(all[i]!);
    }
    return found;
  }

  /** After an edit spans have moved, and some have grown by what was inserted. */
  moved(inserted: number): void {
    this.#longest += inserted;
  }
}

/** What the layers of a block look like, as a key: the same key means that nothing has to be drawn again. */
export function signature(layers: Layer[], a: Analysis, start: number): string {
  return layers.map((l) => `${l.span.start - start},${l.span.end - start},${look(l, a)}`).join("|");
}

function look(l: Layer, a: Analysis): string {
  if (l.kind === "mention") {
    const m = a.mentions[l.index]!;
    return `m${l.index}${m.type}${m.entity}${m.score < DOUBTFUL}`;
  }
  if (l.kind === "term") return `t${l.index}`;
  const q = a.quotes[l.index]!;
  return `${l.kind}${l.index}${q.kind}${q.speaker.name}${q.score < DOUBTFUL}${l.lead}`;
}

/**
 * The content of a block. Spans that cross are cut so that elements nest; the text itself is never touched.
 * `text` starts at offset `start` of the whole.
 */
export function draw(text: string, start: number, layers: Layer[], a: Analysis): Child[] {
  const cut = (from: number, to: number, open: Layer[]): Child[] => {
    const out: Child[] = [];
    let at = from;
    for (let i = 0; i < open.length; ) {
      const layer = open[i]!;
      const begin = Math.max(at, layer.span.start - start);
      const end = Math.min(to, layer.span.end - start);
      i++;
      if (end <= begin) continue;
      if (begin > at) out.push(text.slice(at, begin));
      const inner: Layer[] = [];
      while (i < open.length && open[i]!.span.start - start < end) inner.push(open[i++]!);
      const crossing = inner.filter((l) => l.span.end - start > end);
      const begins = layer.span.start - start >= from;
      // A speaker's name is never put inside a word, whose letters it would tear apart.
      const inside = begins && /[\p{L}\p{M}]$/u.test(text.slice(Math.max(0, begin - 1), begin));
      out.push(el("span", props(layer, a, begins, inside), ...cut(begin, end, inner)));
      at = end;
      // What reaches past the end goes on behind it.
      if (crossing.length > 0) open = [...open.slice(0, i), ...crossing, ...open.slice(i)];
    }
    if (at < to) out.push(text.slice(at, to));
    return out;
  };
  return cut(0, text.length, layers);
}

/** Whether the quote before has the same speaker, whose name then need not be said as loudly. */
function again(q: Quote, a: Analysis): boolean {
  const before = a.quotes[q.id - 1];
  return before !== undefined && speakerKey(before) === speakerKey(q);
}

function props(l: Layer, a: Analysis, begins: boolean, inside: boolean): Props {
  if (l.kind === "mention") {
    const m = a.mentions[l.index]!;
    const doubtful = m.score < DOUBTFUL;
    return {
      class: `m m-${m.type}${doubtful ? " doubt" : ""}`,
      role: "mark",
      "data-m": l.index,
      "data-e": m.entity,
      "data-label": t(`type.${m.type}`),
      "aria-description": t(`type.${m.type}`) + (doubtful ? ` (${t("mark.doubt")})` : ""),
    };
  }
  if (l.kind === "term") return { class: "t", role: "mark", "data-t": l.index, "aria-description": t("type.term") };
  const q = a.quotes[l.index]!;
  if (l.kind !== "quote") return { class: l.kind, "data-q": l.index };
  const doubtful = q.score < DOUBTFUL;
  const speaker = q.speaker.name || t("speaker.none");
  const nested = q.within !== undefined;
  return {
    class: `q q-${q.kind}${doubtful ? " doubt" : ""}${nested ? " nested" : ""}${l.lead && begins ? " lead" : ""}${inside ? " inside" : ""}${again(q, a) ? " again" : ""}`,
    role: "mark",
    "data-q": l.index,
    "data-by": speakerKey(q),
    "data-speaker": speaker,
    "data-act": code("act", q.act),
    "aria-description": t("mark.quote", { kind: t(`kind.${q.kind}`), speaker }) + (doubtful ? ` (${t("mark.doubt")})` : ""),
  };
}
