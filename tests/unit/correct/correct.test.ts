import assert from "node:assert/strict";
import { test } from "node:test";
import { anchor, resolve } from "../../../www/src/correct/anchor";
import { apply } from "../../../www/src/correct/apply";
import type { Correction } from "../../../www/src/correct/correction";
import { corrections } from "../../../www/src/correct/correction";
import { json, readJson } from "../../../www/src/export/json";
import type { Analysis } from "../../../www/src/model";
import { TEXT, at, sample } from "../sample";

const here = (part: string, nth = 0, text = TEXT) => {
  const { start, end } = at(text, part, nth);
  return anchor(text, start, end);
};
const ref = (name: string, nth = 0, type: "person" | "place" | "organization" = "person") => ({ at: here(name, nth), name, type });
const run = (...all: Correction[]) => apply(TEXT, sample().analysis, all);

test("an anchor survives edits before, behind, around and inside", () => {
  const a = here("سالم", 1);
  const moved = `مقدمة جديدة.\n${TEXT}`;
  assert.deepEqual(resolve(moved, a), at(moved, "سالم", 1));
  const cut = TEXT.slice(TEXT.indexOf("=SUM"));
  assert.deepEqual(resolve(cut, a), at(cut, "سالم", 0));
  assert.equal(resolve("نص آخر لا علاقة له بالأمر، وفيه سالم وحده", a), null);
  assert.equal(resolve("", a), null);
  const quote = here('وستوقّعه "غدا" كما قال الرئيس: "نعم" مع المملكة» المتحدة');
  const edited = TEXT.replace("كما قال", "مثلما قال");
  assert.deepEqual(resolve(edited, quote), at(edited, 'وستوقّعه "غدا" مثلما قال الرئيس: "نعم" مع المملكة» المتحدة'));
});

test("an anchor never cuts a surrogate pair", () => {
  const text = `${"𝟙".repeat(40)}كلمة${"𝟙".repeat(40)}`;
  for (const shift of [0, 1]) {
    const a = anchor(`${"x".repeat(shift)}${text}`, 80 + shift, 84 + shift);
    assert.doesNotMatch(a.prefix + a.exact + a.suffix, /\p{Cs}/u);
  }
});

test("changing a type moves one mention, or with `all` the whole entity", () => {
  const one = run({ op: "mention", at: here("سالم", 1), type: "organization" }).analysis;
  check(one);
  assert.deepEqual(one.mentions.filter((m) => m.type === "person").length, 1);
  assert.ok(one.entities.some((e) => e.type === "organization" && e.name === "سالم"));
  const all = run({ op: "mention", at: here("سالم", 1), type: "organization", all: true }).analysis;
  check(all);
  assert.equal(all.mentions.filter((m) => m.type === "person").length, 0);
  assert.equal(all.entities.find((e) => e.name === "أحمد سالم")!.type, "organization");
});

test("a span can be adjusted, added and removed", () => {
  const wider = run({ op: "mention", at: here("وزير الخارجية أحمد سالم"), was: here("أحمد سالم"), type: "person" }).analysis;
  check(wider);
  const mention = wider.mentions.find((m) => m.corrected)!;
  assert.equal(TEXT.slice(mention.start, mention.end), "وزير الخارجية أحمد سالم");
  assert.equal(wider.mentions.length, sample().analysis.mentions.length);
  assert.equal(wider.quotes[0]!.speaker.entity, mention.entity);

  const added = run({ op: "mention", at: here("الرئيس"), type: "person" }).analysis;
  check(added);
  assert.equal(added.mentions.length, sample().analysis.mentions.length + 1);
  const again = apply(TEXT, added, [{ op: "mention", at: here("الرئيس"), type: "person" }]).analysis;
  assert.deepEqual(again, added);

  const removed = run({ op: "unmention", at: here("فيسبوك") }).analysis;
  check(removed);
  assert.ok(!removed.entities.some((e) => e.name === "فيسبوك"));
});

test("entities merge, split and take a name", () => {
  const merged = run({ op: "merge", from: ref("القاهرة", 0, "place"), into: ref("مصر", 0, "place") }).analysis;
  check(merged);
  const egypt = merged.entities.find((e) => e.name === "مصر")!;
  assert.equal(egypt.mentions.length, 2);
  assert.deepEqual(egypt.aliases, ["القاهرة"]);

  const split = run({ op: "split", at: [here("سالم", 1)] }).analysis;
  check(split);
  assert.deepEqual(split.entities.filter((e) => e.type === "person").map((e) => e.name), ["أحمد سالم", "سالم"]);
  assert.equal(split.entities[split.quotes[3]!.speaker.entity!]!.name, "سالم");

  const named = run({ op: "rename", entity: ref("سالم", 1), name: "أحمد سالم العلي" }).analysis;
  check(named);
  assert.equal(named.quotes[0]!.speaker.name, "أحمد سالم العلي");
});

test("entities that belong together still do when others go", () => {
  const { analysis } = sample();
  analysis.entities[3]!.related = [0, 5];
  const { entities } = apply(TEXT, analysis, [{ op: "unmention", at: here("أمس") }, { op: "unmention", at: here("القاهرة") }]).analysis;
  assert.deepEqual(entities.find((e) => e.name === "مصر")!.related!.map((i) => entities[i]!.code), ["GB"]);
});

test("quotes are added, adjusted, removed and given a speaker", () => {
  const added = run({ op: "quote", parts: [here("شارك الخبر")], kind: "indirect" }).analysis;
  check(added);
  assert.equal(added.quotes.length, 5);
  const wider = run({ op: "quote", parts: [here("إن السعر 5 ملايين دولار بنسبة 3%")], was: here("السعر 5 ملايين دولار") }).analysis;
  check(wider);
  assert.equal(wider.quotes.length, 4);
  assert.equal(wider.quotes[2]!.kind, "indirect");
  assert.equal(wider.quotes[2]!.speaker.name, "=مصادر");
  const removed = run({ op: "unquote", at: sampleQuote(0) }).analysis;
  check(removed);
  assert.equal(removed.quotes.length, 3);
  assert.equal(removed.quotes[0]!.within, undefined);
  const inner = run({ op: "unquote", at: sampleQuote(1) }).analysis;
  assert.deepEqual(inner.quotes.map((q) => q.kind), ["mixed", "indirect", "mixed"]);

  const spoken = run({ op: "speaker", at: sampleQuote(2), entity: ref("سالم", 1), name: "" }).analysis;
  check(spoken);
  assert.equal(spoken.quotes[2]!.speaker.name, "أحمد سالم");
  const nobody = run({ op: "speaker", at: sampleQuote(0), entity: null, name: "" }).analysis;
  assert.deepEqual(nobody.quotes[0]!.speaker, { name: "", entity: null, via: "none" });
});

test("corrections hold on the edited and re-read text, report what is lost, and travel in the export", () => {
  const article = sample();
  article.corrections = [
    { op: "mention", at: here("الرئيس"), type: "person" },
    { op: "speaker", at: sampleQuote(1), entity: ref("الرئيس"), name: "الرئيس" },
    { op: "unmention", at: here("فيسبوك") },
  ];
  const [saved] = readJson(json([article]))!;
  assert.deepEqual(saved!.corrections, article.corrections);
  const again = apply(saved!.text, sample().analysis, saved!.corrections);
  assert.deepEqual(again.lost, []);
  check(again.analysis);
  assert.equal(again.analysis.quotes[1]!.speaker.entity !== null, true);
  const gone = apply("لا شيء هنا.", { ...sample().analysis, mentions: [], entities: [], quotes: [], terms: [] }, saved!.corrections);
  assert.deepEqual(gone.lost, [0, 1, 2]);
});

test("what is no correction is left out of a file", () => {
  assert.deepEqual(corrections([{ op: "mention", at: 3, type: "person" }, null, { op: "format-disk" }, "x", { op: "split", at: [] }]), []);
  assert.deepEqual(corrections("x"), []);
});

const sampleQuote = (i: number) => {
  const part = sample().analysis.quotes[i]!.parts[0]!;
  return anchor(TEXT, part.start, part.end);
};

/** What every analysis promises. */
function check(a: Analysis): void {
  a.entities.forEach((e, i) => {
    assert.equal(e.id, i);
    for (const m of e.mentions) assert.equal(a.mentions[m]!.entity, i);
    assert.ok(e.name);
  });
  a.mentions.forEach((m, i) => {
    assert.ok(a.entities[m.entity]!.mentions.includes(i));
    assert.equal(m.type, a.entities[m.entity]!.type);
    if (i > 0) assert.ok(a.mentions[i - 1]!.end <= m.start);
  });
  a.quotes.forEach((q, i) => {
    assert.equal(q.id, i);
    assert.ok(q.parts.length > 0);
    if (q.within !== undefined) assert.ok(q.within < a.quotes.length && q.within !== i);
    if (q.speaker.entity !== null) assert.equal(a.entities[q.speaker.entity]!.name, q.speaker.name);
  });
}
