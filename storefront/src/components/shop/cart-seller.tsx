import { Card } from "@/components/ui/card";
import { Link } from "@/i18n/link";
import type { CartPart, Destination } from "@/lib/types";
import { CartLine } from "./cart-line";
import { DeliveryLine } from "./delivery-line";
import { UnreachableNotice } from "./unreachable-notice";

/** One shop's goods in the basket, and how they get to the buyer. */
export function CartSeller({ part, destination }: { part: CartPart; destination: Destination | null }) {
  const { seller, lines } = part;
  return (
    <Card aria-labelledby={`seller-${seller.id}`} data-testid="cart-seller" data-deliverable={part.delivery?.deliverable}>
      <h2 id={`seller-${seller.id}`} className="text-base">
        <Link href={`/gian-hang/${seller.handle}`} className="inline-flex min-h-11 items-center text-link">
          {seller.name}
        </Link>
      </h2>
      {destination ? <UnreachableNotice part={part} destination={destination} /> : null}
      <ul>
        {lines.map((line) => (
          <li key={line.id} className="border-t border-line py-4 first:border-t-0">
            <CartLine key={`${line.id}-${line.quantity}`} line={line} />
          </li>
        ))}
      </ul>
      <DeliveryLine part={part} />
    </Card>
  );
}
