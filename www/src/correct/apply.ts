/** Lays corrections over what the machine found. Pure: the analysis given is not changed. */

import { fold } from "../fold";
import type { Analysis, Entity, MentionType, Mention, Quote, Span } from "../model";
import { resolve } from "./anchor";
import type { Anchor } from "./anchor";
import type { Correction, EntityRef } from "./correction";

/** The corrected analysis, and which corrections found no place in the text as it is now. */
export interface Corrected {
  analysis: Analysis;
  /** Indices of corrections whose words are gone; they hold again once the words are back. */
  lost: number[];
}

/** An entity while mentions move between entities. */
interface Owner extends Omit<Entity, "id" | "mentions"> {
  /** Whether its mentions changed, so that name and aliases must be found again. */
  dirty: boolean;
  /** Whether a reader gave the name. */
  named: boolean;
}
type Owned = Omit<Mention, "entity"> & { owner: Owner };
type Said = Omit<Quote, "id" | "within" | "speaker"> & {
  within: Said | undefined;
  speaker: { name: string; owner: Owner | null; via: Quote["speaker"]["via"] };
};

/** Applies `corrections` in their order. */
export function apply(text: string, analysis: Analysis, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { analysis, lost: [] };
  const draft = new Draft(text, analysis);
  const lost = corrections.flatMap((correction, i) => (draft.apply(correction) ? [] : [i]));
  return { analysis: draft.finish(analysis), lost };
}

class Draft {
  private owners: Owner[];
  /** As the machine numbered them, which `related` goes by. */
  private readonly numbered: readonly Owner[];
  private mentions: Owned[];
  private quotes: Said[];

  constructor(private text: string, analysis: Analysis) {
    this.owners = analysis.entities.map(({ id: _, mentions: __, ...rest }) => ({ ...rest, dirty: false, named: false }));
    this.numbered = this.owners;
    this.mentions = analysis.mentions.map(({ entity, ...rest }) => ({ ...rest, owner: this.owners[entity]! }));
    this.quotes = analysis.quotes.map(({ id: _, within: __, speaker, ...rest }) => ({
      ...rest,
      within: undefined,
      speaker: { name: speaker.name, via: speaker.via, owner: speaker.entity == null ? null : this.owners[speaker.entity]! },
    }));
    analysis.quotes.forEach((q, i) => {
      if (q.within != null) this.quotes[i]!.within = this.quotes[q.within];
    });
  }

  /** Whether the correction found its place. */
  apply(c: Correction): boolean {
    const found = this.state(c);
    for (const owner of this.owners) if (owner.dirty) this.recount(owner);
    return found;
  }

  private state(c: Correction): boolean {
    switch (c.op) {
      case "mention":
        return this.mention(c);
      case "unmention":
        return this.at(c.at, (span) => this.drop(this.mentionAt(span)));
      case "merge":
        return this.merge(c.from, c.into);
      case "split":
        return this.split(c.at);
      case "rename":
        return this.rename(c.entity, c.name);
      case "quote":
        return this.quote(c);
      case "unquote":
        return this.at(c.at, (span) => {
          const gone = this.quoteAt(span);
          this.quotes = this.quotes.filter((q) => q !== gone);
        });
      case "speaker":
        return this.speaker(c);
    }
  }

  private at(anchor: Anchor, then: (span: Span) => void): boolean {
    const span = resolve(this.text, anchor);
    if (span) then(span);
    return span !== null;
  }

  private mention(c: Extract<Correction, { op: "mention" }>): boolean {
    const span = resolve(this.text, c.at);
    if (!span) return false;
    const old = c.was ? resolve(this.text, c.was) : null;
    const before = this.mentionAt(span) ?? (old ? this.mentionAt(old) : undefined);
    const moved = before !== undefined && (before.start !== span.start || before.end !== span.end);
    let owner = before?.owner;
    if (owner && owner.type !== c.type && c.all) {
      owner.type = c.type;
      owner.corrected = true;
      delete owner.code;
      for (const m of this.mentions) if (m.owner === owner) this.mark(m, c.type);
    } else if (!owner || owner.type !== c.type) {
      owner = this.ownerOf(this.text.slice(span.start, span.end), c.type);
    }
    if (before) before.owner.dirty = true;
    owner.dirty = true;
    const mention: Owned = { start: span.start, end: span.end, type: c.type, score: 1, owner, corrected: true };
    if (before?.value && before.type === c.type && !moved) mention.value = before.value;
    this.mentions = this.mentions.filter((m) => m !== before && !overlap(m, span));
    this.mentions.push(mention);
    return true;
  }

  private merge(from: EntityRef, into: EntityRef): boolean {
    const [a, b] = [this.find(from), this.find(into)];
    if (!a || !b) return false;
    if (a === b) return true;
    for (const m of this.mentions) {
      if (m.owner === a) {
        m.owner = b;
        this.mark(m, b.type);
      }
    }
    for (const q of this.quotes) {
      if (q.speaker.owner === a) q.speaker = { ...q.speaker, owner: b, name: b.name };
    }
    b.aliases = [...new Set([...b.aliases, a.name, ...a.aliases])].filter((alias) => alias !== b.name);
    b.gloss ??= a.gloss;
    b.code ??= a.code;
    b.role ??= a.role;
    b.corrected = true;
    b.named = true;
    this.owners = this.owners.filter((o) => o !== a);
    return true;
  }

  private split(anchors: Anchor[]): boolean {
    const apart = anchors.flatMap((a) => {
      const span = resolve(this.text, a);
      const found = span && this.mentionAt(span);
      return found ? [found] : [];
    });
    if (apart.length === 0) return false;
    const old = apart[0]!.owner;
    const owner: Owner = { type: old.type, name: "", aliases: [], corrected: true, dirty: true, named: false };
    this.owners = [...this.owners, owner];
    for (const m of apart) {
      m.owner.dirty = true;
      m.owner = owner;
      this.mark(m, owner.type);
    }
    for (const q of this.quotes) {
      const source = q.source;
      if (source && q.speaker.owner === old && apart.some((m) => overlap(m, source))) q.speaker = { ...q.speaker, owner };
    }
    return true;
  }

  private rename(ref: EntityRef, name: string): boolean {
    const owner = this.find(ref);
    if (!owner) return false;
    if (owner.name !== name) owner.aliases = [owner.name, ...owner.aliases.filter((a) => a !== name)];
    for (const q of this.quotes) if (q.speaker.owner === owner) q.speaker = { ...q.speaker, name };
    Object.assign(owner, { name, named: true, corrected: true });
    return true;
  }

  private quote(c: Extract<Correction, { op: "quote" }>): boolean {
    const parts = c.parts.flatMap((a) => resolve(this.text, a) ?? []).sort((a, b) => a.start - b.start);
    if (parts.length === 0) return false;
    const old = c.was ? resolve(this.text, c.was) : null;
    const before = (old ? this.quoteAt(old) : undefined) ?? this.quotes.find((q) => same(q.parts[0]!, parts[0]!));
    const quote: Said = {
      kind: c.kind ?? before?.kind ?? "direct",
      parts,
      cue: before?.cue ?? null,
      act: before?.act ?? "say",
      source: before?.source ?? null,
      speaker: before?.speaker ?? { name: "", owner: null, via: "none" },
      within: before?.within,
      score: 1,
      why: ["corrected"],
      corrected: true,
    };
    if (before?.medium) quote.medium = before.medium;
    for (const q of this.quotes) if (before && q.within === before) q.within = quote;
    this.quotes = this.quotes.filter((q) => q !== before);
    this.quotes.push(quote);
    return true;
  }

  private speaker(c: Extract<Correction, { op: "speaker" }>): boolean {
    const span = resolve(this.text, c.at);
    const quote = span && this.quoteAt(span);
    if (!quote) return false;
    const owner = c.entity ? (this.find(c.entity) ?? null) : null;
    quote.speaker = { name: owner?.name ?? c.name, owner, via: owner || c.name ? "named" : "none" };
    quote.corrected = true;
    if (quote.source && owner && !this.mentions.some((m) => m.owner === owner && overlap(m, quote.source!))) quote.source = null;
    return true;
  }

  /** The mention with this very span, else the one that shares most of it. */
  private mentionAt(span: Span): Owned | undefined {
    return most(this.mentions, (m) => (same(m, span) ? Infinity : shared(m, span)));
  }

  /** The quote that has a part with this very span, else the innermost that shares most of it. */
  private quoteAt(span: Span): Said | undefined {
    return most(this.quotes, (q) => {
      if (q.parts.some((p) => same(p, span))) return Infinity;
      const common = q.parts.reduce((sum, p) => sum + shared(p, span), 0);
      const length = q.parts.reduce((sum, p) => sum + p.end - p.start, 0);
      return common / (length + span.end - span.start - common);
    });
  }

  private find(ref: EntityRef): Owner | undefined {
    const span = ref.at && resolve(this.text, ref.at);
    const here = span && this.mentionAt(span)?.owner;
    if (here) return here;
    const name = fold(ref.name);
    return this.owners.find((o) => fold(o.name) === name && o.type === ref.type) ?? this.owners.find((o) => fold(o.name) === name);
  }

  /** The entity that a new mention of this form stands for. */
  private ownerOf(surface: string, type: MentionType): Owner {
    const form = fold(surface);
    const known = this.owners.find((o) => o.type === type && [o.name, ...o.aliases].some((name) => fold(name) === form));
    if (known) return known;
    const owner: Owner = { type, name: surface, aliases: [], corrected: true, dirty: true, named: false };
    this.owners = [...this.owners, owner];
    return owner;
  }

  private drop(mention: Owned | undefined): void {
    if (!mention) return;
    mention.owner.dirty = true;
    this.mentions = this.mentions.filter((m) => m !== mention);
  }

  private mark(mention: Owned, type: MentionType): void {
    if (mention.type !== type) delete mention.value;
    Object.assign(mention, { type, score: 1, corrected: true });
  }

  /** Numbers everything anew. */
  finish(analysis: Analysis): Analysis {
    this.mentions.sort((a, b) => a.start - b.start || a.end - b.end);
    this.quotes.sort((a, b) => a.parts[0]!.start - b.parts[0]!.start || end(b) - end(a));
    const spoken = new Set(this.quotes.map((q) => q.speaker.owner));
    const indices = new Map<Owner, number[]>(this.owners.map((o) => [o, []]));
    this.mentions.forEach((m, i) => indices.get(m.owner)?.push(i));
    const kept = this.owners.filter((o) => indices.get(o)!.length > 0 || spoken.has(o));
    const id = new Map(kept.map((o, i) => [o, i]));
    const entities = kept.map((o, i): Entity => {
      const mentions = indices.get(o)!;
      const { dirty: _, named: __, related, ...entity } = o;
      const others = related?.flatMap((n) => id.get(this.numbered[n]!) ?? []);
      return { ...entity, id: i, mentions, ...(others && others.length > 0 && { related: others }) };
    });
    const place = new Map(this.quotes.map((q, i) => [q, i]));
    const quotes = this.quotes.map(({ within, speaker, ...rest }, i): Quote => {
      const entity = speaker.owner ? (id.get(speaker.owner) ?? null) : null;
      const name = entity === null ? speaker.name : entities[entity]!.name;
      const outer = within && place.get(within);
      const quote = { ...rest, id: i, speaker: { name, entity, via: speaker.via } } as Quote;
      return outer === undefined ? quote : { ...quote, within: outer };
    });
    const mentions = this.mentions.map(({ owner, ...rest }): Mention => ({ ...rest, entity: id.get(owner)! }));
    const terms = analysis.terms.filter((t) => !quotes.some((q) => q.corrected && q.parts.some((p) => same(p, t))));
    return { ...analysis, mentions, entities, quotes, terms };
  }

  /** Finds name and aliases of an entity again after its mentions changed. */
  private recount(owner: Owner): void {
    owner.dirty = false;
    const forms = new Map<string, string>();
    for (const m of this.mentions) {
      if (m.owner !== owner) continue;
      const form = this.text.slice(m.start, m.end);
      if (!forms.has(fold(form))) forms.set(fold(form), form);
    }
    if (forms.size === 0) return;
    if (!owner.named && !forms.has(fold(owner.name))) {
      owner.name = [...forms.values()].reduce((a, b) => (b.length > a.length ? b : a));
    }
    owner.aliases = [...forms.values()].filter((form) => fold(form) !== fold(owner.name));
  }
}

const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;
const shared = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const overlap = (a: Span, b: Span) => shared(a, b) > 0;
const end = (q: { parts: Span[] }) => q.parts[q.parts.length - 1]!.end;

/** The item with the highest positive score. */
function most<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let best: T | undefined;
  let top = 0;
  for (const item of items) {
    const s = score(item);
    if (s > top) [best, top] = [item, s];
  }
  return best;
}
