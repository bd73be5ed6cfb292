/** Who said what: the views beside the text. */
import { RESULT, withResult } from "./fixture.ts";
import { expect, test } from "./page.ts";
import { sample } from "./steps.ts";

test.beforeEach(async ({ page }) => withResult(page));

test("speakers: number, share, acts, named and unnamed", async ({ open }) => {
  const page = await open();
  await sample(page);
  const first = page.locator(".voice").first();
  await expect(first).toContainText("سامر الخطيب");
  await expect(first).toContainText("وزير المياه والري");
  await expect(first).toContainText("٤ أقوال");
  await expect(first.locator(".acts li")).toHaveText(["أعلن", "أكد", "قال", "أضاف"]);
  await expect(page.locator(".view h3")).toHaveText(["مصادر مسماة", "مصادر بلا أسماء"]);
  await expect(page.locator(".voice", { hasText: "مصدر في البلدية" })).toContainText("بلا اسم");
  const shares = await page.locator(".voice .bar i").evaluateAll((all) =>
    all.map((i) => i.getBoundingClientRect().width / i.parentElement!.getBoundingClientRect().width),
  );
  expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 1);
});

test("a click on a speaker filters text and lists, and a click undoes it", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.locator(".voice-name", { hasText: "ليلى بن عمار" }).click();
  await expect(page.locator(".text .q.picked")).toHaveCount(2);
  await page.getByRole("tab", { name: "الأقوال" }).click();
  await expect(page.locator("table.quotes tbody tr")).toHaveCount(2);
  await page.locator(".narrowing button").click();
  await expect(page.locator("table.quotes tbody tr")).toHaveCount(RESULT.quotes.length);
  await expect(page.locator(".text .q.picked")).toHaveCount(0);
});

test("the table of quotes sorts and searches", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.getByRole("tab", { name: "الأقوال" }).click();
  const words = page.locator("table.quotes td.c-words");
  await page.locator("th.c-words button").click();
  await expect(page.locator("th.c-words")).toHaveAttribute("aria-sort", "ascending");
  await page.locator("th.c-words button").click();
  await expect(page.locator("th.c-words")).toHaveAttribute("aria-sort", "descending");
  const counts = (await words.allTextContents()).map((t) => Number(t.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  // Another spelling of hamza and other digits find it as well.
  await page.locator("#find").fill("الانتاجية");
  await expect(page.locator("table.quotes tbody tr")).toHaveCount(1);
  await page.locator("#find").fill("١٢%");
  await expect(page.locator("table.quotes tbody tr")).toHaveCount(1);
  await page.locator("#find").fill("لا يوجد هذا");
  await expect(page.locator(".nothing")).toBeVisible();
});

test("a quote in the table leads to its place", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.getByRole("tab", { name: "الأقوال" }).click();
  await page.locator("table.quotes tbody tr").last().locator("button").click();
  await expect(page.locator(".text .q.chosen")).toBeInViewport();
});

test("names by type with counts; a type can be hidden in the text", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.getByRole("tab", { name: "الأسماء" }).click();
  const minister = page.locator(".entity", { hasText: "سامر الخطيب" });
  await expect(minister.locator(".count")).toHaveText("٣");
  await minister.click();
  await expect(page.locator(".text .m.picked")).toHaveCount(3);
  await expect(page.locator(".text .m.picked").first()).toBeInViewport();
  const line = (): Promise<string> => page.locator(".text .m-money").evaluate((m) => getComputedStyle(m).textDecorationLine);
  expect(await line()).not.toBe("none");
  await page.locator(".group", { hasText: "مبالغ" }).locator("input").uncheck();
  await expect.poll(line).toBe("none");
});

test("dates in their order, worked out or not", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.getByRole("tab", { name: "التواريخ" }).click();
  await expect(page.locator(".timeline h3")).toHaveText([/٢٠١١/, /١١ مارس ٢٠٢٥/, /١٥ يونيو ٢٠٢٥/, "بلا يوم محسوب"]);
});

test("people and bodies that stand together", async ({ open }) => {
  const page = await open();
  await sample(page);
  await page.getByRole("tab", { name: "معا" }).click();
  await expect(page.locator(".pair").first()).toContainText("+");
  const pair = page.locator(".pair", { hasText: "ليلى بن عمار" });
  await expect(pair.first()).toContainText("جمعية حماية الشواطئ");
});
