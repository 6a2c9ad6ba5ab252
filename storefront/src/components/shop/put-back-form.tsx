import { SubmitButton } from "@/components/ui/submit-button";
import { putBack } from "@/lib/shop/actions/cart";

/** Something saved for later goes back into the basket. */
export function PutBackForm({ variantId, handle, word }: { variantId: string; handle: string; word: string }) {
  return (
    <form action={putBack}>
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="handle" value={handle} />
      <SubmitButton variant="secondary" data-testid="put-back">
        {word}
      </SubmitButton>
    </form>
  );
}
