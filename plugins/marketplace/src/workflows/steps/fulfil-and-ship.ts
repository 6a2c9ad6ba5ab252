import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { shipParcel, type Parcel } from "../ship-parcel"

export const fulfilAndShipStep = createStep("fulfil-and-ship", async (input: Parcel, { container }) => new StepResponse({ first: await shipParcel(container, input) }))
