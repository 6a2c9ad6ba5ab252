import { afterAll, beforeAll, describe } from "vitest"
import { MeilisearchSearchService } from "../src/providers/meilisearch/service"
import { engineContract } from "./engine-contract"
import { FakeMeilisearch } from "./fake-meilisearch"

// No npm package ships a Meilisearch server, so its HTTP interface is stood in for.
describe("Meilisearch, as its HTTP interface is described", () => {
  const fake = new FakeMeilisearch()
  let engine: MeilisearchSearchService
  beforeAll(async () => {
    engine = new MeilisearchSearchService({}, { host: await fake.start() })
  })
  afterAll(() => fake.stop())
  engineContract(() => engine)
})

const host = process.env.MEILISEARCH_HOST
if (host) {
  describe(`Meilisearch at ${host}`, () => {
    const engine = new MeilisearchSearchService({}, { host, apiKey: process.env.MEILISEARCH_API_KEY })
    engineContract(() => engine)
  })
}
