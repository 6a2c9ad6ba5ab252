export type WayWords = Record<"any" | "qr" | "bank" | "card", string>;

/** VNPay's own names for the doors of its payment page; "" leaves the choice to that page. */
const ways = [
  { door: "", word: "any" },
  { door: "VNPAYQR", word: "qr" },
  { door: "VNBANK", word: "bank" },
  { door: "INTCARD", word: "card" },
] as const;

/** By which door to go in at VNPay, as radio buttons of the form they stand in. */
export function VnpayWays({ words }: { words: WayWords }) {
  return ways.map(({ door, word }) => (
    <label key={word} className="flex min-h-12 cursor-pointer items-center gap-3 rounded border border-edge bg-card p-3 has-checked:border-tea-700 has-checked:bg-tea-100">
      <input type="radio" name="bank_code" value={door} defaultChecked={door === ""} data-testid={`vnpay-way-${word}`} className="size-5 shrink-0 accent-tea-700" />
      <span>{words[word]}</span>
    </label>
  ));
}
