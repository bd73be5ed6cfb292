/** The bytes of a file as text: by its mark, by what it declares, by what it can be. */

/** A text and the encoding it was read by. */
export interface Decoded {
  text: string;
  encoding: string;
}

/** Reads bytes in UTF-8, UTF-16, Windows-1256, ISO 8859-6 or Windows-1252. `declared` is what the file says of itself. */
export function decode(bytes: Uint8Array, declared = declaration(bytes)): Decoded {
  const mark = byMark(bytes) ?? withoutMark(bytes);
  if (mark) return { text: read(bytes, mark), encoding: mark };
  const strict = tryRead(bytes, "utf-8");
  if (strict !== null) return { text: strict, encoding: "utf-8" };
  if (declared && declared !== "utf-8") {
    const text = tryRead(bytes, declared);
    if (text !== null) return { text, encoding: declared };
  }
  const candidates = LEGACY.map((encoding) => ({ text: read(bytes, encoding), encoding }));
  const broken = read(bytes, "utf-8");
  if (isMostly(broken)) return { text: broken, encoding: "utf-8" };
  const arabic = candidates
    .filter(({ encoding }) => encoding !== "windows-1252")
    .map((c) => ({ ...c, likely: likelihood(c.text) }))
    .reduce((a, b) => (b.likely > a.likely ? b : a));
  return arabic.likely > 0 ? { text: arabic.text, encoding: arabic.encoding } : candidates.at(-1)!;
}

const LEGACY = ["windows-1256", "iso-8859-6", "windows-1252"];

const read = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

function tryRead(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: nearly every second byte is the Arabic block (6) or Latin (0). */
function withoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, 4000);
  const high = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 6 || sample[i] === 0) high[i % 2]!++;
  const half = sample.length / 2;
  if (high[1]! > 0.9 * half && high[1]! > 2 * high[0]!) return "utf-16le";
  if (high[0]! > 0.9 * half && high[0]! > 2 * high[1]!) return "utf-16be";
  return undefined;
}

/** The charset that an HTML or XML file declares in its first bytes, where the browser knows it. */
function declaration(bytes: Uint8Array): string | undefined {
  const head = read(bytes.subarray(0, 2048), "windows-1252");
  const name = /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  try {
    return name && new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

/** UTF-8 with few faults, as where a file was cut off: a hundred good Arabic letters to a fault. */
function isMostly(text: string): boolean {
  const faults = text.match(/\ufffd/g)?.length ?? 0;
  const letters = text.match(/[\u0600-\u06ff]/g)?.length ?? 0;
  return letters > 100 * faults;
}

/** How often a letter is, in thousandths of all Arabic letters, counted on 30 MB of news. */
const LETTERS = "ا152 ل117 ي76 م65 و54 ن50 ر46 ت46 ع35 ب35 ة32 د31 ف26 ه24 س24 ق22 أ20 ك18 ح18 ج14 ش10 ط9 ص9 خ8 إ8 ى8 ض7 ز7 ذ6 ث5 ئ4 غ4 ء3 ظ2 ؤ1 آ1";
const FREQUENCY = new Map(LETTERS.split(" ").map((entry) => [entry[0]!, Number(entry.slice(1))]));

/** Whether text that came from bytes over 127 reads like Arabic: above 0 where it does, the more the better. */
function likelihood(text: string): number {
  let sum = 0;
  let count = 0;
  for (const c of text.slice(0, 20_000)) {
    if (c < "\x80") continue;
    count++;
    const f = FREQUENCY.get(c);
    // A letter as rare as one in two thousand counts nothing; anything else, or a sign no text has, counts against.
    sum += f !== undefined ? Math.log(2 * f) : /[\u0600-\u06ff«»“”’،…–\xa0]/.test(c) ? 0 : -4;
  }
  // Random bytes give about 1.5 in Windows-1256, Arabic about 4.
  return count === 0 ? 0 : sum / count - 2.5;
}
