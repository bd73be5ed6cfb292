/**
 * What a reader can state about a text against the machine. Each correction says how a place is, not what to change,
 * so that it still holds when the machine reads the edited text anew; applying it twice is applying it once.
 */

import type { Entity, MentionType, Quote } from "../model";
import type { Anchor } from "./anchor";

/** Says which entity is meant: by a mention of it, failing that by its name. */
export interface EntityRef {
  at: Anchor | null;
  name: string;
  type: Entity["type"];
}

/** One statement. */
export type Correction =
  /** A mention of this type stands here; `was` is where the machine or an earlier correction had it. `all`: so do the other mentions of its entity. */
  | { op: "mention"; at: Anchor; type: MentionType; was?: Anchor; all?: boolean }
  /** No mention stands here. */
  | { op: "unmention"; at: Anchor }
  /** Two entities are one and the same, and `into` names it. */
  | { op: "merge"; from: EntityRef; into: EntityRef }
  /** These mentions are an entity of their own. */
  | { op: "split"; at: Anchor[] }
  /** This is the entity's name. */
  | { op: "rename"; entity: EntityRef; name: string }
  /** A quote with this content stands here. */
  | { op: "quote"; parts: Anchor[]; was?: Anchor; kind?: Quote["kind"] }
  /** No quote stands here. */
  | { op: "unquote"; at: Anchor }
  /** The quote was said by this speaker: an entity, or a name alone, or nobody known (an empty name). */
  | { op: "speaker"; at: Anchor; entity: EntityRef | null; name: string };

const KINDS = ["person", "organization", "place", "event", "misc", "date", "number", "money", "percent"];

/** Reads corrections out of an export; anything that is none is left out. */
export function corrections(value: unknown): Correction[] {
  return Array.isArray(value) ? value.filter(isCorrection) : [];
}

function isCorrection(value: unknown): value is Correction {
  const c = value as Record<string, unknown>;
  if (typeof c !== "object" || c === null) return false;
  switch (c.op) {
    case "mention":
      return isAnchor(c.at) && KINDS.includes(c.type as string) && (c.was === undefined || isAnchor(c.was));
    case "unmention":
    case "unquote":
      return isAnchor(c.at);
    case "merge":
      return isRef(c.from) && isRef(c.into);
    case "split":
      return isAnchors(c.at);
    case "rename":
      return isRef(c.entity) && typeof c.name === "string";
    case "quote":
      return isAnchors(c.parts) && (c.was === undefined || isAnchor(c.was));
    case "speaker":
      return isAnchor(c.at) && (c.entity === null || isRef(c.entity)) && typeof c.name === "string";
    default:
      return false;
  }
}

function isAnchor(value: unknown): value is Anchor {
  const a = value as Anchor;
  return (
    typeof a === "object" && a !== null &&
    Number.isInteger(a.start) && Number.isInteger(a.end) &&
    typeof a.exact === "string" && typeof a.prefix === "string" && typeof a.suffix === "string"
  );
}

const isAnchors = (value: unknown): value is Anchor[] => Array.isArray(value) && value.length > 0 && value.every(isAnchor);

function isRef(value: unknown): value is EntityRef {
  const r = value as EntityRef;
  return (
    typeof r === "object" && r !== null &&
    (r.at === null || isAnchor(r.at)) && typeof r.name === "string" && KINDS.includes(r.type)
  );
}
