import { strToU8, zipSync } from "fflate";
import { JSDOM } from "jsdom";
import assert from "node:assert/strict";
import { test } from "node:test";
import { bookmarklet, received } from "../../../www/src/intake/bookmarklet";
import { columns, drafts, rows } from "../../../www/src/intake/csv";
import { decode } from "../../../www/src/intake/encoding";
import { fragment, page } from "../../../www/src/intake/html";
import { plain } from "../../../www/src/intake/markdown";
import { Unreadable, read } from "../../../www/src/intake/read";

const { DOMParser, Node } = new JSDOM().window;
Object.assign(globalThis, { DOMParser, Node });

const NEWS = "قال وزير الصحة في مؤتمر صحفي عقده اليوم إن الحكومة ستفتتح ثلاثة مستشفيات جديدة، مؤكدا أن العمل يسير وفق الخطة.";
const MORE = "وأضاف الوزير أن المرحلة الثانية تبدأ في الصيف المقبل وتشمل تدريب الأطباء والممرضين في المدن الكبرى كلها.";

/** Bytes of a text in a one-byte encoding. */
function encode(text: string, encoding: string): Uint8Array {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder(encoding).decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...text], (c) => table.get(c) ?? 0x3f);
}

test("every encoding of a newsroom is told from the others", () => {
  const utf16 = (order: "le" | "be", mark: boolean) => {
    const bytes = new DataView(new ArrayBuffer(2 * (NEWS.length + Number(mark))));
    [...(mark ? "\ufeff" : "") + NEWS].forEach((c, i) => bytes.setUint16(2 * i, c.charCodeAt(0), order === "le"));
    return new Uint8Array(bytes.buffer);
  };
  const cases: [Uint8Array, string, string][] = [
    [strToU8(NEWS), "utf-8", NEWS],
    [strToU8(`\ufeff${NEWS}`), "utf-8", NEWS],
    [utf16("le", true), "utf-16le", NEWS],
    [utf16("be", true), "utf-16be", NEWS],
    [utf16("le", false), "utf-16le", NEWS],
    [utf16("be", false), "utf-16be", NEWS],
    [encode(NEWS, "windows-1256"), "windows-1256", NEWS],
    [encode(NEWS, "iso-8859-6"), "iso-8859-6", NEWS],
    [encode("مصر", "windows-1256"), "windows-1256", "مصر"],
    [encode("Le ministre a déclaré à la presse", "windows-1252"), "windows-1252", "Le ministre a déclaré à la presse"],
    [strToU8("plain"), "utf-8", "plain"],
    [new Uint8Array(), "utf-8", ""],
  ];
  for (const [bytes, encoding, text] of cases) assert.deepEqual(decode(bytes), { text, encoding });
  const declared = encode(`<meta charset="windows-1256"><p>é ${NEWS}`, "windows-1256");
  assert.equal(decode(declared).encoding, "windows-1256");
  const cut = strToU8(NEWS.repeat(10)).subarray(0, -1);
  assert.equal(decode(cut).encoding, "utf-8");
});

const PAGE = `<!doctype html><html lang="ar"><head><title>ثلاثة مستشفيات جديدة | موقع الأخبار</title>
<meta property="article:published_time" content="2024-03-05T10:00:00+03:00"><link rel="canonical" href="https://example.org/news/1">
<script>var x = "لا";</script></head><body>
<nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a></nav>
<div class="sidebar"><h3>الأكثر قراءة</h3><ul><li><a href="/2">خبر آخر تماما</a></li><li><a href="/3">خبر ثالث</a></li></ul></div>
<article class="post has-sidebar"><h1>ثلاثة مستشفيات جديدة</h1>
<div class="share">شارك على <a href="#">فيسبوك</a></div>
<p>${NEWS}</p><figure><img src="x.jpg"><figcaption>صورة من الأرشيف</figcaption></figure>
<p>${MORE.replace("الوزير", '<a href="/minister">الوزير</a>')}</p>
<div class="related-posts"><h4>اقرأ أيضا</h4><a href="/4">خبر رابع</a></div>
<p>${NEWS} ${MORE}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>`;

test("a page gives its article with title, day and address, without the furniture", async () => {
  const draft = await page(PAGE);
  assert.deepEqual(draft, {
    title: "ثلاثة مستشفيات جديدة",
    published: "2024-03-05",
    url: "https://example.org/news/1",
    text: ["ثلاثة مستشفيات جديدة", NEWS, MORE, `${NEWS} ${MORE}`].join("\n"),
  });
});

test("a paste gives its lines without the furniture", () => {
  const body = PAGE.slice(PAGE.indexOf("<nav>"));
  assert.equal(fragment(`<html><body>${body}`), ["ثلاثة مستشفيات جديدة", NEWS, MORE, `${NEWS} ${MORE}`].join("\n"));
  assert.equal(fragment(`<p>${NEWS}<br>${MORE}</p>`), `${NEWS}\n${MORE}`);
  assert.equal(fragment("<p>كلمة <b>غا</b>مقة<span> ثم</span>\n أخرى</p>"), "كلمة غامقة ثم أخرى");
  assert.equal(fragment('<p><a href="/">عنوان وحده</a></p>'), "عنوان وحده");
  assert.equal(fragment("<script>x</script> "), null);
  assert.equal(fragment('<p>ظاهر</p><p style="display: none">خفي</p><style>p > a {}</style>'), "ظاهر");
  const list = `<h3>مواضيع ذات صلة</h3><ul><li><a href="/1">الأول من الأخبار</a></li><li><a href="/2">الثاني من الأخبار</a></li></ul>`;
  assert.equal(fragment(`<p>${NEWS}</p>${list}`), NEWS);
  assert.equal(fragment("<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>"), "أ ب\nج د");
});

test("Markdown gives its words", () => {
  const source = `---\ntitle: "خبر"\ndate: 2024-03-05\n---\n## عنوان ##\n\nقال **الوزير** إن [الخطة](http://x) \`جاهزة\`\nوتابع _القول_.\n\n> قول\n\n- بند\n- بند آخر\n\n| أ | ب |\n|---|---|\n| ج | د |\n\n\`\`\`\nكود snake_case_x\n\`\`\`\n![صورة](x.png)`;
  assert.deepEqual(plain(source), {
    title: "خبر",
    published: "2024-03-05",
    text: "خبر\nعنوان\nقال الوزير إن الخطة جاهزة وتابع القول.\nقول\nبند\nبند آخر\nأ ب ج د\nكود snake_case_x",
  });
});

test("a Word file gives its paragraphs, and what is no Word file is refused", async () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const document = `<?xml version="1.0"?><w:document ${w}><w:body><w:p><w:pPr/>${run("عنوان")}</w:p>
<w:p>${run("قال ")}<w:del><w:r><w:delText>لا</w:delText></w:r></w:del><w:ins>${run("الوزير")}</w:ins><w:r><w:br/></w:r>${run("نعم &amp; لا")}</w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run("مربع")}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run("مربع")}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p>${run("خلية")}</w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;
  const bytes = zipSync({ "word/document.xml": strToU8(document), "docProps/core.xml": strToU8("<x/>") });
  const [article] = await read("خبر.docx", bytes);
  assert.deepEqual(article, { corrections: [], file: "خبر.docx", text: "عنوان\nقال الوزير\nنعم & لا\nمربع\nخلية" });
  await assert.rejects(read("x.docx", zipSync({ a: strToU8("b") })), Unreadable);
  await assert.rejects(read("x.txt", Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7])), Unreadable);
  await assert.rejects(read("x.docx", Uint8Array.from([0x50, 0x4b, 3, 4, 9])), Unreadable);
});

test("a table gives an article a row", () => {
  const source = '\ufeffid;title;date;body\r\n1;أول;2024-01-02;"قال ""نعم""; ثم\nسكت"\r\n2;ثان;;نص عربي أطول\r\n3;فارغ;;\r\n';
  const table = rows(source);
  assert.equal(table.length, 4);
  const known = columns(table);
  assert.deepEqual({ header: known.header, text: known.text, title: known.title, published: known.published }, { header: true, text: 3, title: 1, published: 2 });
  assert.deepEqual(drafts(table, known, "x.csv"), [
    { text: 'قال "نعم"; ثم\nسكت', file: "x.csv#2", title: "أول", published: "2024-01-02" },
    { text: "نص عربي أطول", file: "x.csv#3", title: "ثان" },
  ]);
  assert.deepEqual(rows("a,b\n"), [["a", "b"]]);
  assert.deepEqual(rows('a,"b'), [["a", "b"]]);
  assert.deepEqual(rows("a,"), [["a", ""]]);
  assert.deepEqual(rows(""), []);
});

test("a bookmarklet's address comes back as the article", () => {
  const code = decodeURIComponent(bookmarklet("https://isnad.example/").replace("javascript:", ""));
  let opened = "";
  const element = { content: "2024-03-05T00:00:00Z" };
  const world = {
    document: { title: "عنوان", querySelector: (q: string) => (q.includes("published_time") ? element : null), body: { innerText: "x" } },
    location: { href: "https://example.org/a#b" },
    getSelection: () => ` ${NEWS}\n\n${MORE} `,
    open: (url: string) => (opened = url),
  };
  new Function(...Object.keys(world), code)(...Object.values(world));
  const draft = received(new URL(opened).hash);
  assert.deepEqual(draft, { text: `${NEWS}\n${MORE}`, title: "عنوان", url: "https://example.org/a", published: "2024-03-05" });
  for (const bad of ["", "#isnad=", "#isnad=%", "#isnad={}", "#other", '#isnad={"text":3}']) assert.equal(received(bad), null);
});
