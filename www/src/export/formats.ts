/** All formats that results can be taken along in. */

import type { Article } from "../article";
import { annotations } from "./annotations";
import { entitiesCsv, quotesCsv } from "./csv";
import { html } from "./html";
import { json } from "./json";
import type { Labels } from "./labels";
import { markdown } from "./markdown";
import { tei } from "./tei";

export interface Format {
  id: "markdown" | "html" | "quotes" | "entities" | "json" | "annotations" | "tei";
  /** How the file's name ends. */
  ending: string;
  mime: string;
  write(articles: readonly Article[], labels: Labels): string;
}

export const FORMATS: readonly Format[] = [
  { id: "markdown", ending: ".md", mime: "text/markdown", write: markdown },
  { id: "html", ending: ".html", mime: "text/html", write: html },
  { id: "quotes", ending: ".quotes.csv", mime: "text/csv", write: quotesCsv },
  { id: "entities", ending: ".entities.csv", mime: "text/csv", write: entitiesCsv },
  { id: "json", ending: ".json", mime: "application/json", write: json },
  { id: "annotations", ending: ".jsonld", mime: "application/ld+json", write: annotations },
  { id: "tei", ending: ".xml", mime: "application/tei+xml", write: tei },
];
