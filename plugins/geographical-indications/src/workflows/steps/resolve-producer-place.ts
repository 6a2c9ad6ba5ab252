import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { resolveProducerPlace, type PlaceQuestion } from "../../queries/resolve-producer-place"

export const resolveProducerPlaceStep = createStep("resolve-producer-place", async (asked: PlaceQuestion, { container }) =>
  new StepResponse(await resolveProducerPlace(container, asked)),
)
