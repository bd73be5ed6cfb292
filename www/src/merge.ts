/** Puts the analyses of consecutive chunks of a text together, and splits a text into chunks. */

import { fold } from "./fold";
import { emptyAnalysis, type Analysis, type Entity, type Span } from "./model";

/** A stretch of the text that is analysed on its own. */
export interface Chunk {
  length: number;
  /** Offsets count from the chunk's own start. */
  result: Analysis | null;
  dirty: boolean;
  /** Grows with every change, so that an answer that comes too late is known. */
  version: number;
}

/** A text up to this length, in UTF-16 units, is one chunk, and its names are linked across all of it. */
export const WHOLE = 48_000;
/** The length that chunks of longer texts have about. */
const PIECE = 24_000;

/** Lengths of chunks that a text falls into, cut between paragraphs where there are any. */
export function pieces(text: string): number[] {
  if (text.length <= WHOLE) return [text.length];
  const lengths: number[] = [];
  let at = 0;
  while (text.length - at > PIECE * 1.5) {
    const want = at + PIECE;
    const floor = at + PIECE / 2;
    let cut = text.lastIndexOf("\n\n", want) + 2;
    if (cut <= floor) cut = text.lastIndexOf("\n", want) + 1;
    if (cut <= floor) cut = text.lastIndexOf(". ", want) + 2;
    if (cut <= floor) cut = text.lastIndexOf(" ", want) + 1;
    if (cut <= floor) cut = want;
    lengths.push(cut - at);
    at = cut;
  }
  lengths.push(text.length - at);
  return lengths;
}

/** One analysis of the whole text. Its spans are new objects; the chunks' own stay as they are. */
export function merge(chunks: Chunk[]): Analysis {
  const out = emptyAnalysis();
  const known = new Map<string, Entity>();
  let at = 0;
  let arabic = 0;
  let weight = 0;
  for (const chunk of chunks) {
    const a = chunk.result;
    if (a) {
      arabic += a.language.arabic * chunk.length;
      if (a.language.script !== "none") weight += chunk.length;
      add(out, a, at, known, chunks.length > 1);
    }
    at += chunk.length;
  }
  const share = weight ? arabic / weight : 0;
  out.language = { arabic: share, script: weight === 0 ? "none" : share >= 0.5 ? "arabic" : "other" };
  return out;
}

function add(out: Analysis, a: Analysis, at: number, known: Map<string, Entity>, link: boolean): void {
  const move = <T extends Span>(s: T): T => ({ ...s, start: s.start + at, end: s.end + at });
  const mentions = out.mentions.length;
  const quotes = out.quotes.length;
  const ids = a.entities.map((entity) => {
    const keys = [entity.name, ...entity.aliases].map((name) => `${entity.type} ${fold(name)}`);
    const there = link ? known.get(keys[0]!) : undefined;
    const indices = entity.mentions.map((m) => m + mentions);
    if (there) {
      there.mentions.push(...indices);
      for (const alias of entity.aliases) {
        if (alias !== there.name && !there.aliases.includes(alias)) there.aliases.push(alias);
      }
      there.gloss ??= entity.gloss;
      there.role ??= entity.role;
      return there.id;
    }
    const fresh = { ...entity, id: out.entities.length, mentions: indices, aliases: [...entity.aliases] };
    out.entities.push(fresh);
    for (const key of keys) if (!known.has(key)) known.set(key, fresh);
    return fresh.id;
  });
  for (const p of a.paragraphs) out.paragraphs.push(move(p));
  for (const s of a.sentences) out.sentences.push(move(s));
  for (const m of a.mentions) out.mentions.push({ ...move(m), entity: ids[m.entity]! });
  for (const s of a.terms) out.terms.push(move(s));
  for (const w of a.warnings) out.warnings.push(move(w));
  for (const q of a.quotes) {
    const entity = q.speaker.entity;
    const copy = {
      ...q,
      id: q.id + quotes,
      parts: q.parts.map(move),
      cue: q.cue && move(q.cue),
      source: q.source && move(q.source),
      speaker: { ...q.speaker, entity: entity === null ? null : ids[entity]! },
    };
    if (q.medium) copy.medium = move(q.medium);
    if (q.within !== undefined) copy.within = q.within + quotes;
    out.quotes.push(copy);
  }
}
