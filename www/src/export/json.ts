/** The whole result, schema `isnad/1`, with the text and the corrections; `public/isnad-1.schema.json` describes it. */

import type { Article, Origin } from "../article";
import type { Correction } from "../correct/correction";
import { corrections } from "../correct/correction";

/** What is read back: the text and the statements about it; the rest is found anew. */
export interface Saved extends Origin {
  text: string;
  corrections: Correction[];
}

/** One article as `isnad/1`, several as a list of such. */
export function json(articles: readonly Article[]): string {
  const all = articles.map(({ analysis, text, corrections: stated, published, ...origin }) => ({
    ...(published && { published: { iso: published } }),
    ...analysis,
    ...origin,
    text,
    ...(stated.length > 0 && { corrections: stated }),
  }));
  return `${JSON.stringify(all.length === 1 ? all[0] : { schema: "isnad-articles/1", articles: all }, null, 1)}\n`;
}

/** The articles of an export, or null where the file is something else. */
export function readJson(file: string): Saved[] | null {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return null;
  }
  const root = value as { schema?: unknown; articles?: unknown };
  if (root?.schema === "isnad-articles/1" && Array.isArray(root.articles)) {
    return root.articles.flatMap((article) => readOne(article) ?? []);
  }
  const one = readOne(value);
  return one && [one];
}

function readOne(value: unknown): Saved | null {
  const v = value as Record<string, unknown> | null;
  if (v?.schema !== "isnad/1" || typeof v.text !== "string") return null;
  const saved: Saved = { text: v.text, corrections: corrections(v.corrections) };
  // A day that the text itself names is found again.
  const day = v.published as { iso?: unknown; span?: unknown } | undefined;
  if (typeof day?.iso === "string" && !day.span) saved.published = day.iso;
  for (const key of ["title", "url", "file"] as const) {
    const known = v[key];
    if (typeof known === "string") saved[key] = known;
  }
  return saved;
}
