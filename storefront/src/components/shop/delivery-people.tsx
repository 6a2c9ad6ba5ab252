import { TextField } from "@/components/ui/text-field";
import type { DeliveryValues } from "@/lib/shop/delivery-values";

export type PeopleWord = "name" | "phone" | "phoneHint" | "otherReceives" | "otherReceivesText" | "recipientName" | "recipientPhone" | "recipientPhoneHint";

type Props = {
  values: DeliveryValues;
  /** What an account is told instead of being asked for its own phone. */
  accountNote: string | null;
  error: (name: keyof DeliveryValues) => string | undefined;
  words: Record<PeopleWord, string>;
};

/**
 * Who orders and who receives. A guest who receives the parcel writes one name and one phone; ticking "somebody else"
 * opens the other two, by CSS alone. An account's own phone is known, so it is asked for the parcel's only.
 */
export function DeliveryPeople({ values, accountNote, error, words }: Props) {
  if (accountNote !== null) {
    return (
      <>
        <input type="hidden" name="ordered_by" value="account" />
        <TextField label={words.recipientName} name="name" defaultValue={values.name} autoComplete="name" required error={error("name")} />
        <TextField label={words.recipientPhone} name="phone" type="tel" inputMode="tel" defaultValue={values.phone} autoComplete="tel" required hint={accountNote} error={error("phone")} />
      </>
    );
  }
  return (
    <>
      <TextField label={words.name} name="name" defaultValue={values.name} autoComplete="name" required error={error("name")} />
      <TextField label={words.phone} name="phone" type="tel" inputMode="tel" defaultValue={values.phone} autoComplete="tel" required hint={words.phoneHint} error={error("phone")} />
      <div className="group/other flex flex-col gap-4">
        <label className="flex min-h-12 cursor-pointer items-start gap-3">
          <input type="checkbox" name="other_receives" value="yes" defaultChecked={values.other_receives} data-testid="other-receives" className="mt-0.5 size-6 shrink-0 accent-tea-700" />
          <span>
            <span className="font-semibold">{words.otherReceives}</span>
            <span className="block text-sm text-ink-soft">{words.otherReceivesText}</span>
          </span>
        </label>
        <div className="hidden flex-col gap-4 border-l-2 border-line pl-4 group-has-checked/other:flex" data-testid="recipient">
          <TextField label={words.recipientName} name="recipient_name" defaultValue={values.recipient_name} autoComplete="off" required error={error("recipient_name")} />
          <TextField label={words.recipientPhone} name="recipient_phone" type="tel" inputMode="tel" defaultValue={values.recipient_phone} autoComplete="off" required hint={words.recipientPhoneHint} error={error("recipient_phone")} />
        </div>
      </div>
    </>
  );
}
