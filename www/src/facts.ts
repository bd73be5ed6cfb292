/** Questions that several views ask of an analysis. */

import { fold } from "./fold";
import { t } from "./i18n";
import { speakerKey, type Analysis, type Quote, type Span } from "./model";
import { doc } from "./doc";

/** Words in a stretch of text. */
export function words(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)?.length ?? 0;
}

/** The words of a quote, its parts joined by an ellipsis. */
export function content(q: Quote): string {
  return q.parts.map((p) => doc.slice(p.start, p.end)).join(" … ");
}

/** How a speaker is called on the page. */
export function speakerName(q: Quote): string {
  return q.speaker.name || t("speaker.none");
}

/** One who speaks, with all that was said. */
export interface Voice {
  key: string;
  name: string;
  role: string;
  /** Known by a name, not only by an office or a phrase such as "a security source". */
  named: boolean;
  quotes: Quote[];
  words: number;
  /** Acts and how often, most frequent first. */
  acts: [string, number][];
}

let last: { analysis: Analysis; list: Voice[] } | undefined;

/** All speakers, those with most words first. A quote inside another counts for its own speaker only in number. */
export function voices(a: Analysis): Voice[] {
  if (last?.analysis !== a) last = { analysis: a, list: count(a) };
  return last.list;
}

function count(a: Analysis): Voice[] {
  const found = new Map<string, Voice & { counts: Map<string, number> }>();
  for (const q of a.quotes) {
    const key = speakerKey(q);
    const entity = q.speaker.entity === null ? undefined : a.entities[q.speaker.entity];
    let voice = found.get(key);
    if (!voice) {
      voice = {
        key,
        name: speakerName(q),
        role: entity?.role ?? "",
        named: entity !== undefined,
        quotes: [],
        words: 0,
        acts: [],
        counts: new Map(),
      };
      found.set(key, voice);
    }
    voice.quotes.push(q);
    if (q.within === undefined) voice.words += words(content(q));
    voice.counts.set(q.act, (voice.counts.get(q.act) ?? 0) + 1);
  }
  const all = [...found.values()];
  for (const v of all) v.acts = [...v.counts].sort((x, y) => y[1] - x[1]);
  return all.sort((x, y) => y.words - x.words || y.quotes.length - x.quotes.length);
}

/** The stretch a quote covers, from its first part to its last. */
export function extent(q: Quote): Span {
  return { start: q.parts[0]?.start ?? 0, end: q.parts.at(-1)?.end ?? 0 };
}

/** A text as a search sees it: spellings and kinds of digits do not matter. */
export function searchable(text: string): string {
  return fold(text).replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660));
}
