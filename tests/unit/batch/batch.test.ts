import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Article } from "../../../www/src/article";
import { Collection } from "../../../www/src/batch/collection";
import type { Analyser, Source } from "../../../www/src/batch/queue";
import { Queue } from "../../../www/src/batch/queue";
import { fileSources, isMany } from "../../../www/src/batch/sources";
import { sample } from "../sample";

const settled = () => new Promise((done) => setTimeout(done, 20));
const source = (name: string, count = 1): Source => ({
  name,
  read: async () => Array.from({ length: count }, (_, i) => ({ text: `${name} ${i}`, corrections: [] })),
});

function setup(size = 2, analyse: Analyser["analyse"] = async () => sample().analysis) {
  const taken: Article[] = [];
  let busy = 0;
  let most = 0;
  let alive = 0;
  const queue = new Queue(
    async () => {
      alive++;
      return {
        analyse: async (text, published) => {
          most = Math.max(most, ++busy);
          await new Promise((done) => setTimeout(done));
          busy--;
          return analyse(text, published);
        },
        stop: () => alive--,
      };
    },
    size,
    (article) => taken.push(article),
  );
  return { queue, taken, most: () => most, alive: () => alive };
}

const until = async (queue: Queue, phase: string) => {
  for (let i = 0; i < 200 && queue.phase !== phase; i++) await settled();
  assert.equal(queue.phase, phase);
};

test("all sources are read and analysed, by several at once, and the workers go home", async () => {
  const { queue, taken, most, alive } = setup();
  queue.add([source("a"), source("b", 50), source("c", 0), source("d")]);
  await until(queue, "done");
  assert.equal(queue.done, 52);
  assert.equal(queue.total, 52);
  assert.equal(new Set(taken.map((a) => a.text)).size, 52);
  assert.ok(most() >= 2);
  assert.equal(alive(), 0);
  queue.add([source("e")]);
  await until(queue, "done");
  assert.equal(queue.done, 53);
  const one = setup();
  one.queue.add([source("table", 50)]);
  await until(one.queue, "done");
  assert.ok(one.most() >= 2);
});

test("what fails is reported and the rest goes on", async () => {
  const { queue } = setup(2, async (text) => {
    if (text === "b 0") throw new Error("no");
    return sample().analysis;
  });
  queue.add([source("a"), source("b", 2), { name: "x", read: () => Promise.reject(new Error("torn")) }]);
  await until(queue, "done");
  assert.equal(queue.done, 2);
  assert.deepEqual(queue.failures.map((f) => (f.error as Error).message).sort(), ["no", "torn"]);
});

test("pause holds, resume goes on, cancel ends", async () => {
  const { queue, taken, alive } = setup();
  queue.add([source("a", 500)]);
  await settled();
  queue.pause();
  await settled();
  const held = taken.length;
  assert.ok(held < 500);
  await settled();
  assert.equal(taken.length, held);
  queue.resume();
  await settled();
  assert.ok(taken.length > held);
  queue.cancel();
  const last = taken.length;
  await settled();
  assert.equal(taken.length, last);
  assert.equal(queue.phase, "cancelled");
  assert.equal(alive(), 0);
  queue.add([source("b", 3)]);
  await until(queue, "done");
});

test("a worker that cannot start ends the queue with its reason", async () => {
  const queue = new Queue(() => Promise.reject(new Error("no wasm")), 2, () => {});
  queue.add([source("a")]);
  await until(queue, "cancelled");
  assert.equal((queue.failures[0]!.error as Error).message, "no wasm");
});

test("archives give the articles in them, and pass over what is none", async () => {
  const bytes = zipSync({
    "a/1.txt": strToU8("الأول"),
    "a/2.csv": strToU8("id,text\n1,الثاني\n2,الثالث\n"),
    "a/x.png": Uint8Array.of(1, 2, 3),
    "__MACOSX/a/1.txt": strToU8("لا"),
    "b/bad.txt": Uint8Array.from({ length: 50 }, (_, i) => i % 8),
  });
  const file = new File([bytes as BlobPart], "all.zip");
  assert.ok(isMany([file]));
  const [only] = fileSources([file]);
  const found = await only!.read();
  assert.deepEqual(found.map((a) => [a.text, a.file]), [
    ["الأول", "all.zip/a/1.txt"],
    ["الثاني", "all.zip/a/2.csv#2"],
    ["الثالث", "all.zip/a/2.csv#3"],
  ]);
});

test("results over all articles", () => {
  const all = new Collection();
  all.add(sample());
  all.add(sample());
  const [first] = all.speakers;
  assert.equal(first!.name, "أحمد سالم");
  assert.equal(first!.quotes, 4);
  assert.equal(first!.role, "وزير الخارجية");
  assert.deepEqual([...first!.articles], [0, 1]);
  assert.equal(all.quotes, 8);
  assert.equal(all.entities.find((e) => e.name === "أحمد سالم")!.mentions, 4);
  assert.deepEqual(all.days.map((d) => d.iso), ["2017-01-19", "2017-01-21"]);
  assert.deepEqual(all.search("القاهره").map((h) => h.article), [0, 1]);
  assert.equal(all.search("القاهرة غدا")[0]!.count, 1);
  assert.deepEqual(all.search("لندن"), []);
  assert.deepEqual(all.search(" "), []);
  all.replace(0, { ...sample(), analysis: { ...sample().analysis, quotes: [] } });
  assert.equal(all.speakers[0]!.quotes, 2);
});
