import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { consumedEvents } from "../consumed-events"
import { consumeEvent, seedDocuments } from "../index-listings"

/**
 * The shop's one index. Medusa's Search Module keeps it: it builds it when it is empty, swaps
 * in a rebuilt version, and hands every consumed event to `consume`. The weights fall into the
 * four classes of `providers/project-document.ts`.
 */
export default defineSearchIndex({
  name: "listing",
  entity: "product",
  fields: search.define({
    id: search.keyword().filterable(),
    title: search.text().searchable({ weight: 8 }),
    certified_name: search.text().searchable({ weight: 4 }),
    indication: search.text().searchable({ weight: 4 }),
    seller_name: search.text().searchable({ weight: 2 }),
    producer_name: search.text().searchable({ weight: 2 }),
    place: search.text().searchable({ weight: 2 }),
    description: search.text().searchable({ weight: 1 }),
    seller_id: search.keyword().filterable(),
    province_code: search.keyword().filterable().facetable(),
    commune_code: search.keyword().filterable(),
    stars: search.keyword().filterable().facetable(),
    ocop_valid_until: search.integer().filterable(),
    has_gi: search.boolean().filterable(),
    in_stock: search.boolean().filterable().sortable(),
    price_vnd: search.integer().filterable().sortable(),
    created_at: search.integer().sortable(),
    card: search.keyword(),
  }),
  events: consumedEvents,
  consume: (event) => consumeEvent(event),
  seed: (context) => seedDocuments(context),
})
