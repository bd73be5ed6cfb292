/**
 * W3C Web Annotation (JSON-LD): one annotation a mention, quote or term, found again by its words and by its position.
 * Positions are code points, as the Web Annotation Data Model (4.2.5) asks, not UTF-16 units.
 */

import type { Article } from "../article";
import { isName, titleOf } from "../article";
import { anchor } from "../correct/anchor";
import type { Span } from "../model";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const VOCABULARY = "urn:isnad:1:";

/** One page of annotations; which article each belongs to is the source of its target. */
export function annotations(articles: readonly Article[]): string {
  const result = {
    "@context": CONTEXT,
    id: "urn:isnad:annotations",
    type: "AnnotationPage",
    label: articles.map(titleOf),
    items: articles.flatMap(items),
  };
  return `${JSON.stringify(result, null, 1)}\n`;
}

function items(article: Article, n: number) {
  const { text, analysis } = article;
  const source = article.url || `urn:isnad:article:${n + 1}`;
  const points = codePoints(text);
  const target = (span: Span) => {
    const { exact, prefix, suffix } = anchor(text, span.start, span.end);
    return {
      source,
      selector: [
        { type: "TextQuoteSelector", exact, prefix, suffix },
        { type: "TextPositionSelector", start: points(span.start), end: points(span.end) },
      ],
    };
  };
  const id = (kind: string, i: number) => `urn:isnad:article:${n + 1}:${kind}:${i + 1}`;
  const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
  const describe = (value: string, language: string) => ({ type: "TextualBody", purpose: "describing", format: "text/plain", language, value });
  const identify = (entity: number) => ({ type: "SpecificResource", purpose: "identifying", source: id("entity", entity) });

  const mentions = analysis.mentions.map((m, i) => {
    const entity = analysis.entities[m.entity];
    return {
      id: id("mention", i),
      type: "Annotation",
      motivation: isName(m) ? "identifying" : "classifying",
      body: [
        { type: "SpecificResource", purpose: "classifying", source: `${VOCABULARY}${m.type}` },
        tag(m.type),
        ...(entity ? [identify(m.entity), describe(entity.name, "ar")] : []),
        ...(entity?.gloss ? [describe(entity.gloss, "en")] : []),
        ...(m.value ? [{ type: "TextualBody", purpose: "describing", format: "application/json", value: JSON.stringify(m.value) }] : []),
      ],
      target: target(m),
    };
  });
  const quotes = analysis.quotes.map((q) => ({
    id: id("quote", q.id),
    type: "Annotation",
    motivation: "classifying",
    body: [
      { type: "SpecificResource", purpose: "classifying", source: `${VOCABULARY}quote` },
      tag(`quote:${q.kind}`),
      tag(`act:${q.act}`),
      ...(q.speaker.entity !== null ? [identify(q.speaker.entity)] : []),
      ...(q.speaker.name ? [describe(q.speaker.name, "ar")] : []),
    ],
    target: q.parts.length === 1 ? target(q.parts[0]!) : q.parts.map(target),
  }));
  const terms = analysis.terms.map((t, i) => ({
    id: id("term", i),
    type: "Annotation",
    motivation: "highlighting",
    body: [tag("term")],
    target: target(t),
  }));
  return [...mentions, ...quotes, ...terms];
}

/** From UTF-16 units to code points. */
function codePoints(text: string): (unit: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xdc00 && unit <= 0xdfff && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) pairs.push(i);
  }
  return (unit) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  };
}
