// Each export is read back by a parser or schema that we did not write.

import { DOMParser } from "@xmldom/xmldom";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import jsonld from "jsonld";
import { lexer } from "marked";
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse as parseHtml, defaultTreeAdapter as tree } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { said, slice } from "../../../www/src/article";
import { annotations } from "../../../www/src/export/annotations";
import { entitiesCsv, quotesCsv } from "../../../www/src/export/csv";
import { html } from "../../../www/src/export/html";
import { json, readJson } from "../../../www/src/export/json";
import { markdown } from "../../../www/src/export/markdown";
import { tei } from "../../../www/src/export/tei";
import { TEXT, labels, sample } from "../sample";

const schema = JSON.parse(readFileSync("www/public/isnad-1.schema.json", "utf8"));

test("JSON holds to the schema, one article and several, and reads back", () => {
  const valid = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
  for (const articles of [[sample()], [sample(), sample()]]) {
    const file = json(articles);
    assert.ok(valid(JSON.parse(file)), JSON.stringify(valid.errors));
    assert.deepEqual(readJson(file)?.map((a) => a.text), articles.map(() => TEXT));
  }
  assert.equal(readJson("{}"), null);
  assert.equal(readJson("no json"), null);
  const broken = JSON.parse(json([sample()]));
  broken.mentions[0].start = -1;
  assert.ok(!valid(broken));
});

test("CSV opens in a spreadsheet: BOM, RFC 4180, no formulas", () => {
  const article = sample();
  const file = quotesCsv([article]);
  assert.ok(file.startsWith("\ufeff"));
  assert.ok(file.endsWith("\r\n"));
  const rows: Record<string, string>[] = parseCsv(file, { bom: true, columns: true, record_delimiter: "\r\n" });
  assert.equal(rows.length, article.analysis.quotes.length);
  assert.equal(rows[0]!.quote, said(TEXT, article.analysis.quotes[0]!));
  assert.equal(rows[1]!.within_quote, "1");
  assert.equal(rows[2]!.speaker, "'=مصادر");
  assert.equal(rows[3]!.quote, "'+كل شيء» بخير");
  for (const row of rows) for (const value of Object.values(row)) assert.doesNotMatch(value, /^\s*[=+@-]/);

  const entities: Record<string, string>[] = parseCsv(entitiesCsv([article]), { bom: true, columns: true, record_delimiter: "\r\n" });
  assert.equal(entities.length, article.analysis.entities.length);
  assert.equal(entities[6]!.value, "5000000 USD");
  assert.equal(entities[1]!.quotes, "2");
});

test("Web Annotation: valid JSON-LD, every selector finds its words", async () => {
  const article = sample();
  const document = JSON.parse(annotations([article]));
  const points = [...TEXT];
  for (const item of document.items) {
    for (const target of [item.target].flat()) {
      const [quote, position] = target.selector as [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
      assert.equal(points.slice(position.start, position.end).join(""), quote.exact);
      assert.ok(TEXT.includes(quote.prefix + quote.exact + quote.suffix));
    }
  }
  const { analysis } = article;
  assert.equal(document.items.length, analysis.mentions.length + analysis.quotes.length + analysis.terms.length);
  const context = vocabulary();
  assert.equal(document["@context"], "http://www.w3.org/ns/anno.jsonld");
  const quads = (await jsonld.toRDF(
    { ...document, "@context": context },
    { safe: true } as object,
  )) as unknown as { predicate: { value: string }; object: { value: string } }[];
  const count = (term: string) => quads.filter((q) => q.predicate.value === `http://www.w3.org/ns/oa#${term}`).length;
  assert.equal(count("exact"), count("start"));
  assert.equal(count("hasTarget"), document.items.length + 1);
  assert.ok(quads.some((q) => q.object.value === "http://www.w3.org/ns/oa#TextPositionSelector"));
});

test("Markdown: numbered quotes with their speakers, nothing of the text read as markup", () => {
  const article = sample();
  const many = { ...article, analysis: { ...article.analysis, quotes: Array.from({ length: 12 }, (_, i) => ({ ...article.analysis.quotes[i % 4]!, id: i })) } };
  const tokens = lexer(markdown([many], labels));
  const heading = tokens.find((t) => t.type === "heading");
  assert.equal(heading?.type === "heading" && plain(heading.tokens), TEXT.split("\n")[0]);
  const list = tokens.find((t) => t.type === "list") as { ordered: boolean; items: Token[] } | undefined;
  assert.ok(list?.ordered);
  assert.equal(list.items.length, 12);
  list.items.forEach((item, i) => {
    const quote = many.analysis.quotes[i]!;
    const block = item.tokens?.find((t) => t.type === "blockquote");
    assert.equal(plain(block?.tokens), said(TEXT, quote));
    const [name] = (item.tokens?.find((t) => t.tokens?.[0]?.type === "strong")?.tokens ?? []) as Token[];
    assert.equal(plain(name?.tokens), quote.speaker.name);
  });
});

test("HTML stands alone: parses without error, holds the text, no script, nothing fetched", () => {
  const errors: string[] = [];
  const article = sample();
  const document = parseHtml(html([article, article], labels), { onParseError: (e) => errors.push(e.code) });
  assert.deepEqual(errors, []);
  const ids = new Set<string>();
  const links: string[] = [];
  const texts: string[] = [];
  walk(document, (node) => {
    assert.ok(!["script", "link", "img", "iframe"].includes(node.nodeName), node.nodeName);
    for (const { name, value } of "attrs" in node ? node.attrs : []) {
      assert.ok(!name.startsWith("on") && name !== "src");
      if (name === "id") {
        assert.ok(!ids.has(value), `twice: ${value}`);
        ids.add(value);
      }
      if (name === "href" && value.startsWith("#")) links.push(value.slice(1));
      if (name === "class" && value === "text") texts.push(content(node).replace(/\n/g, ""));
    }
  });
  for (const link of links) assert.ok(ids.has(link), link);
  const numbers = /(?<=[ «"])\d(?=مصر|نعم|السعر|\+)/g;
  assert.equal(texts.length, 2);
  for (const text of texts) assert.equal(text.replace(numbers, ""), TEXT.replace(/\n/g, ""));
});

test("TEI: well-formed, ids unique, pointers resolve, text kept, content models held", () => {
  for (const articles of [[sample()], [sample(), sample()]]) {
    const file = tei(articles);
    const document = new DOMParser({ onError: (level, message) => assert.fail(`${level}: ${message}`) }).parseFromString(file, "text/xml");
    const ids = new Set<string>();
    const all = [...document.getElementsByTagName("*")];
    for (const element of all) {
      const id = element.getAttribute("xml:id");
      if (id) assert.ok(!ids.has(id), `twice: ${id}`), ids.add(id);
    }
    for (const element of all) {
      for (const name of ["ref", "who", "next", "prev", "corresp"]) {
        for (const pointer of element.getAttribute(name)?.split(" ") ?? []) assert.ok(ids.has(pointer.slice(1)), pointer);
      }
      checkTei(element);
    }
    const bodies = [...document.getElementsByTagName("div")].map((e) => e.textContent?.replace(/\n/g, ""));
    assert.deepEqual(bodies, articles.map(() => TEXT.replace(/\n/g, "")));
    const firstQuote = all.filter((e) => /^(t1\.)?q1(\.\d)?$/.test(e.getAttribute("xml:id") ?? ""));
    assert.equal(firstQuote.map((e) => e.textContent).join("\n"), slice(TEXT, sample().analysis.quotes[0]!.parts[0]!));
  }
});

/** Content models and attributes of `tei_all` (TEI P5 4.x, appendices C and B) for the elements that the export writes. */
const PHRASES = ["persName", "orgName", "placeName", "name", "date", "num", "measure", "soCalled", "lb"];
const INTER = [...PHRASES, "said"];
const GLOBAL = ["xml:id", "xml:lang", "next", "prev", "corresp", "ana", "cert", "rend", "xmlns"];
const TEI: Record<string, { children: string[]; text?: boolean; attributes?: string[] }> = {
  TEI: { children: ["teiHeader", "standOff", "text"] },
  teiCorpus: { children: ["teiHeader", "TEI"] },
  teiHeader: { children: ["fileDesc"] },
  fileDesc: { children: ["titleStmt", "publicationStmt", "sourceDesc"] },
  titleStmt: { children: ["title"] },
  publicationStmt: { children: ["p"] },
  sourceDesc: { children: ["p", "bibl"] },
  bibl: { children: ["title", "date", "ptr"] },
  title: { children: [], text: true },
  ptr: { children: [], attributes: ["target"] },
  standOff: { children: ["listPerson", "listOrg", "listPlace", "listEvent", "list"] },
  listPerson: { children: ["person"] },
  listOrg: { children: ["org"] },
  listPlace: { children: ["place"] },
  listEvent: { children: ["event"] },
  list: { children: ["item"] },
  item: { children: [], text: true },
  person: { children: ["persName", "occupation", "note"] },
  org: { children: ["orgName", "note"] },
  place: { children: ["placeName", "idno", "note"] },
  event: { children: ["label", "note"] },
  occupation: { children: [], text: true },
  note: { children: [], text: true },
  label: { children: [], text: true },
  idno: { children: [], text: true, attributes: ["type"] },
  text: { children: ["body"] },
  body: { children: ["div"] },
  div: { children: ["head", "p", "ab"] },
  head: { children: INTER, text: true },
  p: { children: INTER, text: true },
  ab: { children: INTER, text: true, attributes: ["type"] },
  said: { children: INTER, text: true, attributes: ["who", "direct"] },
  soCalled: { children: PHRASES, text: true },
  persName: { children: PHRASES, text: true, attributes: ["ref"] },
  orgName: { children: PHRASES, text: true, attributes: ["ref"] },
  placeName: { children: PHRASES, text: true, attributes: ["ref"] },
  name: { children: PHRASES, text: true, attributes: ["ref", "type"] },
  date: { children: PHRASES, text: true, attributes: ["when", "when-iso", "from", "to"] },
  num: { children: PHRASES, text: true, attributes: ["value", "atLeast", "atMost"] },
  measure: { children: PHRASES, text: true, attributes: ["type", "quantity", "unit"] },
  lb: { children: [] },
};

function checkTei(element: Element_): void {
  const rule = TEI[element.tagName];
  assert.ok(rule, `no rule for ${element.tagName}`);
  assert.equal(element.namespaceURI, "http://www.tei-c.org/ns/1.0");
  for (const attribute of [...element.attributes]) {
    assert.ok([...GLOBAL, ...(rule.attributes ?? [])].includes(attribute.name), `${element.tagName}/@${attribute.name}`);
  }
  let last = -1;
  const ordered = ["TEI", "teiCorpus", "fileDesc", "person", "org", "place", "event"].includes(element.tagName);
  for (const child of [...element.childNodes]) {
    if (child.nodeType === 3) assert.ok(rule.text || !child.nodeValue?.trim(), `text in ${element.tagName}`);
    if (child.nodeType !== 1) continue;
    const place = rule.children.indexOf(child.nodeName);
    assert.ok(place >= 0, `${child.nodeName} in ${element.tagName}`);
    if (ordered) assert.ok(place >= last, `${child.nodeName} too late in ${element.tagName}`);
    last = place;
  }
}

type Element_ = ReturnType<ReturnType<DOMParser["parseFromString"]>["getElementsByTagName"]> extends Iterable<infer E> ? E : never;
interface Token { type: string; text?: string; raw?: string; tokens?: Token[] }

function plain(tokens: Token[] | undefined): string {
  return (tokens ?? []).map((t) => (t.tokens ? plain(t.tokens) : unescape(t.text ?? ""))).join("");
}
const unescape = (text: string) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/&quot;/g, '"').replace(/&#39;/g, "'");

type Node_ = DefaultTreeAdapterTypes.Node;
function walk(node: Node_, visit: (node: Node_) => void): void {
  visit(node);
  if ("childNodes" in node) node.childNodes.forEach((child) => walk(child, visit));
}
function content(node: Node_): string {
  if (tree.isTextNode(node)) return node.value;
  return "childNodes" in node ? node.childNodes.map(content).join("") : "";
}

/** The terms of the Web Annotation vocabulary that the export uses, by their IRIs; anything else fails in safe mode. */
function vocabulary() {
  const oa = "http://www.w3.org/ns/oa#";
  const id = (iri: string) => ({ "@type": "@id", "@id": iri });
  const types = ["Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector"];
  const values = ["exact", "prefix", "suffix", "start", "end"];
  const motives = ["identifying", "classifying", "tagging", "describing", "highlighting"];
  return {
    "@version": 1.1,
    id: "@id",
    type: "@type",
    AnnotationPage: "https://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    items: { "@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list" },
    label: "http://www.w3.org/2000/01/rdf-schema#label",
    body: id(`${oa}hasBody`),
    target: id(`${oa}hasTarget`),
    source: id(`${oa}hasSource`),
    selector: id(`${oa}hasSelector`),
    motivation: { "@type": "@vocab", "@id": `${oa}motivatedBy` },
    purpose: { "@type": "@vocab", "@id": `${oa}hasPurpose` },
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    ...Object.fromEntries([...types, ...values, ...motives].map((term) => [term, oa + term])),
  };
}

test("the schema is true to what the crate writes", (context) => {
  const folder = "target/golden";
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  if (files.length === 0) return context.skip("no results: `cargo xtask test types` writes them");
  // The schema allows fields to be added; here one that it does not describe is a fault.
  const closed = structuredClone(schema);
  for (const definition of Object.values<{ properties?: object; additionalProperties?: boolean }>(closed.$defs)) {
    if (definition.properties) definition.additionalProperties = false;
  }
  const valid = new Ajv2020({ strictTypes: false, allErrors: true }).compile(closed);
  for (const file of files) {
    assert.ok(valid(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))), `${file}: ${JSON.stringify(valid.errors?.slice(0, 3))}`);
  }
});

test("TEI takes every form of a date that it knows, and no other", () => {
  const attributesOf = (iso: string): string => {
    const article = sample();
    article.analysis.mentions.find((m) => m.type === "date")!.value = { iso } as never;
    return /<date xml:id="m3"(.*?) cert/.exec(tei([article]))![1]!.trim();
  };
  const cases: Record<string, string> = {
    "2017-01-19": 'when="2017-01-19"', "2017-01": 'when="2017-01"', "2017": 'when="2017"', "XXXX-01-23": 'when="--01-23"',
    "2016-07-28/2016-07-30": 'from="2016-07-28" to="2016-07-30"', "2017-W03": 'when-iso="2017-W03"',
    "2017-01-23T08:00": 'when-iso="2017-01-23T08:00"', "T08:00": 'when-iso="T08:00"', "2015-21": "", "199X": "", "": "",
  };
  for (const [iso, attributes] of Object.entries(cases)) assert.equal(attributesOf(iso), attributes, iso);
});
