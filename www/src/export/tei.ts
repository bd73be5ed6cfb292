/**
 * TEI P5. Names and values are elements in the text, quotes are `said`; where a quote crosses a paragraph or another
 * span it is cut into pieces that point at each other with @next and @prev (TEI Guidelines, chapter 21.3). What the
 * names stand for is in lists under `standOff`.
 */

import type { Article } from "../article";
import { titleOf } from "../article";
import type { Analysis, Entity, Mention, Quote } from "../model";
import type { Layer, Node } from "./fragments";
import { layout } from "./fragments";
import { attributes, escape } from "./xml";

/** One article as a `TEI` document, several as a `teiCorpus`. */
export function tei(articles: readonly Article[]): string {
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const namespace = ' xmlns="http://www.tei-c.org/ns/1.0"';
  const [one] = articles;
  if (articles.length === 1 && one) return start + document(one, "", namespace);
  const documents = articles.map((article, n) => document(article, `t${n + 1}.`, ""));
  return `${start}<teiCorpus${namespace}>\n${header("Isnad", undefined, "Several articles")}${documents.join("")}</teiCorpus>\n`;
}

/** A span of the text and the element it becomes. */
interface Mark extends Layer {
  id: string;
  open(extra: Record<string, string | undefined>): string;
  close: string;
}

function document(article: Article, prefix: string, namespace: string): string {
  const { text, analysis } = article;
  const marks = [...mentionMarks(analysis, prefix), ...quoteMarks(analysis, prefix), ...termMarks(analysis, prefix)];
  const language = analysis.language.script === "arabic" ? "ar" : "und";
  return (
    `<TEI${namespace}${attributes({ "xml:lang": language })}>\n` +
    header(titleOf(article), article) +
    standOff(analysis, prefix) +
    `<text><body><div>\n${paragraphs(text, analysis, marks)}</div></body></text>\n</TEI>\n`
  );
}

function header(title: string, article: Article | undefined, otherwise = "Pasted text"): string {
  const when = article?.published && /^\d{4}-\d\d-\d\d$/.test(article.published) ? article.published : undefined;
  const source = article?.url
    ? `<bibl><title>${escape(title)}</title>${when ? `<date${attributes({ when })}/>` : ""}<ptr${attributes({ target: uri(article.url) })}/></bibl>`
    : `<p>${escape(article?.file || otherwise)}</p>`;
  return (
    "<teiHeader><fileDesc>" +
    `<titleStmt><title>${escape(title || "Isnad")}</title></titleStmt>` +
    "<publicationStmt><p>Unpublished; annotated with Isnad, schema isnad/1</p></publicationStmt>" +
    `<sourceDesc>${source}</sourceDesc>` +
    "</fileDesc></teiHeader>\n"
  );
}

/** The paragraphs; a headline at the beginning is the head, furniture is no paragraph. */
function paragraphs(text: string, analysis: Analysis, marks: Mark[]): string {
  let heads = true;
  const out = layout(text, analysis.paragraphs, marks).map((nodes, i) => {
    const role = analysis.paragraphs[i]?.role;
    heads &&= role === "headline";
    const [open, close] = heads
      ? ["<head>", "</head>"]
      : role === "furniture"
        ? ['<ab type="furniture">', "</ab>"]
        : [role === "headline" ? '<p rend="headline">' : "<p>", "</p>"];
    return `${open}${nodes.map(write).join("")}${close}\n`;
  });
  return heads ? `${out.join("")}<p/>\n` : out.join("");
}

function write(node: Node<Mark>): string {
  if (typeof node === "string") return escape(node).replace(/\r\n?|\n/g, "<lb/>");
  const { of, piece, more, children } = node;
  const name = (i: number) => (i === 0 ? of.id : `${of.id}.${i + 1}`);
  const open = of.open({
    "xml:id": name(piece),
    next: more ? `#${name(piece + 1)}` : undefined,
    prev: piece > 0 ? `#${name(piece - 1)}` : undefined,
  });
  return `${open}${children.map(write).join("")}${of.close}`;
}

const NAMES: Record<string, string> = { person: "persName", organization: "orgName", place: "placeName", date: "date", number: "num" };

function mentionMarks(analysis: Analysis, prefix: string): Mark[] {
  return analysis.mentions.map((m, i) => {
    const element = NAMES[m.type] ?? (m.type === "money" || m.type === "percent" ? "measure" : "name");
    const own = { ...(element === "name" && { type: m.type }), ...listed(m) && { ref: `#${prefix}e${m.entity + 1}` }, ...valueAttributes(m), cert: certainty(m.score) };
    return { start: m.start, end: m.end, depth: 3, id: `${prefix}m${i + 1}`, open: (extra) => `<${element}${attributes({ ...extra, ...own })}>`, close: `</${element}>` };
  });
}

function quoteMarks(analysis: Analysis, prefix: string): Mark[] {
  return analysis.quotes.flatMap((q) =>
    q.parts.map((part, i): Mark => {
      const id = `${prefix}q${q.id + 1}${i > 0 ? `-${i + 1}` : ""}`;
      const own = {
        who: who(analysis, q, prefix),
        direct: q.kind === "direct" ? "true" : q.kind === "indirect" ? "false" : "unknown",
        ana: `urn:isnad:1:act:${q.act}`,
        corresp: i > 0 ? `#${prefix}q${q.id + 1}` : undefined,
        cert: certainty(q.score),
      };
      return { ...part, depth: q.within == null ? 0 : 1, id, open: (extra) => `<said${attributes({ ...extra, ...own })}>`, close: "</said>" };
    }),
  );
}

function termMarks(analysis: Analysis, prefix: string): Mark[] {
  return analysis.terms.map((t, i) => ({
    start: t.start,
    end: t.end,
    depth: 2,
    id: `${prefix}s${i + 1}`,
    open: (extra) => `<soCalled${attributes(extra)}>`,
    close: "</soCalled>",
  }));
}

/** The speaker: an entity of the lists, or a name that only `listPerson` knows. */
function who(analysis: Analysis, quote: Quote, prefix: string): string | undefined {
  const entity = quote.speaker.entity === null ? undefined : analysis.entities[quote.speaker.entity];
  if (entity && listed(entity)) return `#${prefix}e${entity.id + 1}`;
  return quote.speaker.name ? `#${prefix}u${unlisted(analysis).indexOf(quote.speaker.name) + 1}` : undefined;
}

/** Speakers that are no entity, each name once. */
function unlisted(analysis: Analysis): string[] {
  const names = analysis.quotes.filter((q) => {
    const entity = q.speaker.entity === null ? undefined : analysis.entities[q.speaker.entity];
    return q.speaker.name && !(entity && listed(entity));
  });
  return [...new Set(names.map((q) => q.speaker.name))];
}

const LISTS = ["person", "organization", "place", "event", "misc"];
const listed = ({ type }: Pick<Entity, "type">) => LISTS.includes(type);

function standOff(analysis: Analysis, prefix: string): string {
  const of = (type: string) => analysis.entities.filter((e) => e.type === type);
  const id = (e: Entity) => attributes({ "xml:id": `${prefix}e${e.id + 1}` });
  const forms = (e: Entity, element: string) => [e.name, ...e.aliases].map((form) => `<${element}>${escape(form)}</${element}>`).join("");
  const note = (e: Entity) => (e.gloss ? `<note xml:lang="en">${escape(e.gloss)}</note>` : "");
  const people = [
    ...of("person").map((e) => `<person${id(e)}>${forms(e, "persName")}${e.role ? `<occupation>${escape(e.role)}</occupation>` : ""}${note(e)}</person>`),
    ...unlisted(analysis).map((name, i) => `<person${attributes({ "xml:id": `${prefix}u${i + 1}` })}><persName>${escape(name)}</persName></person>`),
  ];
  const places = of("place").map((e) => `<place${id(e)}>${forms(e, "placeName")}${e.code ? `<idno type="ISO3166">${escape(e.code)}</idno>` : ""}${note(e)}</place>`);
  const lists = [
    list("listPerson", people),
    list("listOrg", of("organization").map((e) => `<org${id(e)}>${forms(e, "orgName")}${note(e)}</org>`)),
    list("listPlace", places),
    list("listEvent", of("event").map((e) => `<event${id(e)}>${`<label>${escape(e.name)}</label>`}${note(e)}</event>`)),
    list("list", of("misc").map((e) => `<item${id(e)}>${escape(e.name)}</item>`)),
  ].join("");
  return lists && `<standOff>\n${lists}</standOff>\n`;
}

const list = (element: string, items: string[]) => (items.length > 0 ? `<${element}>\n${items.join("\n")}\n</${element}>\n` : "");

/** @cert of the TEI: high, medium or low. */
const certainty = (score: number) => (score >= 0.8 ? "high" : score >= 0.5 ? "medium" : "low");

/** A value as the attributes of its element. */
function valueAttributes(m: Mention): Record<string, string | number | undefined> {
  const v = (m.value ?? {}) as Record<string, unknown>;
  const text = (x: unknown) => (typeof x === "string" || typeof x === "number" ? String(x) : undefined);
  switch (m.type) {
    case "date":
      return dateAttributes(text(v.iso));
    case "number":
      return v.to === undefined ? { value: text(v.value) } : { atLeast: text(v.value), atMost: text(v.to) };
    case "money":
      return { type: "currency", quantity: v.to === undefined ? text(v.amount) : undefined, unit: text(v.currency) };
    case "percent":
      return { type: "percent", quantity: v.to === undefined ? text(v.value) : undefined, unit: "%" };
    default:
      return {};
  }
}

/** A day, month, year or time by the form that TEI knows it in; a span of time by its ends. */
function dateAttributes(iso = ""): Record<string, string> {
  const [from, to] = iso.split("/").map((part) => part.replace(/^XXXX/, "-"));
  if (!from) return {};
  if (to) return W3C_DATE.test(from) && W3C_DATE.test(to) ? { from, to } : {};
  return W3C_DATE.test(from) ? { when: from } : ISO_DATE.test(from) ? { "when-iso": from } : {};
}

/** The W3C forms that TEI's @when takes. */
const W3C_DATE = /^(\d{4}(-(0[1-9]|1[0-2])(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?|--\d\d(-\d\d)?|---\d\d|\d\d:\d\d:\d\d)$/;
/** Week dates and times without seconds, which only @when-iso takes. */
const ISO_DATE = /^\d{4}-W\d\d(-\d)?$|^(\d{4}-\d\d-\d\d)?T\d\d(:\d\d)?$/;

/** An address without blanks, as `teidata.pointer` asks. */
const uri = (url: string) => url.replace(/\s/g, (c) => encodeURIComponent(c));

