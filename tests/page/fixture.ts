/** A result made by hand for the sample article, so that the views are tested whatever the core finds. */
import type { Page } from "@playwright/test";
import type { Analysis, Entity, Mention, MentionType, Quote, Span, Value } from "../../src/schema";
import { SAMPLE } from "../../www/src/sample.ts";

type Name = [name: string, type: MentionType, extra?: { also?: string[]; gloss?: string; role?: string; value?: object; score?: number }];

const NAMES: Name[] = [
  ["سامر الخطيب", "person", { also: ["الخطيب"], role: "وزير المياه والري" }],
  ["ليلى بن عمار", "person", { role: "رئيسة جمعية حماية الشواطئ" }],
  ["كريم الحداد", "person", { score: 0.4 }],
  ["مرسى النخيل", "place", { gloss: "Marsa al-Nakhil" }],
  ["الساحل الشرقي", "place"],
  ["جمعية حماية الشواطئ", "organization"],
  ["رويترز", "organization", { gloss: "Reuters" }],
  ["البنك الدولي", "organization", { gloss: "World Bank" }],
  ["ميناء الشمس", "misc"],
  ["أمس الثلاثاء", "date", { value: { iso: "2025-03-11", precision: "day", calendar: "gregorian" } }],
  ["15 يونيو المقبل", "date", { value: { iso: "2025-06-15", precision: "day", calendar: "gregorian" } }],
  ["عام 2011", "date", { value: { iso: "2011", precision: "year", calendar: "gregorian" } }],
  ["نهاية العام", "date"],
  ["340 مليون دولار", "money", { value: { amount: 340e6, currency: "USD" } }],
  ["12%", "percent", { value: { value: 12 } }],
  ["1200", "number", { value: { value: 1200, bound: "about" } }],
];

type Said = [kind: Quote["kind"], words: string, cue: string, act: string, by: number | string, score: number, via: Quote["speaker"]["via"]];

const SAID: Said[] = [
  ["indirect", "محطة التحلية الجديدة في مدينة مرسى النخيل ستبدأ العمل في 15 يونيو المقبل بكلفة 340 مليون دولار", "أعلن", "announce", 0, 0.9, "named"],
  ["direct", "ستنهي أزمة العطش في الساحل الشرقي خلال عامين", "مؤكدا", "affirm", 0, 0.8, "elided"],
  ["direct", "لن نسمح بأن تعود صهاريج المياه إلى أحيائنا، وقد خصصنا 12% من الطاقة الإنتاجية للقرى البعيدة", "وقال", "say", 0, 0.95, "named"],
  ["indirect", "المشروع وفر نحو 1200 فرصة عمل لأبناء المنطقة", "وأضاف", "add", 0, 0.7, "elided"],
  ["mixed", "تصريف المياه المالحة \"قد يقضي على الشعاب المرجانية\" قبالة الساحل", "حذرت", "warn", 1, 0.9, "named"],
  ["indirect", "الوزارة بنشر دراسة الأثر البيئي كاملة", "وطالبت", "demand", 1, 0.4, "elided"],
  ["indirect", "وجود أي تأخير", "ونفى", "deny", "متحدث باسم شركة \"الينابيع\"", 0.8, "role"],
  ["mixed", "الخط الناقل \"لم يكتمل بعد\"", "أكد", "affirm", "مصدر في البلدية", 0.8, "role"],
  ["direct", "من يضمن ألا ترتفع الفواتير على الأسر الفقيرة؟", "وتساءل", "ask", 2, 0.9, "named"],
];

function find(words: string, from = 0): Span {
  const start = SAMPLE.text.indexOf(words, from);
  if (start < 0) throw new Error(`the sample lacks ${words}`);
  return { start, end: start + words.length };
}

function build(): Analysis {
  const text = SAMPLE.text;
  const mentions: Mention[] = [];
  NAMES.forEach(([name, type, extra], entity) => {
    for (const form of [name, ...(extra?.also ?? [])]) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        if (mentions.some((m) => m.start < at + form.length && m.end > at)) continue;
        const m: Mention = { start: at, end: at + form.length, type, entity, score: extra?.score ?? 0.9 };
        if (extra?.value) m.value = extra.value as Value;
        mentions.push(m);
      }
    }
  });
  mentions.sort((a, b) => a.start - b.start);
  const entities = NAMES.map(([name, type, extra], id): Entity => {
    const e: Entity = { id, type, name, mentions: [], aliases: extra?.also ?? [] };
    if (extra?.gloss) e.gloss = extra.gloss;
    if (extra?.role) e.role = extra.role;
    return e;
  });
  mentions.forEach((m, i) => entities[m.entity]!.mentions.push(i));
  const quotes = SAID.map(([kind, words, cue, act, by, score, via], id): Quote => {
    const part = find(words);
    const start = text.lastIndexOf(cue, part.start);
    const speaker = typeof by === "number" ? { name: entities[by]!.name, entity: by, via } : { name: by, entity: null, via };
    return {
      id, kind, parts: [part], cue: { start, end: start + cue.length, lemma: cue, act }, act, source: null, speaker, score, why: [],
    };
  });
  const paragraphs: Analysis["paragraphs"] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const role = paragraphs.length === 0 ? "headline" : line.startsWith("شارك") ? "furniture" : "body";
    if (line) paragraphs.push({ start: at, end: at + line.length, role });
    at += line.length + 1;
  }
  return {
    schema: "isnad/1",
    language: { arabic: 1, script: "arabic" },
    paragraphs,
    sentences: paragraphs.map(({ start, end }) => ({ start, end })),
    mentions,
    entities,
    quotes,
    terms: [find("الينابيع")],
    warnings: [],
  };
}

/** What the page gets for the sample. */
export const RESULT = build();

/** Puts a worker that answers with `RESULT` in the place of the real one. */
export async function withResult(page: Page): Promise<void> {
  const script = `onmessage = ({ data }) => {
    if ("wasm" in data) return postMessage({ ready: true });
    const empty = { schema: "isnad/1", language: { arabic: 1, script: "arabic" }, paragraphs: [], sentences: [],
      mentions: [], entities: [], quotes: [], terms: [], warnings: [] };
    postMessage({ id: data.id, ms: 1, analysis: data.text === SAMPLE ? RESULT : empty });
  };
  const SAMPLE = ${JSON.stringify(SAMPLE.text)};
  const RESULT = ${JSON.stringify(RESULT)};`;
  await page.route("**/worker.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
}
