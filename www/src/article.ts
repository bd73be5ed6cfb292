/** An article as the page holds it: the text, what was found in it, what a reader corrected, where it came from. */

import type { Correction } from "./correct/correction";
import type { Analysis, Entity, Mention, Quote, Span } from "./model";

/** What is known of an article beside its text. */
export interface Origin {
  /** A title, where one was given with the text. */
  title?: string;
  /** The address of the page it was taken from. */
  url?: string;
  /** The day of publication, `YYYY-MM-DD`. */
  published?: string;
  /** The file, and for a table the row, that it was read from. */
  file?: string;
}

/** An article read, with corrections already applied to `analysis`. */
export interface Article extends Origin {
  text: string;
  analysis: Analysis;
  corrections: readonly Correction[];
}

/** The title of an article: the one given, else its headline, else its file, else its first words. */
export function titleOf({ title, text, analysis, file }: Omit<Article, "corrections">): string {
  const headline = analysis.paragraphs.find((p) => p.role === "headline");
  const first = analysis.paragraphs[0];
  return title || (headline && slice(text, headline)) || file || (first ? clip(slice(text, first), 80) : "");
}

/** The text of a span. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The content of a quote, its parts joined. */
export const said = (text: string, quote: Quote): string =>
  quote.parts.map((part) => oneLine(slice(text, part))).join(" … ");

/** The entity that spoke, where it is one. */
export const speakerOf = (analysis: Analysis, quote: Quote): Entity | undefined =>
  quote.speaker.entity === null ? undefined : analysis.entities[quote.speaker.entity];

/** Whether a mention is a name rather than a value. */
export const isName = ({ type }: Pick<Mention, "type">): boolean => !["date", "number", "money", "percent"].includes(type);

/** Without line breaks and doubled blanks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** At most `length` units, cut at a blank. */
export function clip(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.lastIndexOf(" ", length);
  return `${line.slice(0, cut > 0 ? cut : length)}…`;
}
