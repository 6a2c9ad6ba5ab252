import { foldedWords } from "@cho-phien/administrative-units"

const toneLetters: Record<string, string> = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" }
const vowelMarks: Record<string, (letter: string) => string> = {
  "\u0302": (letter) => letter + letter, // â ê ô
  "\u0306": (letter) => `${letter}w`, // ă
  "\u031b": (letter) => `${letter}w`, // ơ ư
}

/**
 * The words of a text with their Vietnamese marks spelled in ASCII, as one types them in Telex
 * with the tone last: "Đường hoà" → ["dduwowngf", "hoaf"]. So words that differ by a mark stay
 * different in any engine, while composed and decomposed input and both placings of the tone
 * (hoà, hòa) come out equal. A word without marks is its folded self.
 */
export function telexWords(text: string): string[] {
  return (text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).flatMap((word) => {
    const spelled = telexWord(word)
    return spelled === "" ? [] : [spelled]
  })
}

function telexWord(word: string): string {
  let letters = ""
  let tone = ""
  // U+0111 đ has no decomposition.
  for (const character of word.replace(/đ/g, "dd").normalize("NFD")) {
    const toneLetter = toneLetters[character]
    const mark = vowelMarks[character]
    if (toneLetter) tone = toneLetter
    else if (mark) letters = letters.slice(0, -1) + mark(letters.slice(-1))
    else if (!/\p{M}/u.test(character)) letters += character
  }
  return letters + tone
}

/** Whether somebody took the trouble to type marks: then words with just those marks come first. */
export function typedWithMarks(text: string): boolean {
  return telexWords(text).join(" ") !== foldedWords(text).join(" ")
}
