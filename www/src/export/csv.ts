/** Tables for a spreadsheet: RFC 4180, with a byte order mark so that Excel reads the Arabic, no cell a formula. */

import type { Article } from "../article";
import { said, slice, speakerOf, titleOf } from "../article";

type Cell = string | number | boolean | null | undefined;

/** One line a quote. */
export function quotesCsv(articles: readonly Article[]): string {
  const head = [
    "article", "quote_number", "speaker", "speaker_type", "speaker_role", "speaker_found_by", "kind", "act", "cue", "quote",
    "medium", "within_quote", "score", "corrected", "start", "end", "published", "source",
  ];
  const rows = articles.flatMap((article) => {
    const { text, analysis } = article;
    const title = titleOf(article);
    return analysis.quotes.map((quote): Cell[] => {
      const speaker = speakerOf(analysis, quote);
      return [
        title, quote.id + 1, quote.speaker.name, speaker?.type, speaker?.role, quote.speaker.via, quote.kind, quote.act,
        quote.cue && slice(text, quote.cue), said(text, quote), quote.medium?.name,
        quote.within == null ? null : quote.within + 1, round(quote.score), quote.corrected ?? false,
        quote.parts[0]?.start, quote.parts.at(-1)?.end, article.published, article.url ?? article.file,
      ];
    });
  });
  return table([head, ...rows]);
}

/** One line an entity of an article. */
export function entitiesCsv(articles: readonly Article[]): string {
  const head = [
    "article", "entity_number", "type", "name", "other_forms", "mentions", "quotes", "role", "gloss", "country_code", "value",
    "corrected", "first_start", "published", "source",
  ];
  const rows = articles.flatMap((article) => {
    const { analysis } = article;
    const title = titleOf(article);
    const quotes = new Map<number, number>();
    for (const { speaker } of analysis.quotes) {
      if (speaker.entity !== null) quotes.set(speaker.entity, (quotes.get(speaker.entity) ?? 0) + 1);
    }
    return analysis.entities.map((entity): Cell[] => {
      const first = analysis.mentions[entity.mentions[0] ?? -1];
      return [
        title, entity.id + 1, entity.type, entity.name, entity.aliases.join(" | "), entity.mentions.length,
        quotes.get(entity.id) ?? 0, entity.role, entity.gloss, entity.code, first?.value && valueText(first.value),
        entity.corrected ?? false, first?.start, article.published, article.url ?? article.file,
      ];
    });
  });
  return table([head, ...rows]);
}

/** Rows as a file. */
export function table(rows: readonly Cell[][]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** A cell that begins like a formula gets an apostrophe, which spreadsheets take for "this is text". */
function cell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A value in one line: an ISO date; an amount, range or score with its currency or unit. */
export function valueText(value: object): string {
  const v = value as Record<string, unknown>;
  const from = v.iso ?? v.relative ?? v.amount ?? v.value;
  const figure = v.to !== undefined ? `${from}..${v.to}` : v.against !== undefined ? `${from}:${v.against}` : from;
  return [figure, v.currency ?? v.unit].filter((part) => part !== undefined && part !== null).join(" ");
}

const round = (score: number) => Math.round(score * 1000) / 1000;
