import { icons } from "@iconify-json/fluent-emoji-flat"
import sharp from "sharp"
import { fraction, pick } from "./deterministic"

/**
 * Product pictures of the demonstration, drawn from the icon set fluent-emoji-flat (MIT, Microsoft).
 * They are drawings on purpose: a photograph would claim to show the producer's own goods.
 */

const WIDTH = 1200
const HEIGHT = 1500

/** Sky, far hill, near hill, table. */
type Colours = [string, string, string, string]

/** Of `mains` and `colours` each product gets one of its own, so that twenty teas do not look alike. */
interface Scene {
  mains: string[]
  accents: [string, string]
  colours: Colours[]
}

const TEA: Colours = ["#EAF3E6", "#BFD9C2", "#7FB08C", "#F3E9D6"]
const HONEY: Colours = ["#FDF3DC", "#F0D9A8", "#CBB26A", "#F6EAD2"]
const GRAIN: Colours = ["#F6F1E4", "#E2D8BC", "#A9B98A", "#EFE3CB"]
const FRUIT: Colours = ["#FBEDE6", "#E9CFC4", "#9DB98F", "#F3E4D8"]
const FOREST: Colours = ["#E6EEF0", "#B9CCCE", "#6F9385", "#ECE4D6"]
const COAST: Colours = ["#E8F1F7", "#BBD3E3", "#8FB7C9", "#F4E8D3"]

/** The first scene whose word occurs in the folded product name is drawn. */
const SCENES: [RegExp, Scene][] = [
  [/mat ong/, { mains: ["honey-pot"], accents: ["honeybee", "blossom"], colours: [HONEY, FOREST, TEA] }],
  [/mien|bun|pho/, { mains: ["steaming-bowl"], accents: ["sheaf-of-rice", "leafy-green"], colours: [GRAIN, TEA, FRUIT] }],
  [/gao|com|khau sli|banh|keo/, { mains: ["cooked-rice"], accents: ["sheaf-of-rice", "rice-ball"], colours: [GRAIN] }],
  [/tra|che/, { mains: ["teapot", "teacup-without-handle", "potted-plant"], accents: ["teacup-without-handle", "leaf-fluttering-in-wind"], colours: [TEA, FOREST, HONEY, GRAIN] }],
  [/nam|moc nhi/, { mains: ["brown-mushroom"], accents: ["mushroom", "herb"], colours: [FOREST] }],
  [/mang/, { mains: ["pine-decoration"], accents: ["herb", "basket"], colours: [FOREST] }],
  [/nghe|cu mai|gung/, { mains: ["ginger-root"], accents: ["jar", "herb"], colours: [HONEY] }],
  [/tao/, { mains: ["green-apple"], accents: ["red-apple", "herb"], colours: [FRUIT] }],
  [/cam|quyt/, { mains: ["tangerine"], accents: ["tangerine", "leaf-fluttering-in-wind"], colours: [FRUIT] }],
  [/nho/, { mains: ["grapes"], accents: ["grapes", "leaf-fluttering-in-wind"], colours: [FRUIT] }],
  [/lac|dau phong/, { mains: ["peanuts"], accents: ["peanuts", "herb"], colours: [GRAIN] }],
  [/hanh|toi/, { mains: ["onion"], accents: ["garlic", "herb"], colours: [COAST] }],
  [/muoi/, { mains: ["salt"], accents: ["shrimp", "lotus"], colours: [COAST] }],
  [/nuoc mam|giam/, { mains: ["jar"], accents: ["fish", "herb"], colours: [COAST] }],
  [/thit|lap suon/, { mains: ["cut-of-meat"], accents: ["meat-on-bone", "herb"], colours: [FOREST] }],
]
const OTHER: Scene = { mains: ["basket"], accents: ["leafy-green", "potted-plant"], colours: [GRAIN] }

/**
 * Draws the picture of a product.
 * @param foldedName product name without diacritics, lower case
 * @returns a JPEG, 1200 × 1500 px
 */
export async function composePicture(foldedName: string): Promise<Buffer> {
  const scene = SCENES.find(([word]) => word.test(foldedName))?.[1] ?? OTHER
  return sharp(Buffer.from(svg(scene, foldedName))).jpeg({ quality: 88 }).toBuffer()
}

function svg(scene: Scene, key: string): string {
  const main = pick(scene.mains, `${key}/main`)
  const [sky, far, near, table] = pick(scene.colours, `${key}/colours`)
  const [left, right] = scene.accents
  const rise = 90 * fraction(`${key}/hill`)
  const sun = 200 + 800 * fraction(`${key}/sun`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${sky}"/>
<circle cx="${sun}" cy="270" r="110" fill="#FFFFFF" opacity="0.65"/>
<path d="M0 ${620 - rise} Q 260 ${430 - rise} 560 600 T 1200 ${520 + rise} V 1500 H 0 Z" fill="${far}"/>
<path d="M0 760 Q 340 ${610 + rise} 700 760 T 1200 ${700 - rise} V 1500 H 0 Z" fill="${near}"/>
<rect y="1050" width="${WIDTH}" height="450" fill="${table}"/>
<ellipse cx="600" cy="1180" rx="430" ry="60" fill="#000000" opacity="0.08"/>
${icon(left, 90, 930, 280)}
${icon(right, 850, 950, 260)}
${icon(main, 270, 540, 660)}
</svg>`
}

/** @throws Error when the icon set has no such icon: the seed is wrong, not the data */
function icon(name: string, x: number, y: number, size: number): string {
  const found = icons.icons[name]
  if (!found) throw new Error(`The icon set has no icon "${name}".`)
  const width = found.width ?? icons.width ?? 32
  const height = found.height ?? icons.height ?? 32
  return `<svg x="${x}" y="${y}" width="${size}" height="${size}" viewBox="0 0 ${width} ${height}">${found.body}</svg>`
}
