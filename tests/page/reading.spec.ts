/** Reading: marks, cards, density. */
import { RESULT, withResult } from "./fixture.ts";
import { expect, test } from "./page.ts";
import { choose, sample, textOf } from "./steps.ts";
import { SAMPLE } from "../../www/src/sample.ts";

test.beforeEach(async ({ page }) => withResult(page));

test("the sample is one click away, its text unchanged under the marks", async ({ open }) => {
  const page = await open();
  await sample(page);
  expect(await textOf(page)).toBe(SAMPLE.text);
  for (const [i, m] of RESULT.mentions.entries()) {
    expect(await page.locator(`.text [data-m="${i}"]`).allTextContents()).toEqual([SAMPLE.text.slice(m.start, m.end)]);
  }
  for (const [i, q] of RESULT.quotes.entries()) {
    const shown = (await page.locator(`.text .q[data-q="${i}"]`).allTextContents()).join("");
    expect(shown).toBe(SAMPLE.text.slice(q.parts[0]!.start, q.parts[0]!.end));
  }
});

test("marks are inline, differ in form as well as colour, and say their type", async ({ open }) => {
  const page = await open();
  await sample(page);
  const looks = await page.locator(".text .m").evaluateAll((marks) =>
    marks.map((m) => {
      const s = getComputedStyle(m);
      const type = /m-(\w+)/.exec(m.className)![1]!;
      const form = `${s.textDecorationLine} ${s.textDecorationStyle} ${s.textDecorationThickness}`;
      return { type, form, display: s.display, name: m.getAttribute("aria-description") };
    }),
  );
  const forms = new Map(looks.map((l) => [l.type, l.form]));
  expect(new Set(forms.values()).size).toBe(forms.size);
  for (const look of looks) {
    expect(look.display).toBe("inline");
    expect(look.name).toBeTruthy();
  }
  const quote = page.locator('.text .q[data-q="0"]');
  expect(await quote.getAttribute("aria-description")).toContain("سامر الخطيب");
});

test("words keep their order across line breaks and mixed scripts", async ({ open }) => {
  const page = await open();
  await sample(page);
  // Along each line of a right-to-left paragraph, Arabic letters that follow one another stand further left.
  const flips = await page.locator(".text p").evaluateAll((all) => {
    let wrong = 0;
    for (const p of all) {
      const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      let last: DOMRect | null = null;
      for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
        for (const word of n.data.matchAll(/[\u0600-\u06ff]+/g)) {
          const range = document.createRange();
          range.setStart(n, word.index);
          range.setEnd(n, word.index + 1);
          const box = range.getBoundingClientRect();
          if (last && Math.abs(box.bottom - last.bottom) < 8 && box.right > last.right + 1) wrong++;
          last = box;
        }
      }
    }
    return wrong;
  });
  expect(flips).toBe(0);
});

test("the speaker stands in the margin on wide screens and before the quote on narrow ones", async ({ open }) => {
  const page = await open();
  await sample(page);
  const note = (): Promise<{ position: string; content: string }> =>
    page.locator('.text .q.lead[data-q="2"]').evaluate((q) => {
      const s = getComputedStyle(q, "::before");
      return { position: s.position, content: s.content };
    });
  expect((await note()).position).toBe("absolute");
  expect((await note()).content).toContain("سامر الخطيب");
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await note()).position).toBe("static");
});

test("names in the margin never lie over each other", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.waitForTimeout(200);
  const tops = await page.locator(".text .q.lead:not(.nested)").evaluateAll((all) =>
    all.map((q) => q.getClientRects()[0]!.top + parseFloat(getComputedStyle(q, "::before").marginTop)).sort((a, b) => a - b),
  );
  for (let i = 1; i < tops.length; i++) expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(17);
});

test("a resting pointer opens a card, which goes when it leaves", async ({ open }) => {
  const page = await open();
  await sample(page);
  const mark = page.locator(".text .m-money");
  await mark.hover();
  await page.mouse.move(5, 5);
  await mark.hover();
  await expect(page.locator(".card")).toContainText("مبلغ");
  await expect(page.locator(".card")).toContainText("٣٤٠");
  await page.mouse.move(5, 5);
  await expect(page.locator(".card")).toHaveCount(0);
});

test("a click opens a card that stays: type, aliases, role, mentions, score", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.locator(".text .m-person").first().click();
  const card = page.locator(".card");
  await expect(card).toContainText("شخص");
  await expect(card).toContainText("وزير المياه والري");
  await expect(card).toContainText("الموضع ١ من ٣");
  await expect(card).toContainText("٩٠");
  await card.getByRole("button", { name: "التالي" }).click();
  await expect(page.locator(".card")).toContainText("الموضع ٢ من ٣");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(page.locator("#text")).toBeFocused();
});

test("a quote's card names speaker, act, cue and how the speaker was found", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.locator(".text .cue", { hasText: "وأضاف" }).click();
  const card = page.locator(".card");
  await expect(card).toContainText("سامر الخطيب");
  await expect(card).toContainText("غير مباشر");
  await expect(card).toContainText("أضاف");
  await expect(card).toContainText("فاعل مضمر");
  await page.keyboard.press("Escape");
  await page.locator(".text .cue", { hasText: "وطالبت" }).click();
  await expect(card).toContainText("موضع شك");
});

test("what is doubtful looks doubtful", async ({ open }) => {
  const page = await open();
  await sample(page);
  await expect(page.locator(".text .m.doubt")).toHaveText(["كريم الحداد"]);
  const after = await page.locator(".text .m.doubt").evaluate((m) => getComputedStyle(m, "::after").content);
  expect(after).toContain("؟");
});

test("density is adjustable, up to a label at each mark", async ({ open }) => {
  const page = await open();
  await sample(page);
  const label = (): Promise<string> =>
    page.locator(".text .m-person").first().evaluate((m) => getComputedStyle(m, "::after").content);
  expect(await label()).toBe("none");
  await choose(page, "menu.view", "مع أسماء الأنواع");
  expect(await label()).toContain("شخص");
  await choose(page, "menu.view", "هادئة");
  const ground = await page.locator(".text .m-person").first().evaluate((m) => getComputedStyle(m).backgroundColor);
  expect(ground).toBe("rgba(0, 0, 0, 0)");
});
