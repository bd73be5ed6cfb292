/** Makes spellings of the same Arabic word alike, for search and for grouping; never for display. */

const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** `text` without vowel signs, tatweel and direction marks, letters that news spells either way made one. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(MARKS, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
